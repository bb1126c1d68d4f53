"""The question of the impact page: which indicator, what happened, for whom, beside whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from core.enablement.impact import Asked, proposed
from core.figures.events import told
from core.figures.explore_groups import NO_GROUP
from core.metrics import Panel, Role
from core.workspace import Event
from pages.ui import cache, events, session
from pages.ui.session import t

_OWN = ""
_LINK = "metric"


@dataclass(frozen=True)
class Chosen:
    """The day asked about, and what is called so; "": a day of one's own."""

    when: date
    name: str = ""


def metric(panel: Panel) -> str:
    """The indicator asked about, results first."""
    names = panel.names(session.language())
    ids = [*panel.ids(Role.LAGGING), *panel.ids(Role.LEADING), *panel.ids(Role.NEITHER)]
    named = st.query_params.get(_LINK)
    index = ids.index(named) if named in ids else 0
    key = f"impact-metric-{panel.key}"
    return str(st.selectbox(t("Indicator"), ids, index, format_func=names.get, key=key))


def event() -> Chosen:
    """An event written down, or a date; stops with the way on until there is one."""
    every = {one.id: one for one in reversed(events.known())}
    language = session.language()
    names = {one.id: told(one).to(language) for one in every.values()}
    names[_OWN] = t("A date of your own")
    left, right = st.columns(2)
    which = left.selectbox(
        t("What happened"), list(names), format_func=names.get, key=f"impact-event-{len(every)}"
    )
    if which in every:
        return _of(every[str(which)])
    when = right.date_input(t("On which day"), None, format="YYYY-MM-DD", key="impact-day")
    if not isinstance(when, date):
        words = t("Choose something that happened, or a day, to see what followed it.")
        st.info(words, icon=":material/event:")
        st.stop()
    return Chosen(when)


def _of(one: Event) -> Chosen:
    return Chosen(one.begins, " ".join((one.name, one.note)).strip())


def groups(
    whole: Panel, metric: str, chosen: Chosen
) -> tuple[Panel, tuple[str, ...], tuple[str, ...]]:
    """The panel divided by a column, the groups it was for, and those to compare with.

    Raises Refusal. Without a column: the whole panel, nothing to compare with.
    """
    columns = ["", *cache.dividing()]
    if len(columns) == 1:
        st.caption(t("No column of these files tells groups apart: there is nothing to compare."))
        return whole, (), ()
    names = {one: one or t("Everybody: nothing to compare with") for one in columns}
    over = st.selectbox(
        t("It was for some groups of"), columns, format_func=names.get, key="impact-over"
    )
    if not over:
        return whole, (), ()
    panel = cache.panel(str(over))
    known = [name for name, own in panel.segments.items() if metric in own.values]
    left, right = st.columns(2)
    with left:
        treated = _pick(t("Groups it was for"), known, _named(known, chosen), f"treated-{over}")
    if not treated:
        st.info(t("Choose the groups it was for."), icon=":material/group:")
        st.stop()
    rest = [name for name in known if name not in treated]
    near = proposed(panel, metric, chosen.when, treated)
    with right:
        comparison = _pick(
            t("Compare with"), rest, near, f"beside-{over}-{metric}-{chosen.when}-{treated}"
        )
        if near:
            st.caption(t("Proposed: groups it was not for that ran most like them before."))
    return panel, treated, comparison


def _named(known: Sequence[str], chosen: Chosen) -> list[str]:
    """The groups that the event names itself."""
    return [name for name in known if name and name.casefold() in chosen.name.casefold()]


def _pick(label: str, known: Sequence[str], now: Sequence[str], key: str) -> tuple[str, ...]:
    blank = NO_GROUP.to(session.language())
    return tuple(
        st.multiselect(
            label,
            known,
            list(now),
            format_func=lambda name: name or blank,
            key=f"impact-{key}",
            placeholder=t("Choose groups"),
        )
    )


def more(panel: Panel, metric: str) -> tuple[str | None, int | None]:
    """An indicator the event cannot have moved, and how many periods after to look at."""
    names = {"": t("None"), **panel.names(session.language())}
    with st.expander(t("More to hold it against"), icon=":material/tune:"):
        control = st.selectbox(
            t("An indicator that it cannot have moved"),
            [one for one in names if one != metric],
            format_func=names.get,
            key=f"impact-control-{panel.key}",
        )
        periods = st.number_input(
            t("Periods after the date to look at"),
            3,
            60,
            None,
            1,
            key="impact-periods",
            placeholder=t("About half a year, at least one sales cycle"),
        )
    return str(control) or None, None if periods is None else int(periods)


def asked(
    chosen: Chosen,
    groups: tuple[tuple[str, ...], tuple[str, ...]],
    control: str | None,
    periods: int | None,
) -> Asked:
    """The whole question, with the other events that are known."""
    days = tuple(one.begins for one in events.known() if one.begins != chosen.when)
    return Asked(*groups, control, periods, days)
