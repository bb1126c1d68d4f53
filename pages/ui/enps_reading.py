"""How a survey is read, to be said where it was understood otherwise or not at all."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from core.errors import Refusal
from core.language import Text, counted, text
from core.people import SCALES, QuestionKind, Said, SurveyQuestion, questions_of
from core.people.answers.option import on_page, refused_on_page
from core.people.answers.people import person_column
from core.people.survey_said import SurveySaid
from core.tables import Table
from pages.ui import people_kept, session, survey_waves, widgets
from pages.ui.session import t

_WAVES = {
    "": text("Find them in the answers"),
    "one": text("All answers are one wave"),
    "week": text("One wave a week"),
    "month": text("One wave a month"),
    "quarter": text("One wave a quarter"),
    "year": text("One wave a year"),
}
_TELLING = (QuestionKind.WAVE, QuestionKind.GROUP, QuestionKind.OTHER)
_MOST = 60  # waves that a column may name


def refused(stop: Refusal) -> None:
    """Why it cannot be read, and all that can be said instead."""
    widgets.refusal(refused_on_page(stop))
    table = survey_waves.survey_table()
    if table is None or survey_waves.closed():
        return
    if table.questions:
        st.page_link("data.py", label=t("Go to the data"), icon=":material/table_view:")
    _form(table, asks_scale=True)


def noticed(said: "tuple[Text, ...]") -> None:
    """What was noticed in the answers, without the options of the command line."""
    widgets.notices([on_page(one) for one in said])


def offer() -> None:
    """How it was read, and the way to say otherwise; none once a wave is closed."""
    table, pulse = survey_waves.survey_table(), survey_waves.read_pulse()
    if table is None or pulse is None or survey_waves.closed():
        return
    n = max(1, len(pulse.order))
    said = counted("Read as {n} wave. Not so?", "Read as {n} waves. Not so?", n)
    with st.expander(widgets.plain(said), icon=":material/tune:"):
        if pulse.order:
            st.caption(widgets.plain(", ".join(pulse.order)))
        noticed(pulse.notices)
        _form(table)


def _form(table: Table, asks_scale: bool = False) -> None:
    """One form for all of it: what is left as it is changes nothing."""
    said, columns = survey_waves.told(), _questions(table)
    with st.form("enps-again", border=asks_scale):
        question = _question(columns, said)
        waves = _waves(table, columns, said)
        alone = _alone(table, said)
        scale = said.scale
        if asks_scale:
            scale = st.segmented_control(t("Scale"), list(SCALES), key="enps-scale-again") or scale
        sent = st.form_submit_button(t("Read it so"))
    if sent:
        now = replace(said, question=question, waves=waves, alone=alone, scale=scale)
        people_kept.say(survey_waves.chosen(), lambda: lambda _: now)


def _questions(table: Table) -> tuple[SurveyQuestion, ...]:
    """What every column is, whatever its waves are."""
    try:
        return questions_of(table, Said("one"))
    except Refusal:
        return ()


def _question(columns: tuple[SurveyQuestion, ...], said: SurveySaid) -> str:
    names = [one.name for one in columns if one.scale]
    picked = st.selectbox(
        t("Question on recommending"),
        names,
        names.index(said.question) if said.question in names else None,
        placeholder=t("As found"),
        key=f"enps-question-{survey_waves.chosen()}",
    )
    return picked or ""


def _waves(table: Table, columns: tuple[SurveyQuestion, ...], said: SurveySaid) -> str:
    language = session.language()
    ways = {key: words.to(language) for key, words in _WAVES.items()}
    ways |= {name: t("As “{column}” says", column=name) for name in _telling(table, columns)}
    keys = list(ways)
    return st.selectbox(
        t("What tells the waves apart"),
        keys,
        keys.index(said.waves) if said.waves in keys else 0,
        format_func=lambda key: ways[key],
        key=f"enps-waves-{survey_waves.chosen()}",
    )


def _telling(table: Table, columns: tuple[SurveyQuestion, ...]) -> list[str]:
    """The columns that may say in which wave an answer was given."""
    every: Mapping[str, int] = {one.name: table.frame[one.name].nunique() for one in table.columns}
    return [
        one.column
        for one in columns
        if one.kind in _TELLING and 1 < every.get(one.column, 0) <= _MOST
    ]


def _alone(table: Table, said: SurveySaid) -> bool:
    """Whether each answer stands for itself, where a column could name people."""
    person = person_column(table, table.frame)
    if person is None:
        return said.alone
    named = widgets.plain(person.name)
    return not st.toggle(
        t("“{column}” tells people apart: of several answers in a wave the last counts",
          column=named),
        not said.alone,
        key=f"enps-person-{survey_waves.chosen()}",
    )  # fmt: skip
