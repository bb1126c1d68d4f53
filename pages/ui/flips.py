"""What the person says a row or a column of the sheet is, where it was understood otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from core.figures import data as pictures
from core.figures.data import XRay
from core.figures.roles import Role
from core.reports import column_name
from core.tables import Column, ColumnType, Grid, RowRole, RowSaid
from core.tables.layout.said import said_of
from core.tables.type_names import TYPES
from pages.ui import changes, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

_SEEN = {Role.HEADER: RowRole.HEADER, Role.DATA: RowRole.DATA, Role.NEXT: RowRole.DATA,
         Role.HIDDEN: RowRole.DATA,
         Role.TOTAL: RowRole.TOTAL, Role.NOTE: RowRole.NOTE, Role.TITLE: RowRole.NOTE}  # fmt: skip
_SAME = {ColumnType.INTEGER: ColumnType.NUMBER, ColumnType.DATETIME: ColumnType.DATE}
_READ_AS = (ColumnType.TEXT, ColumnType.NUMBER, ColumnType.DATE, ColumnType.BOOLEAN)


def ask_row(file: OpenFile, grid: Grid, view: XRay, number: int) -> None:
    """Asks what a row is; another answer reads the file again."""
    seen = _SEEN.get(view.rows.get(number, Role.OTHER))
    key = f"row-{file.id}-{grid.sheet}-{number}-{seen}"
    _pick(t("Row {row} is", row=number), dict(zip(RowRole, map(role_name, RowRole), strict=True)),
          seen, key, lambda said: _say_row(file, grid, number, RowRole(said)))  # fmt: skip


def ask_column(file: OpenFile, one: Column) -> None:
    """Asks how a column is to be read, and which comes first in its dates."""
    types = {type: TYPES[type].to(session.language()) for type in _READ_AS}
    seen = _SAME.get(one.type, one.type)
    name = column_name(one, session.language())
    label = t("Read “{name}” as", name=widgets.plain(name))
    _pick(label, types, seen if seen in types else None, f"type-{file.id}-{one.name}-{seen}",
          lambda said: _say_type(file, one.name, ColumnType(said)))  # fmt: skip
    if seen is ColumnType.DATE:
        ask_order(file, one.name)


def role_name(role: RowRole) -> str:
    """What a row can be said to be, in words."""
    shown = next(seen for seen, said in _SEEN.items() if said is role)
    return pictures.role_name(shown).to(session.language())


def ask_order(file: OpenFile, name: str) -> None:
    """Asks which comes first in dates: in a column, or in the header."""
    first = file.answers.date_order.get(name)
    orders = {"dmy": t("day first"), "mdy": t("month first")}
    _pick(t("Dates written in digits have the"), orders, first,
          f"order-{file.id}-{name}-{first}",
          lambda order: _say_order(file, name, order))  # fmt: skip


def _pick(
    label: str, choices: Mapping[str, str], seen: str | None, key: str, say: Callable[[str], None]
) -> None:
    st.segmented_control(
        label,
        list(choices),
        default=seen,
        format_func=choices.get,
        key=key,
        wrap=True,
        on_change=lambda: session.picked(key) and say(session.picked(key)),
    )


def _say_row(file: OpenFile, grid: Grid, number: int, role: RowRole) -> None:
    others = [one for one in file.answers.rows if (one.sheet, one.row) != (grid.sheet, number)]
    spoken = RowSaid(grid.sheet, number, said_of(grid, number), role)
    changes.answer(file, replace(file.answers, rows=(*others, spoken)))


def _say_type(file: OpenFile, name: str, type: ColumnType) -> None:
    changes.answer(file, replace(file.answers, types={**file.answers.types, name: type}))


def _say_order(file: OpenFile, name: str, order: str) -> None:
    changes.answer(file, replace(file.answers, date_order={**file.answers.date_order, name: order}))
