"""What the XML of an .ods file says that calamine does not (OpenDocument 1.3 part 3, 9).

Percent values, errors, formulas that were never calculated and hidden rows; a flat .fods file is
the same XML without its archive.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from core.errors import Place, Refusal
from core.language import text
from core.tables.files.archives import damaged
from core.tables.files.marks import Marks
from core.tables.files.numberforms import Form
from core.tables.files.package import Bounds
from core.tables.files.sheets import check_size
from core.tables.files.sniff import save_as
from core.tables.words import ERRORS

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
PERCENT = Form(percent=True)
_INDENTED = re.compile(rb">\s*\n\s*<")
_LENGTH = re.compile(r"(-)?PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
HIDDEN = ("collapse", "filter")


@dataclass
class _State:
    """The sheet that is read and how far."""

    bounds: Bounds
    sheets: dict[str, Marks] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    row: int = 0
    column: int = 0  # of the next column element
    last: int = 0  # rows up to the last that holds something
    cells: int = 0
    name: str = ""


def document_marks(content: bytes, bounds: Bounds) -> dict[str, Marks]:
    """The marks of each sheet. Raises Refusal for entities and for cells out of bounds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inner = archive.read("content.xml") if "content.xml" in archive.namelist() else b""
    if not inner:
        raise damaged(Place(bounds.source))
    state = _State(bounds)
    try:
        for event, element in iterparse(io.BytesIO(inner), ("start", "end"), forbid_dtd=True):
            _take(event, element, state)
    except DefusedXmlException as stop:
        raise trapped(Place(bounds.source)) from stop
    except (ParseError, ValueError, LookupError) as stop:
        raise damaged(Place(bounds.source)) from stop
    return state.sheets


def _take(event: str, element: Element, state: _State) -> None:
    if event == "start":
        if element.tag == TABLE + "table":
            state.marks, state.row, state.column, state.cells = Marks(), 0, 0, 0
            state.name = element.get(TABLE + "name", "")
            state.sheets[state.name] = state.marks
    elif element.tag == TABLE + "table-row":
        _row(element, state)
        element.clear()
    elif element.tag == TABLE + "table-column":
        covered = range(
            state.column, state.column + _times(element, "number-columns-repeated", 16384)
        )
        state.column = covered.stop
        if element.get(TABLE + "visibility") in HIDDEN:
            state.marks.hidden_columns |= set(covered)


def trapped(place: Place) -> Refusal:
    """The refusal of XML that defines entities of its own."""
    return Refusal(
        text("The file defines XML entities, which can be a trap; it is not read."),
        save_as(),
        place,
    )


def unindented(content: bytes) -> bytes:
    """An .ods archive whose XML is indented, as one with nothing but its content, on one line."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed_flat(archive.read("content.xml"))


def packed_flat(content: bytes) -> bytes:
    """A flat .fods file as the .ods archive it would have been, without its indentation."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", _INDENTED.sub(b"><", content))
    return out.getvalue()


def _row(element: Element, state: _State) -> None:
    times = _times(element, "number-rows-repeated", 1 << 21)
    column = width = 0
    for cell in element:
        if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            continue
        across = _times(cell, "number-columns-repeated", 1 << 15)
        if cell.get(OFFICE + "value-type") or cell.get(TABLE + "formula"):
            width = column + across
            _refuse_far(state, times, width)
            _cell(cell, state, (column, across, times))
        column += across
    if width:
        state.cells += width * times
        place = Place(state.bounds.source, state.name)
        check_size(1, 1, state.bounds.limits, place, max(1, state.cells))
        if element.get(TABLE + "visibility") in HIDDEN:
            state.marks.hidden_rows |= set(range(state.row, state.row + times))
            state.marks.filtered |= element.get(TABLE + "visibility") == "filter"
    state.row += times


def _refuse_far(state: _State, times: int, width: int) -> None:
    place = Place(state.bounds.source, state.name)
    check_size(state.row + times, width, state.bounds.limits, place)


def _cell(cell: Element, state: _State, reach: tuple[int, int, int]) -> None:
    """Mark a cell, and its repetitions right of it and below."""
    column, across, times = reach
    formula = cell.get(TABLE + "formula", "")
    words = "".join(cell.itertext()).strip()
    state.marks.linked += "'file:" in formula
    places = [(state.row + i, column + k) for i in range(times) for k in range(across)]
    if formula and (words in ERRORS or words == "#N/A" or words.startswith("Err:")):
        state.marks.errors |= dict.fromkeys(places, words)
    elif formula and not words and not _has_value(cell):
        state.marks.uncalculated += places
    elif form := _form(cell.get(OFFICE + "value-type", ""), words):
        state.marks.forms |= dict.fromkeys(places, form)
    elif value := _value(cell, words):
        state.marks.values |= dict.fromkeys(places, value)


def _form(kind: str, words: str) -> Form | None:
    """What the shown words say of a number's format."""
    if kind == "percentage":
        return PERCENT
    padded = kind == "float" and words.isdecimal() and words[0] == "0" and len(words) > 1
    return Form(digits=len(words)) if padded else None


def _value(cell: Element, words: str) -> tuple[str, str] | None:
    """Text and kind of values that calamine gives otherwise: truth values, more than 24 hours."""
    if cell.get(OFFICE + "value-type") == "float" and words.upper() in ("TRUE", "FALSE"):
        return words.upper(), "boolean"
    length = _LENGTH.fullmatch(cell.get(OFFICE + "time-value", ""))
    if length is None or int(length.group(2)) < 24:
        return None
    return _clock(*length.groups()), "duration"


def _clock(sign: str | None, hours: str, minutes: str, seconds: str) -> str:
    return f"{sign or ''}{int(hours)}:{int(minutes):02}:{int(seconds):02}"


def _has_value(cell: Element) -> bool:
    given = ("value", "date-value", "time-value", "boolean-value", "string-value")
    return any(OFFICE + one in cell.attrib for one in given) or (
        cell.get(OFFICE + "value-type") == "string"
    )


def _times(element: Element, name: str, most: int) -> int:
    given = element.get(TABLE + name, "1")
    return min(max(1, int(given)), most) if given.isdecimal() else 1
