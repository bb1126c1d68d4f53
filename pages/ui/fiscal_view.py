"""The month in which financial years start: asked where quarters or years are told by it."""

from dataclasses import replace

import streamlit as st

from core.language import text
from core.metrics import Panel
from core.periods import Grain
from core.tables.columns.financial_years import QUESTION
from core.tables.type_names import MONTHS
from core.workspace import edits
from pages.ui import changes, opened, session
from pages.ui.opened import Brought
from pages.ui.session import t


def matters(panel: Panel | None = None) -> bool:
    """Whether quarters or years are shown, some file names financial ones, or it was said."""
    longer = panel is not None and panel.grain in (Grain.QUARTER, Grain.YEAR)
    return longer or opened.choice().fiscal_start is not None or bool(_named())


def ask(key: str) -> None:
    """The month; another one reads the files again that name financial years."""
    language, now = session.language(), _month()
    picked = st.selectbox(
        t("Financial year starts in"),
        list(MONTHS),
        index=now - 1,
        format_func=lambda month: MONTHS[month].to(language),
        help=t("Named by the year it ends in: FY2026 from April is April 2025 to March 2026."),
        key=f"{key}-{now}",
    )
    if picked != now:
        say(int(picked))
        st.rerun()


def say(month: int) -> None:
    """Lets financial years start in that month, in the panel and in every file that names some."""
    what = text("Financial years start in {month}", month=MONTHS[month])
    changes.edit(edits.set_fiscal_start(month), what)
    for file in _named():
        changes.answer(file, replace(file.answers, fiscal_start=month))


def _month() -> int:
    """The month as said, else as the files were read."""
    read = (file.answers.fiscal_start for file in opened.brought())
    return opened.choice().fiscal_start or next((one for one in read if one), 1)


def _named() -> list[Brought]:
    """The files whose periods are named by financial years."""
    return [file for file in opened.brought() if _names_years(file)]


def _names_years(file: Brought) -> bool:
    asked = any(question.id == QUESTION for question in opened.questions(file))
    columns = (column for table in opened.used(file) for column in table.columns)
    return asked or any(one.field == "period" and one.year_starts is not None for one in columns)
