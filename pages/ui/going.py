"""What goes of a file at the door, and what is left out of sight of a survey that is kept."""

from collections.abc import Sequence

import streamlit as st

from core.errors import Refusal
from core.language import counted, text
from core.people.answers.asking import are_answers
from core.people.leaving import Instead, Leaving
from core.tables import Table
from pages.ui import opened, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

WHY = text(
    "Single answers are never shown, so that nobody can be recognised: here are the columns and "
    "what was understood of them. The page People shows what can be said."
)


def show(gone: Sequence[Leaving]) -> None:
    """Each column, and what becomes of it."""
    st.markdown("\n".join(f"- **{widgets.plain(one.column)}**: {_what(one)}" for one in gone))


def _what(one: Leaving) -> str:
    n, language = len(one.cells), session.language()
    if one.instead is Instead.NO_NOTES:
        note = counted("{n} note of a one-on-one goes", "{n} notes of one-on-ones go", n)
        return note.to(language)
    if one.instead is Instead.REST:
        return counted("names go from {n} comment", "names go from {n} comments", n).to(language)
    if one.instead is Instead.CODES:
        return t("a code that means nothing elsewhere takes its place, so that nobody counts twice")
    return t("emptied")


def told(file: OpenFile) -> None:
    """The columns that were emptied when the newest upload came in."""
    gone = file.uploads[-1].gone
    if gone:
        names = widgets.plain(", ".join(gone))
        if any(is_hidden(one) for one in file.tables):
            said = t("Not kept, because they name people: {columns}.", columns=names)
        else:
            said = t("Not kept, because they tell of one-on-ones: {columns}.", columns=names)
        st.caption(f":material/person_off: {said}")


def refused(stop: Refusal) -> None:
    """Why there is no panel; where all is answers of staff, the way to their figures."""
    tables = [table for file in opened.brought() for table in opened.used(file)]
    if not tables or not all(is_hidden(one) for one in tables):
        widgets.refusal(stop)
        return
    st.info(t("This is a survey. Its figures stand on the page People."), icon=":material/group:")
    st.page_link("people.py", label=t("Go to People"), icon=":material/group:")


def is_hidden(table: Table) -> bool:
    """Whether the rows of a table are single answers, which nobody is shown."""
    return are_answers(table)


def hides(file: OpenFile, sheet: str) -> bool:
    """Whether a sheet holds single answers."""
    kept = any(is_hidden(one) for one in file.tables if one.sheet == sheet or len(file.tables) == 1)
    return kept or any(is_hidden(one) for one in file.reading.tables if one.sheet == sheet)


def why() -> None:
    """Why rows are not to be seen."""
    st.caption(":material/visibility_off: " + WHY.to(session.language()))
