"""eNPS of the open survey: everybody and the groups that the release plan lets be shown."""

import streamlit as st

from core.errors import Refusal
from core.people.describe import describe
from core.people.released import Released
from pages.ui import people_sample, session, survey_waves, widgets
from pages.ui.session import t


def show() -> None:
    """The scores, or what to bring."""
    try:
        found = survey_waves.newest(1)
    except Refusal as stop:
        widgets.refusal(stop)
        return
    if not found:
        _what_to_bring()
        return
    _scores(found[-1])


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


def _scores(found: Released) -> None:
    told = describe(found, list(found.survey.groups.columns), session.language())
    st.markdown(f"**{widgets.plain(told['question'])}**")
    rows = [{"group": t("Everybody"), **told["overall"]}, *told["groups"]]
    for row in rows:
        words = (
            row.get("withheld")
            or f"{row['score']:+.0f} ({row['low']:+.0f} – {row['high']:+.0f}), n = {row['n']}"
        )
        st.markdown(f"- {widgets.plain(row['group'])}: {widgets.plain(words)}")
