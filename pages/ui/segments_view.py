"""Segments: the column that tells them apart, and what each of them says of a pair."""

import streamlit as st

from core.figures import lead_lag as pictures
from core.language import Text, text
from core.lead_lag import LeadLag
from core.metrics import Indicator, Panel
from core.workspace import edits
from pages.ui import cache, changes, opened, session, widgets
from pages.ui.session import t


def pick() -> str:
    """A column that tells groups apart; "": there is none."""
    columns, now = cache.dividing(), opened.choice().over
    if not columns:
        st.info(t("No column of these files tells groups apart."), icon=":material/info:")
        return ""
    index = columns.index(now) if now in columns else 0
    return str(st.selectbox(t("Segments of which column"), columns, index, key="explore-by"))


def over() -> str:
    """The column over whose groups leads are looked for, as chosen and kept."""
    now = opened.choice().over
    columns = list(dict.fromkeys(["", *([now] if now else []), *cache.dividing()]))
    if len(columns) == 1:
        return ""
    names = {one: one or t("All together, not divided") for one in columns}
    chosen = st.selectbox(
        t("Over segments of"),
        columns,
        index=columns.index(now),
        format_func=names.get,
        help=t("Branches or teams as repeated measurements: short histories tell more together."),
        key=f"over-{now}",
    )
    if chosen != now:
        changes.edit(edits.set_over(str(chosen)), text("Segments chosen"))
        st.rerun()
    return now


def known(panel: Panel) -> list[Indicator]:
    """The indicators that some segment has, all where it is not divided; the others are named."""
    ids = {id for own in panel.segments.values() for id in own.values.columns}
    there = [one for one in panel.indicators if one.id in ids or not panel.segments]
    lost = [one.name for one in panel.indicators if one not in there]
    if lost:
        names = Text.joined(", ", lost)
        st.caption(widgets.plain(text("Not known by these segments: {names}.", names=names)))
    return there


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
    rest = pictures.segments_rest(pair)
    if rest is not None:
        st.caption(widgets.plain(rest))
    widgets.notices(pair.notices)
