"""eNPS of the open survey: what was read, the closed waves with score, trend, groups, comments."""

import streamlit as st

from core.errors import Refusal
from core.people.closed import Closed
from core.people.released import Released
from pages.ui import (
    enps_asked,
    enps_comments,
    enps_drivers,
    enps_groups,
    enps_leads,
    enps_proof,
    enps_reading,
    enps_score,
    enps_trend,
    people_sample,
    survey_closing,
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
        _closed_first()
        waves = survey_waves.scored()
    except Refusal as stop:
        enps_reading.refused(stop)
        waves = survey_waves.scored()
    if waves:
        _figures(_wave(waves))


def _closed_first() -> None:
    """What is open about the survey; once it is settled, waves are closed. Raises Refusal."""
    if not enps_asked.show():
        return
    if survey_waves.closed() and not survey_waves.scored():
        st.info(t("This survey was closed without eNPS: its results stand in the tab Pulse."))
    elif enps_asked.scale(survey_waves.scale()):
        before = len(survey_waves.closed())
        survey_closing.close_past()
        if len(survey_waves.closed()) != before:
            st.rerun()  # what was offered while nothing was closed goes
        survey_closing.offer()


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


def _figures(one: Closed) -> None:
    found = one.released
    st.markdown(f"**{widgets.plain(found.question)}**")
    survey_closing.closed_said(one)
    enps_score.show(found)
    enps_trend.show([each.released for each in survey_waves.scored()], found.wave)
    enps_groups.show(found)
    enps_proof.show()
    enps_leads.show()
    enps_drivers.show(found)
    enps_comments.show(found)
    _noticed(found)


def _wave(waves: tuple[Closed, ...]) -> Closed:
    if len(waves) == 1:
        return waves[0]
    names = [_named(one) for one in reversed(waves)]
    picked = st.selectbox(t("Wave"), names, key=f"enps-wave-{survey_waves.chosen()}", width=240)
    return next(one for one in waves if _named(one) == picked)


def _named(one: Closed) -> str:
    return survey_waves.name_of(one.wave, one.released.day)


def _noticed(found: Released) -> None:
    with st.expander(t("What was noticed in the answers"), icon=":material/visibility:"):
        enps_reading.noticed(found.notices)
