"""eNPS of the open survey: everybody and the groups that the release plan lets be shown."""

import streamlit as st

from core.errors import Refusal
from core.people.describe import describe
from core.people.released import Released, released
from core.people.survey import survey_of
from core.tables import Table, TableKind
from pages.ui import cache, session, widgets
from pages.ui.session import t


def survey_table() -> Table | None:
    """The first survey among the tables in use."""
    if session.workspace() is None:
        return None
    return next((one for one in cache.tables() if one.kind is TableKind.SURVEY), None)


def wave() -> Released | None:
    """What may be shown of it; planned once. Raises Refusal."""
    table = survey_table()
    if table is None:
        return None
    key = ("enps", "wave", cache.what_was_read())
    found = session.read_once(key, lambda: released(survey_of(table)))
    assert isinstance(found, Released)
    return found


def show() -> None:
    """The scores, or what to bring."""
    try:
        found = wave()
    except Refusal as stop:
        widgets.refusal(stop)
        return
    if found is None:
        _what_to_bring()
        return
    _scores(found)


def _what_to_bring() -> None:
    st.info(t("No survey is open yet."), icon=":material/group:")
    st.markdown(
        t(
            "Bring the export of a survey: Google Forms, Microsoft Forms, SurveyMonkey or a sheet "
            "with one row for each person. No survey yet? The tab Pulse makes the form."
        )
    )
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
