"""What the XML of an .xlsx file says that calamine does not (ECMA-376 part 1, 18.3).

Error cells and formulas that were never calculated come out of calamine as empty; number formats,
hidden rows and columns, links and the 1904 date system do not come out at all.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import unescape

from core.errors import Place
from core.settings import Settings
from core.tables.files import regular_sheets
from core.tables.files.archives import Held
from core.tables.files.asked import asked
from core.tables.files.cellxml import Cells
from core.tables.files.marks import Marks, Position
from core.tables.files.numberforms import BUILT_IN, Form, form_of
from core.tables.files.reach import reach
from core.tables.files.sheets import check_size
from core.tables.files.valued import Shown
from core.tables.files.xmlwords import shared_strings

_CELL = re.compile(rb'<c r="([A-Z]{1,4})(\d{1,12})"([^>]*[^/>])?>')
_FORMULA = rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)"
_PLACED = rb'<c r="([A-Z]{1,3})(\d{1,7})"'
_ERROR = re.compile(_PLACED + rb'[^>]*\bt="e"[^>]*>' + _FORMULA + rb"?<v>([^<]*)</v>")
_UNCALCULATED = re.compile(
    _PLACED + rb"[^>]*>" + _FORMULA + rb"(?:<v\s*/>|<v></v>|<v>\s*</v>)?</c>"
)
_ZERO = re.compile(_PLACED + rb"[^>]*>" + _FORMULA + rb"<v>([^<]*)</v>")
_STYLED = re.compile(_PLACED + rb'[^>]*?\bs="(\d+)"')
_LINKED = re.compile(rb"<f[^>]*>[^<]*\[[^\[\]<]+\][^\[\]<!,()]*!")
_LONG = re.compile(_PLACED + rb'(?:(?! t="[^n])[^>])*>' + _FORMULA + rb"?<v>(-?\d{16,40})</v>")
_DIGITS = re.compile(rb"<v>-?\d{16}")
_ROUNDED = re.compile(rb"<v>-?\d(?:\.\d+)?[Ee]\+?(?:1[5-9]|[2-9]\d)</v>")
_HIDDEN_ROW = re.compile(rb'<row [^>]*hidden="(?:1|true)"[^>]*>')
_ROW_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_COLUMNS = re.compile(rb'<col [^>]*hidden="(?:1|true)"[^>]*>')
_FILTER = re.compile(rb"<(filterColumn|autoFilter)\b")


@dataclass
class Bounds:
    """The file that is read, its limits, and the cells seen so far."""

    source: str
    limits: Settings
    cells: int = 0


class Package:
    """The XML parts of an .xlsx file that calamine keeps to itself."""

    def __init__(self, held: Held) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(held.content))
        self._inflated = held.parts.inflated if held.parts else {}
        book = self._part("xl/workbook.xml")
        self.date_1904 = bool(re.search(rb'date1904="(1|true)"', book))
        self.macros = "xl/vbaProject.bin" in self._archive.namelist()
        self._to_calculate = bool(re.search(rb'fullCalcOnLoad="(1|true)"', book))
        targets = dict(_relations(self._part("xl/_rels/workbook.xml.rels")))
        listed = list(_listed(book))
        self._paths = {name: targets.get(identity, "") for name, identity in listed}
        self._unmistakable = len(self._paths) == len(listed)  # no two sheets of one name
        self._forms = _forms(self._part("xl/styles.xml"))

    def marks(self, sheet: str, bounds: Bounds) -> Marks:
        """What the XML of that sheet says. Raises Refusal for a cell out of bounds."""
        xml = self._part(self._path(sheet))
        cells = regular_sheets.regular_cells(xml) if self._unmistakable else None
        _refuse_far_cells(xml, cells, bounds, sheet)
        lying = regular_sheets.lying_in(cells, self._book(sheet)) if cells else None
        errors = _ERROR.findall(xml) if b't="e"' in xml else ()
        formulas, hidden = xml if b"<f" in xml else b"", xml if b'hidden="' in xml else b""
        long = _LONG.findall(xml) if _DIGITS.search(xml) else ()
        return Marks(
            {_position(c, r): _decoded(words) for c, r, words in errors},
            {} if lying else dict(self._formed(xml)),
            [_position(*found) for found in _UNCALCULATED.findall(formulas)]
            + self._zeros(formulas),
            {_position(c, r): (_decoded(words), "text") for c, r, words in long},
            rounded=len(_ROUNDED.findall(xml)),
            hidden_rows=set(_hidden_rows(hidden)),
            hidden_columns={at for tag in _COLUMNS.findall(hidden) for at in _covered(tag)},
            filtered=b"ilter" in xml and bool(_FILTER.search(xml)),
            linked=len(_LINKED.findall(formulas)),
            padded=regular_sheets.padded_in(cells, self._forms) if cells and lying else 0,
            lying=lying,
        )

    def _path(self, sheet: str) -> str:
        path = self._paths.get(sheet, "")
        return path.lstrip("/") if path.startswith("/") else f"xl/{path}"

    def _book(self, sheet: str) -> regular_sheets.Book:
        """What the cells of that sheet refer to."""
        ask = asked(self._part, sheet, self._path(sheet))
        return regular_sheets.Book(self._forms, lambda: self._strings, ask)

    @cached_property
    def _strings(self) -> Shown | None:
        return shared_strings(self._part("xl/sharedStrings.xml"))

    def _formed(self, xml: bytes) -> Iterator[tuple[Position, Form]]:
        """The cells whose number format changes what their number means."""
        if not self._forms:
            return
        for column, row, style in _STYLED.findall(xml):
            if form := self._forms.get(int(style)):
                yield _position(column, row), form

    def _zeros(self, xml: bytes) -> list[Position]:
        """Formulas of a workbook that asks to be calculated first and holds only zeros for them."""
        found = _ZERO.findall(xml) if self._to_calculate else []
        if any(value != b"0" for _, _, value in found):
            return []
        return [_position(column, row) for column, row, _ in found]

    def _part(self, name: str) -> bytes:
        try:
            return self._inflated.get(name) or self._archive.read(name)
        except KeyError:
            return b""


def _refuse_far_cells(xml: bytes, cells: Cells | None, bounds: Bounds, sheet: str) -> None:
    """One value at XFD1048576 makes the reader reserve the whole sheet: refuse before."""
    most, place = bounds.limits, Place(bounds.source, sheet)
    if cells is not None:
        check_size(*regular_sheets.far_in(cells), most, place)
        return
    rows, columns = reach(xml) or (most.rows + 1, 0)
    if rows <= most.rows and columns <= most.columns and rows * columns <= most.cells:
        return
    far_row = far_column = 0
    for match in _CELL.finditer(xml):
        row, column = _position(match.group(1), match.group(2))
        far_row, far_column = max(far_row, row), max(far_column, column)
    check_size(far_row + 1, far_column + 1, most, place)


def _position(letters: bytes, row: bytes) -> Position:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row) - 1, column - 1


def _hidden_rows(xml: bytes) -> Iterator[int]:
    """The hidden rows of a sheet, from 0."""
    for tag in _HIDDEN_ROW.findall(xml):
        if number := _ROW_NUMBER.search(tag):
            yield int(number.group(1)) - 1


def _covered(tag: bytes) -> range:
    """The columns a col element covers, from 0."""
    ends = [re.search(rb'\b%s="(\d{1,6})"' % name, tag) for name in (b"min", b"max")]
    first, last = (int(end.group(1)) if end else 1 for end in ends)
    return range(first - 1, min(last, 16_384))


def _relations(xml: bytes) -> Iterator[tuple[str, str]]:
    for tag in re.findall(rb"<Relationship [^>]*>", xml):
        identity, target = re.search(rb' Id="([^"]*)"', tag), re.search(rb' Target="([^"]*)"', tag)
        if identity and target:
            yield _decoded(identity.group(1)), _decoded(target.group(1))


def _listed(xml: bytes) -> Iterator[tuple[str, str]]:
    for tag in re.findall(rb"<sheet [^>]*>", xml):
        name, identity = re.search(rb' name="([^"]*)"', tag), re.search(rb' r:id="([^"]*)"', tag)
        if name and identity:
            words = unescape(_decoded(name.group(1)), {"&quot;": '"', "&apos;": "'"})
            yield words, _decoded(identity.group(1))


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")


def _forms(xml: bytes) -> dict[int, Form]:
    """The cell styles whose number format changes what a number means."""
    codes = dict(BUILT_IN)
    for tag in re.findall(rb"<numFmt [^>]*>", xml):
        identity = re.search(rb'numFmtId="(\d{1,6})"', tag)
        code = re.search(rb'formatCode="([^"]*)"', tag)
        if identity and code:
            codes[int(identity.group(1))] = unescape(_decoded(code.group(1)), {"&quot;": '"'})
    cells = re.search(rb"<cellXfs.*?</cellXfs>", xml, re.DOTALL)
    styles = re.findall(rb'<xf [^>]*?numFmtId="(\d{1,6})"', cells.group()) if cells else []
    found = {i: form_of(codes.get(int(style), "")) for i, style in enumerate(styles)}
    return {style: form for style, form in found.items() if not form.plain}
