"""eNPS by group, as far as the release plan goes: dots, a table with hidden ones, a heat map."""

from collections.abc import Mapping

import streamlit as st

from core.figures import enps_groups as pictures
from core.figures import enps_heat
from core.language import text
from core.people import Released, Withheld
from core.people.enps_words import rest_said
from core.people.privacy.plan import Group
from core.people.rest import Rest, against_rest, alike
from core.reports import spoken
from pages.ui import session, survey_waves, widgets
from pages.ui.session import t


def show(found: Released) -> None:
    """The groups of one column, then two columns crossed."""
    columns = list(found.divides)
    if not columns:
        return
    st.subheader(t("By group"))
    column = st.selectbox(
        t("Divide by"), columns, key=f"enps-by-{survey_waves.chosen()}", width=320
    )
    _groups(found, column)
    _crossed(found)


def _groups(found: Released, column: str) -> None:
    groups, look = found.by([column]), widgets.look({})
    rest = against_rest(found.overall, groups, found.plan.floor)
    st.plotly_chart(
        pictures.groups(groups, found.overall, rest, look), theme=None, key="enps-groups",
        alt=pictures.groups_alt(groups, look), config={"displayModeBar": False},
    )  # fmt: skip
    _differing(groups, rest)
    st.caption(
        t(
            "Each group is compared with all others together; several at once are corrected for "
            "(Holm). The dotted line is everybody. A group hidden to protect a smaller one opens "
            "when the groups around it grow, or when fewer columns divide people."
        )
    )
    numbers = pictures.groups_table(groups, rest, look)
    st.dataframe(
        spoken(numbers, session.language()), hide_index=True, placeholder="–",
        alt=t("eNPS by group"),
    )  # fmt: skip
    _hidden(groups)
    widgets.downloads(numbers, "enps-groups")
    _alike(found)


def _differing(groups: pictures.Figures, rest: Mapping[Group, Rest]) -> None:
    """The groups that differ, in words; a table cuts long ones."""
    look = widgets.look({})
    told = [
        text("{group}: {reason}", group=pictures.group_name(group, look), reason=rest_said(one))
        for group, one in rest.items()
        if one.differs
    ]
    if rest:
        every = told or [text("No group differs from the rest beyond chance.")]
        st.markdown("\n".join(f"- {widgets.plain(one)}" for one in every))


def _hidden(groups: pictures.Figures) -> None:
    """Why groups are hidden, in full: a table cuts long words."""
    look = widgets.look({})
    told = [
        text("{group}: {reason}", group=pictures.group_name(group, look), reason=one.reason)
        for group, one in groups.items()
        if isinstance(one, Withheld)
    ]
    if told:
        widgets.notices(told)


def _alike(found: Released) -> None:
    """A word to the owner where a group's figure tells of each of its people."""
    same, look = alike(found.figures), widgets.look({})
    if not same:
        return
    named = ", ".join(pictures.group_name(one, look) or t("Everybody") for one in same)
    said = text(
        "In {groups} all answers are of one kind, so the figure tells what each of them said. "
        "Think before you pass it on.",
        groups=named,
    )
    st.warning(widgets.plain(said), icon=":material/visibility_lock:")


def _crossed(found: Released) -> None:
    pairs = sorted({tuple(name for name, _ in group) for group in found.figures if len(group) == 2})
    if not pairs:
        return
    heading = t("Two columns crossed")
    st.markdown(f"**{heading}**")
    names = [" × ".join(pair) for pair in pairs]
    picked = st.selectbox(t("Columns"), names, key=f"enps-pair-{survey_waves.chosen()}", width=320)
    cells, look = found.by(pairs[names.index(picked)]), widgets.look({})
    widgets.chart(
        enps_heat.heat(cells, look), enps_heat.heat_table(cells, look),
        enps_heat.heat_alt(cells, look), "enps-heat",
    )  # fmt: skip
    st.caption(
        t(
            "“too few”: fewer than {floor} answered; it opens in a wave with {floor} or more. "
            "“protected”: the figure would give a smaller group away; it opens when the groups "
            "around it grow.",
            floor=found.plan.floor,
        )
    )
