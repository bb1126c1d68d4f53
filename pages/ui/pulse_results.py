"""The results of the pulse questions, of everybody: mean, interval, what became of it."""

import pandas as pd
import streamlit as st

from core.errors import Refusal
from core.figures import enps_waves as pictures
from core.figures.enps_waves import Point
from core.people.answers.option import refused_on_page
from core.people.enps_words import result_said
from core.people.results import Result, results
from core.reports import spoken
from pages.ui import session, survey_closing, survey_waves, widgets
from pages.ui.session import t


def show() -> None:
    """The table and the trend of one question; nothing without a survey."""
    try:
        survey_closing.close_past()
        survey_closing.waits()
    except Refusal as stop:
        widgets.refusal(refused_on_page(stop))
    pulse = survey_waves.pulse()
    told = results(pulse, survey_waves.recommending()) if pulse else ()
    if not told:
        return
    st.subheader(t("Results of the open survey"))
    survey_closing.closed_said(survey_waves.closed()[-1])
    if pulse and pulse.unsettled:
        st.info(t("Some questions wait for a word from you in the tab eNPS."))
    numbers = _table(told)
    st.dataframe(
        spoken(numbers, session.language()), hide_index=True, placeholder="–",
        alt=t("Mean of each question in the newest wave"),
    )  # fmt: skip
    widgets.downloads(numbers, "pulse-results")
    if len(told[0].means) > 1:
        _trend(told)


def _table(told: tuple[Result, ...]) -> pd.DataFrame:
    newest = [one.means[-1] for one in told]
    language = session.language()
    return pd.DataFrame(
        {
            t("Question"): [one.question.name for one in told],
            t("Scale"): ["–".join(map(str, one.question.scale or ())) for one in told],
            t("Mean"): [one.value for one in newest],
            t("Lower end"): [one.low for one in newest],
            t("Upper end"): [one.high for one in newest],
            t("Answers"): [one.n for one in newest],
            t("Since the wave before"): [result_said(one).to(language) for one in told],
        }
    )


def _trend(told: tuple[Result, ...]) -> None:
    names = [one.question.name for one in told]
    picked = st.selectbox(t("Question"), names, key=f"pulse-question-{survey_waves.chosen()}")
    one, look = told[names.index(picked)], widgets.look({})
    days = {each.wave: each.released.day for each in survey_waves.closed()}
    points = [
        Point(survey_waves.name_of(each.wave, days[each.wave]),
              each.value, each.low, each.high, each.n)
        for each in one.means
    ]  # fmt: skip
    widgets.chart(
        pictures.waves(points, look, t("Mean"), 2), pictures.waves_table(points, look),
        pictures.waves_alt(points, look, 2), "pulse-waves",
    )  # fmt: skip
