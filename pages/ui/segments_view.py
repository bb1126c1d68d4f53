"""Segments: the column that tells them apart, and what each of them says of a pair."""

import streamlit as st

from core.figures import lead_lag as pictures
from core.language import text
from core.lead_lag import LeadLag
from core.metrics import Panel
from core.workspace import edits
from pages.ui import cache, changes, opened, session, widgets
from pages.ui.session import t


def pick(label: str, key: str, now: str) -> str:
    """A column that tells groups apart; "": all together."""
    columns = ["", *cache.dividing()]
    if len(columns) == 1:
        st.caption(t("No column of these files tells groups apart."))
        return ""
    chosen = st.selectbox(
        label,
        columns,
        index=columns.index(now) if now in columns else 0,
        format_func=lambda one: one or t("All together, not divided"),
        key=f"{key}-{now}",
    )
    return str(chosen)


def over() -> str:
    """The column over whose groups leads are looked for, as chosen and kept."""
    now = opened.choice().over
    chosen = pick(t("Over segments of"), "over", now)
    if chosen != now:
        changes.edit(edits.set_over(chosen), text("Segments chosen"))
        st.rerun()
    return chosen


def show(panel: Panel, pair: LeadLag) -> None:
    """What each segment says, which of them disagree, which are left out and why."""
    look = widgets.look(panel.names(session.language()))
    st.markdown(
        t(
            "Each line is one segment: how closely the two moved together at this delay, and how "
            "sure that is. Hollow and grey: it went the other way there."
        )
    )
    widgets.chart(
        pictures.segments(pair, look),
        pictures.segments_table(pair, look),
        look.say(pictures.segments_alt(pair)),
        f"segments-{pair.leading}-{pair.lagging}",
    )
    widgets.notices(pair.notices)
