"""The pulse survey of a team: what it is called, how often it is asked, its form to take along."""

import streamlit as st

from core.language import LANGUAGES, text
from core.people.pulse_library import in_language
from core.people.pulse_template import DIVIDES, LONGEST_TITLE, Divide, Rhythm, Template, declared
from core.people.pulse_waves import waves
from core.reports import pulse_form, pulse_paste
from pages.ui import people_kept, pulse_questions, pulse_results, session, widgets
from pages.ui.session import t

RHYTHMS = {
    Rhythm.WEEKLY: text("Every week"),
    Rhythm.MONTHLY: text("Every month"),
    Rhythm.QUARTERLY: text("Every quarter"),
}
_TONGUES = {"id": text("Indonesian"), "en": text("English")}


def show() -> None:
    """The survey as declared, its questions, and its form."""
    now = people_kept.template()
    st.markdown(
        t(
            "Short, in the same words each time, and nobody can be told apart: that is what makes "
            "people answer. Choose the questions, take the form along, bring the answers back."
        )
    )
    _declared(now)
    pulse_questions.show(now)
    _form(now)
    pulse_results.show()


def _declared(now: Template) -> None:
    """Title, rhythm, first wave, groups, language of the form."""
    language = session.language()
    name, tongue = st.columns([2, 1], vertical_alignment="bottom")
    title = name.text_input(t("Title"), now.title, max_chars=LONGEST_TITLE)
    said = tongue.segmented_control(
        t("Language of the form"), list(LANGUAGES), default=now.language, required=True,
        format_func=lambda one: _TONGUES[one].to(language),
    )  # fmt: skip
    often, day = st.columns([2, 1], vertical_alignment="bottom")
    rhythm = often.segmented_control(
        t("How often"), list(Rhythm), default=now.rhythm, required=True,
        format_func=lambda one: RHYTHMS[one].to(language), wrap=True,
    )  # fmt: skip
    first = day.date_input(t("Day of the first wave"), now.first, format="YYYY-MM-DD")
    divides = st.pills(
        t("Ask for groups by"), list(Divide), selection_mode="multi", default=list(now.divides),
        format_func=lambda one: DIVIDES[one].to(language),
    )  # fmt: skip
    st.caption(
        t(
            "Each is a choice among groups, never a name. The fewer groups, the less has to be "
            "hidden."
        )
    )
    _next(now)
    change = declared(title, Rhythm(rhythm), tuple(divides), first)
    wanted = change(now)
    if said != now.language:
        people_kept.declare(lambda one: in_language(change(one), said))
    elif wanted != now:
        people_kept.declare(change)


def _next(now: Template) -> None:
    if now.first is None:
        st.caption(t("With the day of the first wave, the days of the next ones stand here."))
        return
    days = ", ".join(widgets.day(one) for one in waves(now.first, now.rhythm, widgets.today()))
    said = t("Next waves: {days}", days=days)
    st.markdown(f":material/event_repeat: {said}")


def _form(now: Template) -> None:
    st.subheader(t("Take the form along"))
    if not now.questions:
        st.info(t("Choose at least one question."), icon=":material/quiz:")
        return
    words = pulse_paste(now)
    with st.container(horizontal=True):
        st.download_button(
            t("Form as Excel"), pulse_form(now), "pulse.xlsx", key="pulse-xlsx",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            t("Text for a form tool"), words, "pulse.txt", key="pulse-txt",
            on_click="ignore", icon=":material/content_copy:",
        )  # fmt: skip
    with st.expander(t("The text to paste into Google Forms or Microsoft Forms")):
        st.code(words, language=None, wrap_lines=True)
    st.caption(t("Bring the filled form, or the export of your form tool, to the page Start."))
