"""Large sheets whose XML is beyond doubt: their cells become columns by whole-file kernels.

What is not certain goes the careful way (`workbook`); a test holds both to the same sheet.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from core.tables.files.asked import Asked
from core.tables.files.cellxml import Cells, Sort, cut
from core.tables.files.marks import Lying
from core.tables.files.numberforms import Form, shown
from core.tables.files.sheets import CODE, KINDS
from core.tables.files.valued import TEXT, Shown, numbers_shown, shown_column
from core.tables.files.xmlwords import FAULTS, Irregular, numbers_of, said_in, words_of

MOST_SORTS = 4000  # of cells, by style and type
WORTHWHILE = 500_000  # letters from which whole-file kernels pay
MOST = 1 << 28  # letters of which the kernels' arrays still fit into memory
PLAIN = Form()
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})" ?/>')


@dataclass(frozen=True)
class Book:
    """What the cells of a sheet refer to."""

    forms: Mapping[int, Form]  # of the styles whose number format changes what a number means
    strings: Callable[[], Shown | None]  # the shared ones, None where they need care
    ask: Asked


@dataclass
class _Pool:
    """Texts that cells show, each with the code of its kind; the first is that of no cell."""

    parts: list[Shown] = field(
        default_factory=lambda: [(pa.array([""], TEXT), np.array([CODE["empty"]], np.int8))]
    )
    size: int = 1
    shared: int = 0  # where the shared strings begin

    def add(self, part: Shown) -> int:
        """The place of the first of some texts."""
        self.parts.append(part)
        self.size += len(part[0])
        return self.size - len(part[0])

    def whole(self) -> Shown:
        """All texts and codes, as places count them."""
        texts = pa.concat_arrays([texts for texts, _ in self.parts])
        return texts, np.concatenate([codes for _, codes in self.parts])


def regular_cells(xml: bytes) -> Cells | None:
    """The cells of a large sheet's XML; None when it must be read with care."""
    return cut(xml) if WORTHWHILE <= len(xml) <= MOST else None


def far_in(cells: Cells) -> tuple[int, int]:
    """How many rows and columns the cells reach that are more than a format."""
    filled = ~np.array([one.closed for one in cells.sorts])[cells.sort]
    rows, columns = cells.rows[filled], cells.columns[filled]
    return int(rows.max(initial=-1)) + 1, int(columns.max(initial=-1)) + 1


def lying_in(cells: Cells, book: Book) -> Lying | None:
    """What calamine would make of the cells of a sheet; None when it must be read with care."""
    sorts = [i for i, one in enumerate(cells.sorts) if not one.closed]
    tail = cells.xml[cells.xml.rfind(b"</sheetData>") :]
    merged = _MERGED.findall(tail)
    if not sorts or len(merged) != tail.count(b"<mergeCell ") or len(cells.sorts) > MOST_SORTS:
        return None
    try:
        where, pool = _pooled(cells, sorts, book)
    except FAULTS:
        return None
    texts, codes = pool.whole()
    columns = [
        (pa.chunked_array([texts.take(pa.array(one))]), codes[one])
        for one in _columns(cells, where)
    ]
    return Lying(
        columns, [(int(b) - 1, _column(a), int(d) - 1, _column(c)) for a, b, c, d in merged]
    )


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


def padded_in(cells: Cells, forms: Mapping[int, Form]) -> int:
    """How many cells have a number format with leading zeros."""
    padding = [bool(forms.get(one.style or 0, PLAIN).digits) for one in cells.sorts]
    padding = [
        is_so and one.style is not None for is_so, one in zip(padding, cells.sorts, strict=True)
    ]
    return int(np.array(padding)[cells.sort].sum())


def _columns(cells: Cells, where: np.ndarray) -> list[np.ndarray]:
    """For each column the place in the pool of each of its cells, 0 where there is none."""
    valued = where > 0
    rows, columns, where = cells.rows[valued], cells.columns[valued], where[valued]
    height, width = int(rows[-1]) + 1, int(columns.max()) + 1
    order = np.argsort(columns.astype(np.uint16), kind="stable")
    edges = np.cumsum(np.bincount(columns, minlength=width))[:-1]
    found = []
    for some in np.split(order, edges):
        whole = np.zeros(height, np.int64)
        whole[rows[some]] = where[some]
        found.append(whole)
    return found


def _pooled(cells: Cells, sorts: list[int], book: Book) -> tuple[np.ndarray, _Pool]:
    """For each cell with a value its place in the pool, and the pool."""
    said, pool = said_in(cells.xml, cells.begins, cells.ends), _Pool()
    where = np.zeros(len(cells.rows), np.int64)
    dated = _dated([cells.sorts[i] for i in sorts], book)
    order = np.argsort(cells.sort.astype(np.uint16), kind="stable")
    edges = np.cumsum(np.bincount(cells.sort, minlength=len(cells.sorts)))[:-1]
    split = np.split(order, edges)
    for i in sorts:
        texts = said.take(pa.array(split[i] * 2))
        where[split[i]] = _placed(texts, cells.sorts[i], book, pool, cells.sorts[i] in dated)
    return where, pool


def _dated(sorts: list[Sort], book: Book) -> set[Sort]:
    """The sorts of numbers that are dates or times to the file."""
    styled = [one for one in sorts if one.type == "n" and one.style is not None]
    values = book.ask([_attributes(one) + b"><v>1.5</v>" for one in styled])
    if values is None:
        raise Irregular
    return {one for one, value in zip(styled, values, strict=True) if type(value) is not float}


def _placed(texts: pa.Array, sort: Sort, book: Book, pool: _Pool, dated: bool) -> np.ndarray:
    """The places in the pool of cells of one sort."""
    if sort.type == "s":
        return _shared(texts, book.strings(), pool)
    if sort.type in ("str", "inlineStr"):
        return pool.add(words_of(texts)) + np.arange(len(texts))
    if sort.type == "n" and not dated:
        form = PLAIN if sort.style is None else book.forms.get(sort.style, PLAIN)
        return pool.add(_numbers(texts, form)) + np.arange(len(texts))
    return _asked(texts, sort, book, pool)


def _shared(texts: pa.Array, strings: Shown | None, pool: _Pool) -> np.ndarray:
    """Cells that name one of the shared strings by its number."""
    if strings is None:
        raise Irregular
    pool.shared = pool.shared or pool.add(strings)
    numbers = texts.cast(TEXT).cast(pa.int64()).to_numpy()
    if ((numbers < 0) | (numbers >= len(strings[0]))).any():
        raise Irregular
    return np.asarray(numbers + pool.shared)


def _numbers(texts: pa.Array, form: Form) -> Shown:
    said, codes = numbers_shown(numbers_of(texts))
    if form.percent:
        codes = np.full(len(codes), CODE["percent"], np.int8)
    elif form.digits:
        cells = [shown(words, "number", form) for words in said.to_pylist()]
        said = pa.array([words for words, _ in cells], TEXT)
        codes = np.array([CODE[kind] for _, kind in cells], np.int8)
    return said, codes


def _asked(texts: pa.Array, sort: Sort, book: Book, pool: _Pool) -> np.ndarray:
    """Cells of which each distinct value is asked for once."""
    coded = texts.dictionary_encode()
    start = _attributes(sort)
    values = book.ask([b"%b><v>%b</v>" % (start, one) for one in coded.dictionary.to_pylist()])
    if values is None:
        raise Irregular
    shown_texts, codes = shown_column(values)
    form = PLAIN if sort.style is None else book.forms.get(sort.style, PLAIN)
    if not form.plain and KINDS.index("number") in codes:
        raise Irregular
    first = pool.add((shown_texts.combine_chunks(), codes))
    return np.asarray(first + coded.indices.to_numpy())


def _attributes(sort: Sort) -> bytes:
    style = "" if sort.style is None else f' s="{sort.style}"'
    return f'{style} t="{sort.type}"'.encode()
