"""The leading indicators of a team beside their targets, for its agenda."""

import streamlit as st

from core.errors import Refusal
from core.language import text
from core.metrics import Indicator, Panel, Role
from core.people.agenda import Progress
from core.people.progress import MOST, kept, progress, target_of, typed
from core.workspace.targets import set_target
from pages.ui import cache, changes, opened, session, widgets
from pages.ui.session import t


def of(team: str, column: str) -> tuple[Progress, ...]:
    """How far they are: those of the team where the column divides the figures, else of all."""
    panel = _panel()
    if panel is None:
        return ()
    own, targets = _own(team, column), opened.choice().targets
    if own is None:
        return progress(panel, _leading(panel), targets, of_all=bool(team))
    return progress(own, _leading(panel), targets)


def ask() -> None:
    """A place for the target of each, where there are any."""
    panel = _panel()
    leading = _leading(panel) if panel else []
    if not leading:
        return
    with st.expander(t("Targets of the leading indicators"), icon=":material/flag:"):
        for one in leading:
            _target(one)


def _target(one: Indicator) -> None:
    now = opened.choice().targets.get(target_of(one))
    percent = t("percent")
    unit = f" ({percent})" if one.unit == "rate" else ""
    key = f"target-{target_of(one)}-{now}"
    session.pick(key, typed(now, one.unit), anew=False)  # given as a value it could not be emptied
    said = st.number_input(
        widgets.plain(one.name) + unit,
        value=None,
        placeholder=t("none yet"),
        key=key,
        format="%.6g",
    )
    if kept(said, one.unit) != now:
        changes.edit(set_target(target_of(one), kept(said, one.unit)), text("Target set"))
        st.rerun()


def _panel() -> Panel | None:
    if session.workspace() is None or cache.why_not() is not None:
        return None
    return cache.panel()


def _leading(panel: Panel) -> list[Indicator]:
    return [one for one in panel.indicators if opened.role(one) is Role.LEADING][:MOST]


def _own(team: str, column: str) -> Panel | None:
    """The panel of the team by itself, where the column divides the figures."""
    if not team or column not in cache.dividing():
        return None
    try:
        return cache.panel(column).segments.get(team)
    except Refusal:
        return None
