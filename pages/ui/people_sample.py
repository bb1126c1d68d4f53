"""For those who have no survey yet: a form to take along, and made-up answers to look at."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from core.reports import pulse_form
from core.worlds.samples import SURVEYED
from pages.ui import changes, people_kept, survey_waves
from pages.ui.session import t

SAMPLE_DATA = Path(__file__).parents[2] / "sample_data"


def offer() -> None:
    """Two buttons: the form of the pulse survey, and the sample in a workspace of its own.

    The scale of the sample is known and not asked.
    """
    (sample,) = SURVEYED
    with st.container(horizontal=True):
        st.download_button(
            t("Form as Excel"), pulse_form(people_kept.template()), "pulse.xlsx",
            key="pulse-form", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        opened = st.button(t("Open a sample survey"), key="sample-survey", icon=":material/group:")
    if opened:
        changes.open_sample(sample.id, [SAMPLE_DATA / one for one in sample.files])
        if survey_waves.chosen():
            found = survey_waves.scale().name
            people_kept.say(survey_waves.chosen(), lambda: lambda said: replace(said, scale=found))
        st.rerun()
