"""The one-on-ones written down, the newest first, each of which can be taken out again."""

import streamlit as st

from core.language import counted, text
from core.people.one_on_ones import Meeting, OneOnOnes, not_met
from pages.ui import people_kept, session, widgets
from pages.ui.session import t

MOST = 10  # on a leaf


def show(now: OneOnOnes) -> None:
    """The list behind a click."""
    if not now.meetings:
        return
    n = len(now.meetings)
    said = counted("{n} one-on-one written down", "{n} one-on-ones written down", n)
    kept = st.expander(
        widgets.plain(said), icon=":material/history:", key="talks-kept", on_change="rerun"
    )
    if kept.open:
        with kept:
            for one in widgets.leaf(now.meetings[::-1], MOST, "talks-leaf"):
                _one(one)


def _one(one: Meeting) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_words(one), width="stretch")
        if st.button(t("Take out"), key=f"talk-out-{one.on}-{one.person}-{one.leader}"):
            people_kept.keep(lambda: not_met(one), text("One-on-one taken out"))


def _words(one: Meeting) -> str:
    parts = [f"{one.person} · {one.leader}" if one.leader else one.person, one.team]
    if one.minutes is not None:
        parts.append(counted("{n} minute", "{n} minutes", one.minutes).to(session.language()))
    names = " · ".join(widgets.plain(part) for part in parts if part)
    return f"**{widgets.day(one.on)}** {names}"
