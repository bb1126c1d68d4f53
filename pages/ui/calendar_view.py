"""The calendar of the panel: period, financial year, usual delay, unfinished last period."""

import streamlit as st

from core.figures.durations import plural
from core.language import text
from core.metrics import Panel
from core.workspace import edits
from pages.ui import cache, changes, fiscal_view, opened, session
from pages.ui.session import t
from pages.ui.words import GRAINS


def show(panel: Panel) -> None:
    """How long a period is, when financial years start, the usual delay, what to keep."""
    language = session.language()
    period, delay = st.columns(2, gap="large")
    grain = period.segmented_control(
        t("Period"),
        list(cache.grains()),
        default=panel.grain,
        format_func=lambda one: GRAINS[one].to(language),
        required=True,
        wrap=True,
    )
    if fiscal_view.matters(panel):
        with period:
            fiscal_view.ask("fiscal")
    furthest = panel.grain.furthest_lead
    lags = delay.slider(
        t("Usual delay, in {unit}", unit=plural(panel.grain)),
        1,
        furthest,
        opened.choice().lags or (1, furthest),
        help=t("Declare what you know before you look: fewer delays tried, more found."),
    )
    keep = opened.choice().keep_unfinished
    if panel.unfinished is not None or keep:
        keep = period.toggle(t("Keep the unfinished last period"), keep)
    now = opened.choice()
    if grain != panel.grain:
        changes.edit(edits.set_grain(grain), text("Period chosen"))
    elif lags != (now.lags or (1, furthest)):
        changes.edit(
            edits.set_lags(None if lags == (1, furthest) else lags), text("Delay declared")
        )
    elif keep != now.keep_unfinished:
        changes.edit(edits.keep_unfinished(keep), text("Unfinished period kept or left out"))
    else:
        return
    st.rerun()
