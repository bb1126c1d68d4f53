"""eNPS of the open survey: what was read, the score, its trend, groups, drivers, comments."""

import streamlit as st

from core.errors import Refusal
from core.people.released import Released
from core.people.survey import Survey
from pages.ui import (
    enps_asked,
    enps_comments,
    enps_drivers,
    enps_groups,
    enps_proof,
    enps_score,
    enps_trend,
    people_sample,
    survey_waves,
    widgets,
)
from pages.ui.session import t


def show() -> None:
    """The survey's figures, or what to bring."""
    if survey_waves.survey_table() is None:
        _what_to_bring()
        return
    try:
        if enps_asked.show():
            _figures(survey_waves.surveys())
    except Refusal as stop:
        widgets.refusal(stop)
        enps_asked.again()


def _what_to_bring() -> None:
    st.info(t("No survey is open yet."), icon=":material/group:")
    st.markdown(
        t(
            "Bring the export of a survey: Google Forms, Microsoft Forms, SurveyMonkey or a sheet "
            "with one row for each person. No survey yet? The tab Pulse makes the form."
        )
    )
    people_sample.offer()
    st.page_link("home.py", label=t("Bring a file or open a sample"), icon=":material/home:")


def _figures(waves: tuple[Survey, ...]) -> None:
    found = survey_waves.planned(_wave(waves))
    enps_asked.scale(found.scale)
    st.markdown(f"**{widgets.plain(found.question)}**")
    enps_score.show(found)
    enps_trend.show(survey_waves.everybody(found), found.wave)
    enps_groups.show(found)
    enps_proof.show()
    enps_drivers.show(found)
    enps_comments.show(found)
    _noticed(found)


def _wave(waves: tuple[Survey, ...]) -> Survey:
    if len(waves) == 1:
        return waves[0]
    names = [one.wave for one in reversed(waves)]
    picked = st.selectbox(t("Wave"), names, key=f"enps-wave-{survey_waves.chosen()}", width=240)
    return next(one for one in waves if one.wave == picked)


def _noticed(found: Released) -> None:
    with st.expander(t("What was noticed in the answers"), icon=":material/visibility:"):
        widgets.notices(found.notices)
