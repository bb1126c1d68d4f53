"""The waves of the open survey: what may be shown of each, planned once."""

import streamlit as st

from core.people.released import Released, released
from core.people.survey import Survey, surveys_of
from core.tables import Table, TableKind
from pages.ui import cache, session
from pages.ui.session import t


def survey_table() -> Table | None:
    """The first survey among the tables in use."""
    if session.workspace() is None:
        return None
    return next((one for one in cache.tables() if one.kind is TableKind.SURVEY), None)


def surveys() -> tuple[Survey, ...]:
    """Its waves, the oldest first; none without a survey. Raises Refusal."""
    table = survey_table()
    if table is None:
        return ()
    key = ("waves", "surveys", cache.what_was_read())
    return session.read_once(key, lambda: surveys_of(table))


def newest(most: int = 2) -> tuple[Released, ...]:
    """What may be shown of the newest waves, the oldest first. Raises Refusal."""
    return tuple(_released(one) for one in surveys()[-most:])


def _released(one: Survey) -> Released:
    key = (f"wave {one.wave}", "released", cache.what_was_read())
    with st.spinner(t("Planning what may be shown …"), show_time=True):
        return session.read_once(key, lambda: released(one))
