"""One indicator on screen: its name and meaning, its trend, its role."""

import streamlit as st

from core.figures import indicators as pictures
from core.metrics import CATALOGUE, Indicator, Panel, standing, value_said
from pages.ui import about, changes, opened, receipts_view, review, session, widgets
from pages.ui.session import t
from pages.ui.words import ROLES


@st.fragment
def show(panel: Panel, one: Indicator) -> None:
    """The card. A fragment: a role picked here draws this card again and no other."""
    with st.container(border=True):
        words, trend, role = st.columns([4, 2, 4], vertical_alignment="center")
        with words:
            st.markdown(f"**{widgets.plain(one.name)}**")
            st.caption(_meaning(panel, one))
        with trend:
            _trend(panel, one)
        with role:
            _pick(one)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                "explore.py",
                label=t("Explore"),
                icon=":material/query_stats:",
                query_params={"metric": one.id},
            )
            about.popover(panel, one)
            review.popover(one)
            receipts_view.show(panel, one.id, one.id)


def _meaning(panel: Panel, one: Indicator) -> str:
    """The catalogue's definition, why this role is proposed, and how much was measured."""
    metric = CATALOGUE.get(one.metric or "")
    said = [metric.meaning] if metric else []
    lines = [" ".join(widgets.plain(part) for part in [*said, one.reason])]
    return "  \n".join([*lines, about.measured(panel, one)])


def _trend(panel: Panel, one: Indicator) -> None:
    series, look = panel.values[one.id], widgets.look(panel.names(session.language()))
    st.plotly_chart(
        pictures.sparkline(series, look),
        theme=None,
        key=f"trend-{one.id}",
        alt=look.say(pictures.trend_alt(series, look)),
        config={"staticPlot": True},
    )
    now = standing(panel, one.id)
    if now is not None:
        when, value = look.period(now.last.period), value_said(now.last.value, one.unit)
        st.markdown(f":small[{widgets.plain(when)}:] **{widgets.plain(value)}**")


def _pick(one: Indicator) -> None:
    language, key = session.language(), f"role-{one.id}"
    st.segmented_control(
        t("Role of {name}", name=widgets.plain(one.name)),
        list(ROLES),
        default=opened.role(one),
        format_func=lambda value: ROLES[value].to(language),
        key=key,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        on_change=changes.pick_role,
        args=(one, key),
    )
