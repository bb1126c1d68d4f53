"""For those who have no survey yet: a form to take along, and made-up answers to look at."""

from dataclasses import replace

import streamlit as st

from core.language import text
from core.reports import pulse_form
from core.workspace import people
from core.worlds.samples import SURVEYED
from pages.ui import changes, people_kept, survey_waves
from pages.ui.samples import paths
from pages.ui.session import t

_LOOKED = 2  # the scale said, the waves closed


def offer() -> None:
    """Two buttons: the form of the pulse survey, and the sample in a workspace of its own."""
    with st.container(horizontal=True):
        st.download_button(
            t("Form as Excel"), pulse_form(people_kept.template()), "pulse.xlsx",
            key="pulse-form", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        opened = st.button(t("Open a sample survey"), key="sample-survey", icon=":material/group:")
    if opened:
        open_survey()
        st.rerun()


def open_survey() -> None:
    """Opens the sample; its scale is known and not asked."""
    (sample,) = SURVEYED
    changes.open_sample(sample.id, paths(sample.files), _LOOKED)
    survey = survey_waves.chosen()
    if survey and not survey_waves.told().scale:
        found = survey_waves.scale().name
        change = people.survey(survey, lambda said: replace(said, scale=found))
        changes.edit(change, text("Survey settings changed"))
