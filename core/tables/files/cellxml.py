"""The cells of a large sheet's XML (ECMA-376 part 1, 18.3), cut by whole-file kernels.

Only XML that is beyond doubt is cut: every tag between the rows must belong to a cell of a shape
known here. Anything else goes the careful way (`workbook`); a test holds both to the same sheet.
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.files import eights
from core.tables.files.cellvalues import texts_in, texts_of_cells, values_of_cells

_CELL, _END = b'<c r="', b"</c>"
_TAG = re.compile(rb'((?: \w+="\w*")*) ?(/?)>')
_ATTRIBUTE = re.compile(rb' ([st])="(\w+)"')
TYPES = {b"n", b"s", b"str", b"b", b"e", b"inlineStr"}
MIXER = np.uint64(0x9E3779B97F4A7C15)
LETTERS, DIGITS = 3, 7  # of a cell's name, at most
ATTRIBUTES = 32  # letters of a cell's tag behind its name, at most
ROOM = 64  # letters behind the last cell, so that whole words can be taken from it


@dataclass(frozen=True)
class Sort:
    """What the tag of a cell says of it."""

    style: int | None
    type: str
    closed: bool  # a tag without a value


@dataclass(frozen=True)
class Cells:
    """All cells of a sheet in the order of rows, and in them of columns."""

    rows: np.ndarray  # from 0
    columns: np.ndarray  # from 0
    sorts: list[Sort]
    sort: np.ndarray  # of each cell, its place among the sorts
    begins: np.ndarray  # of each value in the XML; for a closed tag, anywhere
    ends: np.ndarray
    xml: bytes


def cut(xml: bytes) -> Cells | None:
    """The cells of a sheet; None when the XML must be read with care."""
    first, last = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    if first < 0 or last < first or _is_odd(xml, first, last):
        return None
    padded = xml if len(xml) - last > ROOM else xml + bytes(ROOM)
    letters, words = np.frombuffer(padded, np.uint8), eights.words_of(padded)
    at = eights.starts(_CELL, letters[first:last]) + first
    named = _named(letters, words, at + len(_CELL))
    if named is None or not len(at):
        return None
    rows, columns, behind = named
    tagged = _tagged(words, behind)
    if tagged is None or not (np.diff(rows * (1 << 15) + columns) > 0).all():
        return None
    sorts, sort, inside = tagged
    filled = np.flatnonzero(~np.array([one.closed for one in sorts])[sort])
    end = eights.starts(_END, letters[first:last]) + first
    follows = np.append(at, last)[filled + 1]
    if len(end) != len(filled) or not ((inside[filled] <= end) & (end < follows)).all():
        return None
    begins, ends = inside.copy(), inside.copy()
    worded = np.array([one.type == "inlineStr" for one in sorts])[sort[filled]]
    tags = len(at) - len(filled) + _row_tags(xml, first, last)
    for some, shape in ((worded, texts_of_cells), (~worded, values_of_cells)):
        found = shape(padded, inside[filled[some]], end[some])
        if found is None:
            return None
        begins[filled[some]], ends[filled[some]], count = found
        tags += count
    if tags != xml.count(b"<", first + 1, last):
        return None
    return Cells(rows, columns, sorts, sort, begins, ends, xml)


def cut_strings(xml: bytes) -> tuple[np.ndarray, np.ndarray] | None:
    """Where each shared string begins and ends; None when the XML must be read with care."""
    first, last = xml.find(b"<si>"), xml.rfind(b"</sst>")
    if first < 0 or last < first or _is_odd(xml, first, last):
        return None
    padded = xml + bytes(ROOM)
    letters = np.frombuffer(padded, np.uint8)
    at = eights.starts(b"<si>", letters[first:last]) + first
    end = eights.starts(b"</si>", letters[first:last]) + first
    if len(at) != len(end) or not ((at < end) & (end < np.append(at[1:], last))).all():
        return None
    found = texts_in(padded, at, end + len(b"</si>"), b"<si>")
    if found is None or 4 * len(at) != xml.count(b"<", first, last):
        return None
    return found[0], found[1]


def _is_odd(xml: bytes, first: int, last: int) -> bool:
    """Whether the XML is written in another way than by spreadsheet programs."""
    head = xml[:first]
    told = re.search(rb'<\?xml[^>]*encoding=["\']([^"\']*)', head)
    return (
        (told is not None and told.group(1).lower() != b"utf-8")
        or b"<!" in head
        or b"<!" in xml[last:]
        or not xml[last:].rstrip().endswith((b"</worksheet>", b"</sst>"))
        or xml.find(b"\r", first, last) >= 0
    )


def _row_tags(xml: bytes, first: int, last: int) -> int:
    marks = (b"<row ", b"<row>", b"</row>")
    return sum(xml.count(mark, first, last) for mark in marks)


def _named(
    letters: np.ndarray, words: np.ndarray, at: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    """Rows and columns of the cells' names, and the places behind their closing marks."""
    column, going = np.zeros(len(at), np.int64), np.ones(len(at), bool)
    digits = at.copy()
    for i in range(LETTERS):
        letter = letters[at + i] - np.uint8(ord("A"))  # below the first, it wraps round
        going &= letter < 26
        column = np.where(going, column * 26 + letter + 1, column)
        digits += going
    word = words[digits]
    count = eights.place_in(word, ord('"'))
    if not ((column > 0) & (count > 0) & (count <= DIGITS)).all():
        return None
    row = eights.whole(word, count)
    return None if (row < 1).any() else (row - 1, column - 1, digits + count + 1)


def _tagged(
    words: np.ndarray, behind: np.ndarray
) -> tuple[list[Sort], np.ndarray, np.ndarray] | None:
    """The sorts of cells by what their tags say, which each is, and where its inside begins."""
    parts: list[np.ndarray] = []
    inside, going = behind.copy(), np.ones(len(behind), bool)
    while going.any() and len(parts) < ATTRIBUTES // 8:
        part = words[behind + 8 * len(parts)]
        place = eights.place_in(part, ord(">"))
        taken = np.where(going, np.minimum(place + 1, 8), 0)
        parts.append(eights.kept(part, taken))
        inside += taken
        going &= place == 8
    if going.any():
        return None
    sort, kinds = _told_apart(parts)
    sorts = [_sort(b"".join(part[one].tobytes() for part in parts)) for one in kinds]
    known = [one for one in sorts if one is not None]
    return (known, sort, inside) if len(known) == len(sorts) else None


def _told_apart(parts: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Which of the distinct tags each cell has, and the first cell of each."""
    mixed = np.zeros(len(parts[0]), np.uint64)
    for part in parts:
        mixed = (mixed ^ part) * MIXER
        mixed ^= mixed >> np.uint64(29)
    which, _ = pd.factorize(mixed)
    kinds = np.unique(which, return_index=True)[1]
    if all((part == part[kinds][which]).all() for part in parts):
        return which, kinds
    every = np.unique(np.stack(parts), axis=1, return_index=True, return_inverse=True)
    return every[2].ravel(), every[1]


def _sort(tag: bytes) -> Sort | None:
    """What a tag says behind the cell's name; None for what is not known here."""
    found = _TAG.fullmatch(tag.rstrip(b"\x00"))
    if found is None:
        return None
    told = dict(_ATTRIBUTE.findall(found.group(1)))
    style, kind = told.get(b"s"), told.get(b"t", b"n")
    if len(told) != found.group(1).count(b"=") or kind not in TYPES:
        return None
    return Sort(int(style) if style else None, kind.decode(), bool(found.group(2)))
