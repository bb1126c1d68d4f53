"""The waves of the open survey: what may be shown of each, planned once."""

import streamlit as st

from core.errors import Refusal
from core.people import Pulse, pulse_of
from core.people.released import Released, released
from core.people.survey import Survey, surveys_of
from core.people.survey_said import SurveySaid
from core.tables import Table, TableKind
from pages.ui import cache, opened, people_kept, session
from pages.ui.session import t


def survey_tables() -> dict[str, Table]:
    """The surveys among the tables in use, by the name the workspace keeps them under."""
    if session.workspace() is None:
        return {}
    return {
        f"{one.id}/{table.sheet}": table
        for one in opened.brought()
        for table in opened.used(one)
        if table.kind is TableKind.SURVEY
    }


def chosen() -> str:
    """The survey that is looked at: as chosen, else the first; "" where there is none."""
    every, wanted = survey_tables(), people_kept.surveys().chosen
    return wanted if wanted in every else next(iter(every), "")


def survey_table() -> Table | None:
    """The table of the survey that is looked at."""
    return survey_tables().get(chosen())


def told() -> SurveySaid:
    """What was said of it."""
    return people_kept.surveys().of(chosen())


def pulse() -> Pulse | None:
    """All that was rated in it. Raises Refusal."""
    table, said = survey_table(), told().said
    if table is None:
        return None
    key = ("pulse", "surveys", chosen(), said, cache.what_was_read())
    return session.read_once(key, lambda: pulse_of(table, said))


def surveys() -> tuple[Survey, ...]:
    """Its waves, the oldest first; none without a survey. Raises Refusal."""
    table, said = survey_table(), told()
    if table is None:
        return ()
    more = (said.question, said.scale, said.said)
    key = ("waves", "surveys", chosen(), *more, cache.what_was_read())
    return session.read_once(key, lambda: surveys_of(table, *more))


def recommending() -> str:
    """The question that is scored, "" where none is."""
    try:
        every = surveys()
    except Refusal:
        return ""
    return every[-1].question if every else ""


def newest(most: int = 2) -> tuple[Released, ...]:
    """What may be shown of the newest waves, the oldest first. Raises Refusal."""
    return tuple(planned(one) for one in surveys()[-most:])


def planned(one: Survey) -> Released:
    """What may be shown of a wave."""
    with st.spinner(t("Planning what may be shown …"), show_time=True):
        return session.read_once(_key(f"wave {one.wave}"), lambda: released(one))


def all_shown() -> tuple[tuple[Released, Survey], ...]:
    """Every wave that can be shown with its answers, which only the attack on it looks at."""
    return tuple((planned(one), one) for one in surveys())


def everybody(looked_at: Released) -> tuple[Released, ...]:
    """Every wave, of everybody together, the oldest first; one as it is planned. Raises Refusal."""
    every = session.read_once(
        _key("everybody"), lambda: tuple(released(one.whole()) for one in surveys())
    )
    wave = looked_at.wave
    return tuple(looked_at if one.wave == wave else one for one in every)


def _key(what: str) -> tuple[object, ...]:
    """All that a plan rests on."""
    said = told()
    more = (said.question, said.scale, said.said)
    return (what, "released", chosen(), *more, cache.what_was_read())
