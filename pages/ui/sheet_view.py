"""One sheet on screen: as it lies in the file, and what was understood of it."""

import streamlit as st

from core.figures import data as pictures
from core.figures.data import XRay
from core.figures.roles import Role
from core.reports import aside_table, columns_table, issues_table
from core.tables import Column, Table
from core.tables.across.header import HEADER
from pages.ui import flips, going, said_so, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

_QUOTING = {"cell", "cells", "example", "first", "value"}  # values of notices that are cells
_DATE_IN_DIGITS = r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{2}|\d{4})"


def show(file: OpenFile) -> None:
    """The newest upload sheet by sheet, and what was understood of each."""
    widgets.notices(file.reading.notices)
    sheets = [grid.sheet for grid in file.reading.grids]
    sheet = sheets[0]
    if len(sheets) > 1:
        sheet = st.segmented_control(
            t("Sheet"),
            sheets,
            default=sheet,
            format_func=widgets.plain,
            key=f"sheet-{file.id}",
            required=True,
            wrap=True,
        )
    x_ray(file, sheet)
    for table in file.reading.tables:
        if table.sheet == sheet:
            understood(table, going.hides(file, sheet))


def x_ray(file: OpenFile, sheet: str) -> None:
    """The sheet as it lies, coloured by what was understood; a row or column picked is asked of."""
    grid = next(one for one in file.reading.grids if one.sheet == sheet)
    look = widgets.look({})
    view = pictures.xray(grid, file.reading.tables)
    if going.hides(file, sheet):
        view = pictures.heads(view)
        going.why()
    widgets.legend(pictures.legend(view, look))
    if grid.hidden:
        st.caption(t("This sheet is hidden in the workbook."))
    picked = st.dataframe(
        pictures.styled(view, look),
        key=f"grid-{file.id}-{sheet}",
        column_config={
            letter: st.column_config.Column(width=pixels)
            for letter, pixels in pictures.widths(view).items()
        },
        hide_index=False,  # the numbers of the rows stay beside the boxes that pick them
        on_select="rerun",
        selection_mode=("single-row", "single-column"),
        alt=t("The sheet as it lies in the file, coloured by what was understood"),
    )["selection"]
    st.caption(t("Something is not right? Pick a row or a column and say what it is."))
    more = pictures.left_out(view)
    if more is not None:
        st.caption(widgets.plain(more))
    for place in picked["rows"]:
        if place < len(view.cells):
            flips.ask_row(file, grid, view, int(view.cells.index[place]))
    for letter in picked["columns"]:
        _ask_column(file, sheet, letter, view)
    said_so.show(file, grid)


def _ask_column(file: OpenFile, sheet: str, letter: str, view: XRay) -> None:
    """What the columns of the tables under one letter of the sheet are."""
    columns = {
        one.name: one
        for table in file.reading.tables
        for one in table.columns
        if table.sheet == sheet and one.letter == letter
    }
    for one in columns.values():
        flips.ask_column(file, one)
    figures = _figures(file, sheet, letter)
    if figures is not None:
        flips.ask_column(file, figures)
        if view.cells.loc[view.rows == Role.HEADER, letter].str.fullmatch(_DATE_IN_DIGITS).any():
            flips.ask_order(file, HEADER)
    if not (columns or figures):
        st.caption(t("Column {letter} is no column of a table by itself.", letter=letter))


def _figures(file: OpenFile, sheet: str, letter: str) -> Column | None:
    """The figures of a table whose periods stand in its header, where some are in that column."""
    for table in file.reading.tables:
        if (
            table.sheet != sheet
            or table.origin is None
            or letter not in set(table.origin["letter"])
        ):
            continue
        return next((one for one in table.columns if one.field == "value"), None)
    return None


def understood(table: Table, hidden: bool) -> None:
    """Columns, notices, issues and what was set aside of one table; `hidden`: without any cell."""
    language = session.language()
    widgets.notices(
        [one for one in table.notices if not (hidden and _QUOTING & {*dict(one.values)})]
    )
    st.subheader(t("Columns"))
    st.dataframe(columns_table(table, language), hide_index=True, alt=t("Columns"))
    if not hidden:
        _cells(table)


def _cells(table: Table) -> None:
    """Cells that were lost, and rows set aside."""
    language = session.language()
    issues = issues_table(table.issues, language)
    st.subheader(t("Issues ({n})", n=len(issues)))
    if issues.empty:
        nothing = t("No cell was lost.")
        st.markdown(f":material/check_circle: {nothing}")
    else:
        st.dataframe(issues, hide_index=True, alt=t("Issues ({n})", n=len(issues)))
    if table.set_aside:
        with st.expander(t("Set aside ({n})", n=len(table.set_aside))):
            st.dataframe(aside_table(table.set_aside, language), hide_index=True)
