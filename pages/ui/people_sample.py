"""For those who have no survey yet: a form to take along, and made-up answers to look at."""

import streamlit as st

from core.reports import pulse_form
from core.worlds.surveys import TOOLS, surveyed
from pages.ui import changes, people_kept, session
from pages.ui.session import t


def offer() -> None:
    """Two buttons: the form of the pulse survey, and the sample in a workspace of its own."""
    with st.container(horizontal=True):
        st.download_button(
            t("Form as Excel"), pulse_form(people_kept.template()), "pulse.xlsx",
            key="pulse-form", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        opened = st.button(t("Open a sample survey"), key="sample-survey", icon=":material/group:")
    if opened:
        made = TOOLS["plain"](surveyed(), session.language())
        changes.open_made(t("Sample: a survey of 120 people"), [(made.name, made.content)])
        st.rerun()
