"""Workbook bytes -> sheets, through calamine, with what calamine does not tell.

Calamine gives error cells and formulas that were never calculated as empty; both, percent formats
and the 1904 date system are read from the sheet XML of .xlsx files (ECMA-376 part 1, 18.3).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import unescape

import python_calamine as calamine

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.settings import Settings
from core.tables.sheets import Sheet, check_size
from core.tables.sniff import Format, save_as

_CELL = re.compile(rb'<c r="([A-Z]{1,4})(\d{1,12})"([^>]*[^/>])?>')
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*\bt="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>'
)
_UNCALCULATED = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>'
)
_ZERO = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)<v>([^<]*)</v>'
)
_STYLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*?\bs="(\d+)"')
_PERCENT_BUILT_IN = {9, 10}


@dataclass(frozen=True)
class Marks:
    """What the XML of one sheet says beyond its values; keys are (row, column) from 0."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    percents: frozenset[tuple[int, int]] = frozenset()
    uncalculated: tuple[tuple[int, int], ...] = ()
    hidden_rows: int = 0


def read_workbook(content: bytes, form: Format, source: str, limits: Settings) -> list[Sheet]:
    """The sheets of a workbook, each at most as large as the limits allow. Raises Refusal."""
    try:
        book = calamine.load_workbook(io.BytesIO(content))
    except calamine.PasswordError as stop:
        raise Refusal(
            text("The workbook is protected by a password."),
            text("Open it, remove the password, save it and try again."),
            Place(source),
        ) from stop
    except (calamine.CalamineError, OSError, ValueError) as stop:
        raise _unreadable(source) from stop
    known = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
    if len(known) > limits.sheets:
        raise Refusal(
            text("The workbook has more than {n} sheets.", n=limits.sheets), save_as(), Place(source)
        )
    extra = _Package(content) if form is Format.XLSX else None
    return list(_sheets(book, known, extra, _Bounds(source, limits)))


@dataclass
class _Bounds:
    source: str
    limits: Settings
    cells: int = 0


def _sheets(
    book: calamine.CalamineWorkbook,
    known: list[calamine.SheetMetadata],
    extra: "_Package | None",
    bounds: _Bounds,
) -> Iterator[Sheet]:
    for one in known:
        marks = extra.marks(one.name, bounds) if extra else Marks()
        try:
            lying = book.get_sheet_by_name(one.name)
        except (calamine.CalamineError, ValueError) as stop:
            raise _unreadable(bounds.source, one.name) from stop
        sheet = Sheet(one.name, hidden=one.visible != calamine.SheetVisibleEnum.Visible)
        place = Place(bounds.source, one.name)
        if lying.end is not None:
            bounds.cells += (lying.end[0] + 1) * (lying.end[1] + 1)
            check_size(lying.end[0] + 1, lying.end[1] + 1, bounds.limits, place)
            check_size(1, 1, bounds.limits, place, bounds.cells)
            _fill(sheet, lying, marks)
        sheet.merged = [(*first, *last) for first, last in lying.merged_cell_ranges or ()]
        sheet.date_1904 = extra is not None and extra.date_1904
        sheet.notices += _said(marks, sheet)
        yield sheet


def _said(marks: Marks, sheet: Sheet) -> list[Text]:
    found = []
    if sheet.date_1904 and sheet.has_dates():
        found.append(text("The workbook counts dates from 1904; they were read so."))
    if marks.uncalculated:
        found.append(
            counted(
                "{n} formula has no calculated value and counts as unknown; open the workbook in a "
                "spreadsheet program and save it to fill it in.",
                "{n} formulas have no calculated value and count as unknown; open the workbook in "
                "a spreadsheet program and save it to fill them in.",
                len(marks.uncalculated),
            )
        )
    if marks.hidden_rows:
        found.append(
            counted("{n} hidden row was read too.", "{n} hidden rows were read too.", marks.hidden_rows)
        )
    return found


def _fill(sheet: Sheet, lying: calamine.CalamineSheet, marks: Marks) -> None:
    for row in lying.to_python(skip_empty_area=False):
        sheet.append([written(value) for value in row])
    for (row, column), words in marks.errors.items():
        sheet.put(row, column, words, "error")
    for row, column in marks.uncalculated:
        sheet.put(row, column, "", "empty")
    for row, column in marks.percents:
        if sheet.kind(row, column) == "number":
            sheet.put(row, column, None, "percent")


def written(value: object) -> tuple[str, str]:
    """A reader's value as text and kind: shortest digits, ISO dates."""
    match value:
        case str():
            return (value, "text") if value.strip() else ("", "empty")
        case bool():
            return str(value).upper(), "boolean"
        case float():
            whole = value.is_integer() and abs(value) < 1e15
            return (str(int(value)) if whole else repr(value)), "number"
        case int():
            return str(value), "number"
        case datetime():
            midnight = value.time() == time()
            return (value.date() if midnight else value).isoformat(), (
                "date" if midnight else "datetime"
            )
        case date():
            return value.isoformat(), "date"
        case time():
            return value.isoformat(), "time"
        case timedelta():
            return str(value), "duration"
        case None:
            return "", "empty"
    return str(value), "text"


def _unreadable(source: str, sheet: str = "") -> Refusal:
    return Refusal(
        text("The workbook cannot be read: it is damaged or unusual."),
        save_as(),
        Place(source, sheet),
    )


class _Package:
    """The XML parts of an .xlsx file that calamine keeps to itself."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        book = self._part("xl/workbook.xml")
        self.date_1904 = bool(re.search(rb'date1904="(1|true)"', book))
        self._to_calculate = bool(re.search(rb'fullCalcOnLoad="(1|true)"', book))
        targets = dict(_relations(self._part("xl/_rels/workbook.xml.rels")))
        self._paths = {
            name: targets.get(identity, "") for name, identity in _listed(book)
        }
        self._percent_styles = _percent_styles(self._part("xl/styles.xml"))

    def marks(self, sheet: str, bounds: _Bounds) -> Marks:
        """What the XML of that sheet says. Raises Refusal for a cell out of bounds."""
        path = self._paths.get(sheet, "")
        xml = self._part(path.lstrip("/") if path.startswith("/") else f"xl/{path}")
        _refuse_far_cells(xml, bounds, sheet)
        percents = frozenset(
            _position(column, row)
            for column, row, style in (_STYLED.findall(xml) if self._percent_styles else ())
            if int(style) in self._percent_styles
        )
        return Marks(
            {_position(c, r): words.decode() for c, r, words in _ERROR.findall(xml)},
            percents,
            tuple(_position(*found) for found in _UNCALCULATED.findall(xml)) + self._zeros(xml),
            len(re.findall(rb'<row [^>]*hidden="(?:1|true)"', xml)),
        )

    def _zeros(self, xml: bytes) -> tuple[tuple[int, int], ...]:
        """Formulas of a workbook that asks to be calculated first and holds only zeros for them."""
        found = _ZERO.findall(xml) if self._to_calculate else []
        if any(value != b"0" for _, _, value in found):
            return ()
        return tuple(_position(column, row) for column, row, _ in found)

    def _part(self, name: str) -> bytes:
        try:
            return self._archive.read(name)
        except KeyError:
            return b""


def _refuse_far_cells(xml: bytes, bounds: _Bounds, sheet: str) -> None:
    """One value at XFD1048576 makes the reader reserve the whole sheet: refuse before."""
    far_row = far_column = 0
    for match in _CELL.finditer(xml):
        row, column = _position(match.group(1), match.group(2))
        far_row, far_column = max(far_row, row), max(far_column, column)
    check_size(far_row + 1, far_column + 1, bounds.limits, Place(bounds.source, sheet))


def _position(letters: bytes, row: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row) - 1, column - 1


def _relations(xml: bytes) -> Iterator[tuple[str, str]]:
    for tag in re.findall(rb"<Relationship [^>]*>", xml):
        identity, target = re.search(rb' Id="([^"]*)"', tag), re.search(rb' Target="([^"]*)"', tag)
        if identity and target:
            yield identity.group(1).decode(), target.group(1).decode()


def _listed(xml: bytes) -> Iterator[tuple[str, str]]:
    for tag in re.findall(rb"<sheet [^>]*>", xml):
        name, identity = re.search(rb' name="([^"]*)"', tag), re.search(rb' r:id="([^"]*)"', tag)
        if name and identity:
            words = unescape(name.group(1).decode(), {"&quot;": '"', "&apos;": "'"})
            yield words, identity.group(1).decode()


def _percent_styles(xml: bytes) -> frozenset[int]:
    """The cell styles that show a number as percent."""
    formats = {
        int(found.group(1))
        for tag in re.findall(rb"<numFmt [^>]*>", xml)
        if b"%" in tag and (found := re.search(rb'numFmtId="(\d+)"', tag))
    } | _PERCENT_BUILT_IN
    cells = re.search(rb"<cellXfs.*?</cellXfs>", xml, re.DOTALL)
    styles = re.findall(rb'<xf [^>]*?numFmtId="(\d+)"', cells.group()) if cells else []
    return frozenset(index for index, style in enumerate(styles) if int(style) in formats)
