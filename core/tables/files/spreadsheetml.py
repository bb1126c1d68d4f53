"""SpreadsheetML 2003, the XML a spreadsheet program of that age saves -> sheets.

Entities and document types are refused by defusedxml; rows are let go as soon as they are read.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from core.errors import Place, Refusal
from core.language import text
from core.settings import Settings
from core.tables.files.archives import damaged
from core.tables.files.marks import Marks, hide, said
from core.tables.files.numberforms import Form, form_of, shown
from core.tables.files.opendocument import trapped
from core.tables.files.sheets import Sheet, check_size
from core.tables.files.sniff import save_as
from core.tables.files.values import written

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
X = "{urn:schemas-microsoft-com:office:excel}"
NAMED = {
    "Percent": "0%",
    "General Number": "",
    "Currency": "$#,##0.00",
    "Euro Currency": "[$€]0.00",
}


@dataclass
class _State:
    """The sheet that is read and where in it the next row stands."""

    place: Place
    limits: Settings
    sheets: list[Sheet] = field(default_factory=list)
    seen: Marks = field(default_factory=Marks)
    forms: dict[str, Form] = field(default_factory=dict)
    row: int = 0
    column: int = 0  # of the next Column element
    below: dict[int, int] = field(default_factory=dict)  # column -> first row free of a merge
    date_1904: bool = False
    cells: int = 0


def read_spreadsheetml(content: bytes, source: str, limits: Settings) -> list[Sheet]:
    """The sheets of the workbook. Raises Refusal."""
    state = _State(Place(source), limits)
    try:
        for event, element in iterparse(io.BytesIO(content), ("start", "end"), forbid_dtd=True):
            if event == "start":
                _start(element, state)
            else:
                _end(element, state)
    except DefusedXmlException as stop:
        raise trapped(state.place) from stop
    except (ParseError, ValueError, LookupError) as stop:
        raise damaged(state.place) from stop
    return state.sheets


def _start(element: Element, state: _State) -> None:
    if element.tag == SS + "Worksheet":
        if len(state.sheets) >= state.limits.sheets:
            what = text("The workbook has more than {n} sheets.", n=state.limits.sheets)
            raise Refusal(what, save_as(), state.place)
        state.sheets.append(Sheet(element.get(SS + "Name", "")))
        state.seen, state.row, state.column, state.below = Marks(), 0, 0, {}


def _end(element: Element, state: _State) -> None:
    if element.tag == SS + "Style":
        given = element.find(SS + "NumberFormat")
        code = "" if given is None else given.get(SS + "Format", "")
        state.forms[element.get(SS + "ID", "")] = form_of(NAMED.get(code, code))
        element.clear()
    elif element.tag == X + "Date1904":
        state.date_1904 = True
    elif state.sheets:
        _end_in_sheet(element, state)


def _end_in_sheet(element: Element, state: _State) -> None:
    sheet = state.sheets[-1]
    if element.tag == SS + "Row":
        _row(element, state, sheet)
        element.clear()
    elif element.tag == SS + "Column":
        first = _whole(element.get(SS + "Index"), state.column + 1) - 1
        state.column = min(first + _whole(element.get(SS + "Span"), 0) + 1, 16_384)
        if element.get(SS + "Hidden") == "1":
            state.seen.hidden_columns |= set(range(first, state.column))
    elif element.tag == X + "Visible":
        sheet.hidden = element.text in ("SheetHidden", "SheetVeryHidden")
    elif element.tag == SS + "Worksheet":
        sheet.date_1904 = state.date_1904
        hide(sheet, state.seen)
        sheet.notices += said(state.seen, sheet)
        element.clear()


def _row(element: Element, state: _State, sheet: Sheet) -> None:
    at = _whole(element.get(SS + "Index"), state.row + 1) - 1
    span = _whole(element.get(SS + "Span"), 0)
    if at < state.row:
        raise damaged(state.place)
    check_size(at + span + 1, 1, state.limits, state.place)
    while sheet.height < at:
        sheet.append([])
    if element.get(SS + "Hidden") == "1":
        state.seen.hidden_rows |= set(range(at, at + span + 1))
    line: list[tuple[str, str]] = []
    for column, cell in _placed(element, at, state):
        check_size(1, column + 1, state.limits, state.place)
        line += [("", "empty")] * (column - len(line))
        line.append(_cell(cell, (at, column), state))
    sheet.append(line)
    state.cells += len(line)
    check_size(1, 1, state.limits, state.place, max(1, state.cells))
    state.row = at + span + 1


def _placed(row: Element, at: int, state: _State) -> Iterator[tuple[int, Element]]:
    """The cells of a row with their columns; a cell steps over ranges merged from above."""
    column = 0
    for cell in row.iter(SS + "Cell"):
        if SS + "Index" in cell.attrib:
            column = max(column, _whole(cell.get(SS + "Index"), 1) - 1)
        else:
            while state.below.get(column, 0) > at:
                column += 1
        across, down = (
            _whole(cell.get(SS + "MergeAcross"), 0),
            _whole(cell.get(SS + "MergeDown"), 0),
        )
        check_size(at + down + 1, column + across + 1, state.limits, state.place)
        if across or down:
            state.sheets[-1].merged.append((at, column, at + down, column + across))
        if down:
            state.below |= dict.fromkeys(range(column, column + across + 1), at + down + 1)
        yield column, cell
        column += across + 1


def _cell(cell: Element, at: tuple[int, int], state: _State) -> tuple[str, str]:
    data = cell.find(SS + "Data")
    words = "" if data is None else "".join(data.itertext())
    if not words.strip():
        if SS + "Formula" in cell.attrib:
            state.seen.uncalculated.append(at)
        return "", "empty"
    kind = data.get(SS + "Type", "String") if data is not None else "String"
    form = state.forms.get(cell.get(SS + "StyleID", ""), Form())
    if kind == "Number":
        if form.digits:
            state.seen.forms[at] = form
        return shown(*written(float(words)), form)
    if kind == "DateTime":
        return written(datetime.fromisoformat(words))
    if kind == "Boolean":
        return str(words.strip() == "1").upper(), "boolean"
    return (words.strip(), "error") if kind == "Error" else (words, "text")


def _whole(given: str | None, otherwise: int) -> int:
    return int(given) if given and given.isdecimal() and len(given) < 9 else otherwise
