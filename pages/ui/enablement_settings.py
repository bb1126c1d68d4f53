"""How a topic is worked out: the limit for an answer, working hours, other ends of deals."""

import streamlit as st

from core.enablement.model import Asked
from core.enablement.targets import to_keep
from core.enablement.topics import Topic
from pages.ui import cache
from pages.ui.session import t


def ask(topic: Topic, by: str) -> Asked:
    """What is asked, with the settings that belong to the topic."""
    plainly = Asked(by=(by,) if by else (), said=cache.fields())
    if topic.id == "response":
        return _waits(plainly)
    if topic.id in ("wins", "works"):
        return _ends(plainly, topic.id)
    return plainly


def _waits(asked: Asked) -> Asked:
    limit, hours = st.columns([1, 2], vertical_alignment="bottom")
    typed = limit.number_input(
        t("Answer within, in hours"),
        min_value=0.1,
        value=1.0,
        step=1.0,
        format="%.6g",
        key="enabled-within",
        persist_state="session",
    )
    working = hours.toggle(
        t("Count working hours only"),
        key="enabled-working",
        help=t(
            "Monday to Friday from opening to closing, without the public holidays of Indonesia."
        ),
        persist_state="session",
    )
    within = to_keep(typed, "s") or asked.within_s
    return Asked(by=asked.by, said=asked.said, within_s=within, working_hours=working)


def _ends(asked: Asked, id: str) -> Asked:
    lost = st.toggle(
        t("Count deals as lost that ended neither won nor lost"),
        key=f"enabled-others-{id}",
        persist_state="session",
    )
    return Asked(by=asked.by, said=asked.said, others_lost=lost)
