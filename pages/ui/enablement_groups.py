"""A figure looked at closer: beside its target, in each stage or group; no order made by chance."""

from collections.abc import Sequence

import streamlit as st

from core.enablement.compared import Compared, of_stages
from core.enablement.model import Measured
from core.enablement.offered import COURSE, division_said
from core.enablement.orders import order_said
from core.enablement.sentences import label, named, sentence
from core.enablement.shrunk import Ranked, ranked
from core.enablement.topics import Topic
from core.figures import enablement_groups as pictures
from core.language import Text, counted
from pages.ui import enablement_asked, enablement_target, session, widgets
from pages.ui.session import t


def divided_by(topic: Topic) -> str:
    """The column to divide by; "": none."""
    columns = enablement_asked.columns(topic)
    if not columns:
        return ""
    names = {one: division_said(one).to(session.language()) for one in ("", *columns)}
    picked = st.selectbox(
        t("Divided by"),
        list(names),
        index=int(columns[0] == COURSE),
        format_func=names.get,
        key=f"enabled-by-{topic.id}",
    )
    return str(picked or "")


def show(topic: Topic, figures: Sequence[Compared], told: Compared, by: str) -> Compared:
    """One of the figures beside its target, in each group or stage; which one was picked."""
    known = _offered(figures)
    keys = list(known)
    first = told.key if told.groups else told.whole.key
    key = first
    if len(known) > 1:
        key = st.selectbox(
            t("Look closer at"),
            keys,
            index=keys.index(first),
            format_func={one: _said(known[one]) for one in known}.get,
            key=f"enabled-figure-{topic.id}-{bool(by)}",
        )
    one = known[key]
    if key != first and (one.groups or not one.stage):
        st.markdown(widgets.plain(sentence(one.whole)))
    if one.groups or not one.stage:
        enablement_target.ask(one)
    if by and not one.groups:
        words = t("This figure is not known by groups of that column.")
        st.info(words, icon=":material/info:")
    if one.groups:
        rows = ranked(one.groups)
        _draw(topic, one.whole, rows, order_said(rows))
    elif one.stage:
        _draw(topic, one.whole, [Ranked(each) for each in of_stages(one, figures)], [])
    return one


def _offered(figures: Sequence[Compared]) -> dict[tuple[str, ...], Compared]:
    """The figures to pick from; those of stages that are not divided once for all stages."""
    offered: dict[tuple[str, ...], Compared] = {}
    for one in figures:
        if one.whole.refused is None:
            offered.setdefault(one.key if one.groups else one.whole.key, one)
    return offered


def _said(one: Compared) -> str:
    said = label(one.whole) if one.groups else named(one.whole)
    return said.to(session.language())


def _draw(topic: Topic, whole: Measured, rows: Sequence[Ranked], lines: list[Text]) -> None:
    """The figure in each group or stage, and what may be said of their order."""
    look = widgets.look({})
    widgets.chart(
        pictures.groups(whole, rows, look),
        pictures.groups_table(whole, rows, look),
        pictures.groups_alt(rows, look),
        f"enablement-groups-{topic.id}",
        pictures.groups_shares(look) if whole.unit == "rate" else (),
    )
    more = pictures.left_over(rows)
    if more:
        rest = counted("{n} more group is in the numbers.", "{n} more are in the numbers.", more)
        lines = [*lines, rest]
    if lines:
        widgets.notices(lines)
