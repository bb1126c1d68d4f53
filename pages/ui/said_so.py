"""What the person said of a sheet's rows and columns, and how to take it back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from core.reports import column_name
from core.tables import Answers, Grid
from core.tables.across.header import HEADER
from core.tables.type_names import TYPES
from pages.ui import changes, flips, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

Said = TypeVar("Said")


def show(file: OpenFile, grid: Grid) -> None:
    """All that was said of the rows and columns, each with a way to take it back."""
    answers = file.answers
    for one in answers.rows:
        if one.sheet == grid.sheet:
            words = t("Row {row} is: {role}", row=one.row, role=flips.role_name(one.role))
            rest = tuple(other for other in answers.rows if other is not one)
            _undo(file, words, replace(answers, rows=rest))
    for name, type in answers.types.items():
        called = name_of(file, name)
        said = TYPES[type].to(session.language())
        words = t("“{name}” is read as: {type}", name=called, type=said)
        _undo(file, words, replace(answers, types=_without(answers.types, name)))
    for name, order in answers.date_order.items():
        words = t("day first") if order == "dmy" else t("month first")
        words = t("“{name}”: {order}", name=name_of(file, name), order=words) if name else words
        _undo(file, words, replace(answers, date_order=_without(answers.date_order, name)))


def name_of(file: OpenFile, name: str) -> str:
    """A column's name as the person knows it; some are names of the reader's making."""
    if name == HEADER:
        return t("Dates in the header")
    columns = (one for table in file.tables for one in table.columns if one.name == name)
    found = next(columns, None)
    return column_name(found, session.language()) if found else name


def _undo(file: OpenFile, words: str, answers: Answers) -> None:
    label = t("Take back: {words}", words=widgets.plain(words))
    key = f"undo-{file.id}-{words}"
    st.button(label, icon=":material/undo:", key=key, on_click=changes.answer, args=(file, answers))


def _without(said: Mapping[str, Said], name: str) -> dict[str, Said]:
    return {key: value for key, value in said.items() if key != name}
