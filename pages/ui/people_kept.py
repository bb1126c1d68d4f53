"""What the workspace keeps about people: the pulse survey it asks, and one-on-ones."""

from collections.abc import Callable

import streamlit as st

from core.errors import Refusal
from core.language import Text, text
from core.people.one_on_ones import Change, OneOnOnes
from core.people.pulse_library import starter
from core.people.pulse_template import Template
from core.people.survey_said import SurveyChange, Surveys
from core.workspace import Edit, people
from pages.ui import changes, session, widgets
from pages.ui.session import t


def talks() -> OneOnOnes:
    """The one-on-ones of the open workspace."""
    now = session.workspace()
    return now.state.one_on_ones if now else OneOnOnes()


def template() -> Template:
    """The pulse survey as declared, else one to begin with."""
    now = session.workspace()
    kept = now.state.pulse if now else None
    return kept or starter(t("Pulse survey"), session.language())


def declare(change: Callable[[Template], Template]) -> None:
    """Changes the pulse survey and draws everything again; says why where it cannot be so."""
    begun = template()
    _keep(people.pulse(change, begun), text("Pulse survey changed"))


def surveys() -> Surveys:
    """What was said of the surveys of the open workspace."""
    now = session.workspace()
    return now.state.surveys if now else Surveys()


def say(survey: str, made: Callable[[], SurveyChange]) -> None:
    """Keeps what was said of a survey and draws everything again; says why it cannot be so."""
    try:
        change = made()
    except Refusal as stop:
        widgets.refusal(stop)
        return
    _keep(people.survey(survey, change), text("Survey settings changed"))


def look_at(survey: str) -> None:
    """Another survey is looked at."""
    _keep(people.look_at_survey(survey), text("Another survey chosen"))


def keep(made: Callable[[], Change], what: Text) -> None:
    """Changes the one-on-ones and draws everything again; says why where it cannot be so."""
    try:
        change = made()
    except Refusal as stop:
        widgets.refusal(stop)
        return
    _keep(people.one_on_ones(change), what)


def _keep(edit: Edit, what: Text) -> None:
    """A workspace is made where none is open."""
    if session.workspace() is None:
        session.show_now(session.store().create())
    changes.edit(edit, what)
    refused = session.refused()
    if not refused:
        st.rerun()
    session.tell()
    for stop in refused:
        widgets.refusal(stop)
