"""One indicator explored: chosen by the link or the list, its standing, its trend, its groups."""

import streamlit as st

from core.errors import Refusal
from core.figures import explore as pictures
from core.figures import explore_groups
from core.figures.explore import Shown
from core.figures.indicators import trend_alt
from core.language import Text, counted, text
from core.lead_lag.lengths import span
from core.metrics import CATALOGUE, Indicator, Panel, Point, Role, change_said, value_said
from core.metrics import standing as standing_of
from core.people.series import is_of_survey
from pages.ui import cache, events, segments_view, session, widgets
from pages.ui.session import t

_LINK = "metric"


def choose(panel: Panel) -> Indicator:
    """The indicator that the link names, or another one picked; the link follows."""
    names = panel.names(session.language())
    ids = [*panel.ids(Role.LAGGING), *panel.ids(Role.LEADING), *panel.ids(Role.NEITHER)]
    named = st.query_params.get(_LINK)
    if named and named not in ids:
        words = t("The indicator of the link is not in these data: {name}.", name=_called(named))
        st.warning(widgets.plain(words), icon=":material/search_off:")
    picked = st.selectbox(
        t("Indicator"),
        ids,
        index=ids.index(named) if named in ids else 0,
        format_func=lambda id: names[id],
        key=f"explore-{panel.key}-{named}",
    )
    if picked != named and (named in ids or picked != ids[0]):
        st.query_params[_LINK] = str(picked)
        st.rerun()
    return panel.indicator(str(picked))


def _called(id: str) -> str:
    return CATALOGUE[id].name.to(session.language()) if id in CATALOGUE else id


def standing(panel: Panel, one: Indicator) -> None:
    """The last complete period beside the one before and the same a year before."""
    now = standing_of(panel, one.id)
    if now is None:
        st.info(t("No period of this indicator is known yet."), icon=":material/hourglass_empty:")
        return
    facts = (
        (t("Last complete period"), now.last, None),
        (t("Period before"), now.before, now.last),
        (t("A year before"), now.year_ago, now.last),
    )
    with st.grid(3, min_column_width=220, gap="small"):
        for label, point, then in facts:
            _fact(label, point, then, one.unit)
    if now.behind:
        behind = span(panel.grain, now.behind)
        st.caption(t("Other indicators are known {behind} further.", behind=behind))


def _fact(label: str, point: Point | None, now: Point | None, unit: str) -> None:
    """One value with its period, the records behind it, and the change since."""
    with st.container(border=True, height="stretch"):
        if point is None:
            unknown = t("unknown")
            st.markdown(f":small[{label}]  \n**{unknown}**")
            return
        when = Text("{period}", (("period", point.period),))
        value = value_said(point.value, unit)
        lines = [f":small[{label}: {widgets.plain(when)}]", f"#### {widgets.plain(value)}"]
        said = [pictures.records(point.n)]
        if now is not None:
            change = change_said(now.value, point.value, unit)
            said.insert(0, text("since then: {change}", change=change))
        lines.append(f":small[{widgets.plain(Text.joined(' · ', said))}]")
        st.markdown("\n\n".join(lines))


def trend(panel: Panel, one: Indicator) -> None:
    """The line, its numbers one click away, what happened marked on it."""
    look = widgets.look(panel.names(session.language()))
    shown = Shown(panel.values[one.id], panel.counts[one.id], one.unit)
    marked = events.draw(pictures.trend(shown, look), panel.frequency)
    widgets.chart(
        marked.figure,
        pictures.trend_table(shown, look),
        marked.alt(look.say(trend_alt(shown.values, look))),
        f"explore-trend-{one.id}",
        pictures.shares(shown, look),
    )
    events.below(marked, f"trend-{one.id}")


def groups(one: Indicator) -> None:
    """The indicator in each group of a column."""
    column = segments_view.pick()
    if not column:
        return
    try:
        with st.spinner(t("Working it out …")):
            divided = cache.panel(column)
    except Refusal as stop:
        widgets.refusal(stop)
        return
    if is_of_survey(one):  # why a group is hidden
        widgets.notices(said for said in divided.notices if said not in cache.panel().notices)
    drawn, rest = explore_groups.largest(divided.segments, one.id)
    if not drawn:
        words = t("This indicator is not known by groups of that column.")
        st.info(words, icon=":material/info:")
        return
    look = widgets.look(divided.names(session.language()))
    marked = events.draw(explore_groups.groups(divided.segments, one.id, look), divided.frequency)
    widgets.chart(
        marked.figure,
        explore_groups.groups_table(divided.segments, one.id, look),
        marked.alt(look.say(explore_groups.groups_alt(divided.segments, one.id, look))),
        f"explore-groups-{one.id}",
        {look.name(one.id)} if one.unit == "rate" else (),
    )
    if rest:
        said = counted(
            "The {drawn} largest groups are drawn; {n} more is in the numbers below.",
            "The {drawn} largest groups are drawn; {n} more are in the numbers below.",
            len(rest),
            drawn=len(drawn),
        )
        st.caption(widgets.plain(said))
    events.below(marked, f"groups-{one.id}")
