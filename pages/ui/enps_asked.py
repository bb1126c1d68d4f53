"""What is asked of a survey before its figures: which one, its scale, words nobody can weigh."""

from dataclasses import replace

import streamlit as st

from core.language import Text, counted, text
from core.people import SCALES, Pulse, QuestionKind, Scale, likert_choices
from core.people.enps_words import scale_said
from core.people.survey_said import SurveySaid
from pages.ui import enps_reading, people_kept, session, survey_waves, widgets
from pages.ui.session import t

_KINDS = {
    QuestionKind.SCORE: text("the question of eNPS"),
    QuestionKind.RATING: text("rated in points"),
    QuestionKind.LIKERT: text("rated in words"),
    QuestionKind.COMMENT: text("comments"),
    QuestionKind.GROUP: text("divides people"),
    QuestionKind.WAVE: text("tells the wave"),
    QuestionKind.PERSONAL: text("names people: dropped"),
    QuestionKind.OTHER: text("not used"),
}


def show() -> bool:
    """Which survey and what its columns are; False while an answer is waited for."""
    _which()
    pulse = survey_waves.read_pulse()
    assert pulse is not None
    _columns(pulse)
    return _settled(pulse)


def scale(found: Scale) -> bool:
    """The scale with its bands; asked until it is confirmed, then locked: False until then."""
    said = survey_waves.told()
    if said.scale:
        locked = text("{scale} Confirmed, and the same in every wave.", scale=scale_said(found))
        st.caption(widgets.plain(locked))
        enps_reading.offer()
        return True
    with st.container(border=True, key="enps-scale-box"):
        st.markdown(f":material/straighten: **{widgets.plain(scale_said(found))}**")
        st.caption(t("Is this how it was asked? Confirmed once, it holds for every wave."))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            picked = st.segmented_control(
                t("Scale"),
                list(SCALES),
                default=found.name,
                required=True,
                key=f"enps-scale-{survey_waves.chosen()}",
            )
            if st.button(t("Confirm the scale"), type="primary", key="enps-scale-confirm"):
                _say(replace(said, scale=str(picked)))
    enps_reading.offer()
    return False


def _which() -> None:
    every = survey_waves.survey_tables()
    if len(every) < 2:
        return
    names = {key: " – ".join(filter(None, (one.source, one.sheet))) for key, one in every.items()}
    now, keys = survey_waves.chosen(), list(every)
    picked = st.selectbox(
        t("Survey"),
        keys,
        keys.index(now),
        format_func=lambda key: names[key],
        key=f"enps-survey-{now}",
    )
    if picked != now:
        people_kept.look_at(picked)


def _columns(pulse: Pulse) -> None:
    if pulse.personal:
        named = ", ".join(pulse.personal)
        dropped = t("These columns name people and are dropped: {columns}.", columns=named)
        st.markdown(f":material/person_off: {widgets.plain(dropped)}")
    language = session.language()
    said = counted("{n} column of the survey", "{n} columns of the survey", len(pulse.columns))
    with st.expander(widgets.plain(said), icon=":material/view_column:"):
        told = [
            f"- {widgets.plain(one.column)}: {_KINDS[one.kind].to(language)}"
            for one in pulse.columns
        ]
        st.markdown("\n".join(told))


def _settled(pulse: Pulse) -> bool:
    """Asks once what words are worth that stand in different places; the answer is kept."""
    choices = likert_choices(pulse)
    if not choices:
        return True
    with st.container(border=True, key="question-likert"):
        open_ = text("What are these words worth? They are used in: {questions}.",
                     questions=", ".join(pulse.unsettled))  # fmt: skip
        st.markdown(f":material/help: **{widgets.plain(open_)}**")
        if len(choices) == 1:
            st.caption(t("Only this fits all the words that were used. Say so, and it holds."))
        for value, words in choices:
            if st.button(_button(words), key=f"answer-likert-{value}"):
                _say(replace(survey_waves.told(), likert=value))
    return False


def _button(words: Text) -> str:
    return widgets.plain(words)


def _say(said: SurveySaid) -> None:
    people_kept.say(survey_waves.chosen(), lambda: lambda _: said)
