"""What the XML of an .xlsx file says that calamine does not (ECMA-376 part 1, 18.3).

Error cells and formulas that were never calculated come out of calamine as empty; percent formats,
hidden rows and the 1904 date system do not come out at all.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import unescape

from core.errors import Place
from core.settings import Settings
from core.tables.sheets import check_size

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


@dataclass
class Bounds:
    """The file that is read, its limits, and the cells seen so far."""

    source: str
    limits: Settings
    cells: int = 0


@dataclass(frozen=True)
class Marks:
    """What the XML of one sheet says beyond its values; keys are (row, column) from 0."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    percents: frozenset[tuple[int, int]] = frozenset()
    uncalculated: tuple[tuple[int, int], ...] = ()
    hidden_rows: int = 0


class Package:
    """The XML parts of an .xlsx file that calamine keeps to itself."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        book = self._part("xl/workbook.xml")
        self.date_1904 = bool(re.search(rb'date1904="(1|true)"', book))
        self._to_calculate = bool(re.search(rb'fullCalcOnLoad="(1|true)"', book))
        targets = dict(_relations(self._part("xl/_rels/workbook.xml.rels")))
        self._paths = {name: targets.get(identity, "") for name, identity in _listed(book)}
        self._percent_styles = _percent_styles(self._part("xl/styles.xml"))

    def marks(self, sheet: str, bounds: Bounds) -> Marks:
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


def _refuse_far_cells(xml: bytes, bounds: Bounds, sheet: str) -> None:
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
