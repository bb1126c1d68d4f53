"""Where the data of a block begin.

Numbers and periods begin them. Records whose numbers come late, or never, begin right below the
first full row of names.
"""

import re

import numpy as np

from core.tables.layout.alike import first_alike
from core.tables.layout.looks import BLANK, MISSING, NUMBER, PERIOD, TYPED, WORDS, Words
from core.tables.words import plain

LOOKED_AT = 60
FULL = 0.75  # share of the width that a row of names fills at least
DISTINCT = 0.7  # share of its names that differ
MOSTLY = 0.6
_LABEL = re.compile(
    r"^(nama|name|cabang|branch|kota|city|wilayah|region|area|provinsi|produk|product|barang|item"
    r"|sku|kode|code|id|sales|salesperson|rep|owner|pic|pelanggan|customer|klien|client|toko|store"
    r"|outlet|kategori|category|kanal|channel|tim|team|bulan|month|tanggal|date|periode|period"
    r"|tahun|year|minggu|week|kuartal|quarter|indikator|kpi|metric|metrik)\b"
)


def data_start(words: Words, looks: Words) -> int | None:
    """The first row that holds data, or None in a block of words alone."""
    start = _first_typed(words, looks)
    if start is None:
        return None
    first = _with_alike(words, looks, _earlier(words, looks, start))
    nameless = looks[first, 0] == BLANK != looks[start, 0]  # choices below their question
    return start if nameless else first


def start_among_words(looks: Words) -> int | None:
    """Without any number the first full row of names is the header, else the widest."""
    filled = (looks != BLANK).sum(axis=1)
    if len(looks) < 2 or filled.max() < 1:
        return None
    first = range(min(10, len(looks) - 1))
    widest = int(np.argmax(filled[: len(first)]))
    wide = FULL * filled[: len(first)].max()
    return next((row for row in first if filled[row] >= max(2, wide)), widest) + 1


def _earlier(words: Words, looks: Words, start: int) -> int:
    """The first record, where those before `start` lack the numbers of later ones."""
    body = looks[start : start + LOOKED_AT]
    known = (~np.isin(body, (BLANK, MISSING))).sum(axis=0)
    typed = np.isin(body, TYPED).sum(axis=0) > MOSTLY * np.maximum(known, 1)
    over = (looks[:start, typed] == WORDS).any(axis=1) | _names_periods(looks[:start], body, typed)
    named = [row for row in range(start) if over[row] and _several(looks, row)]
    if not named:
        return _below_names(words, looks, start)
    last = named[-1]
    top = next((row for row in named if _is_full(words, looks, row)), last)
    between = [row for row in range(top + 1, last + 1) if _several(looks, row)]
    alike = all(_is_record(looks, row) for row in between)
    sure = len(between) > 1 or (len(between) == 1 and typed.sum() == 1)
    if looks.shape[1] > 2 and sure and alike and not _bracketed(words[between]):
        last = top
    return last + 1


def _names_periods(above: Words, body: Words, typed: Words) -> Words:
    """The rows of periods that stand above figures."""
    figures = typed & ((body == NUMBER).mean(axis=0) > MOSTLY)
    if figures.sum() < 2:
        return np.zeros(len(above), bool)
    return np.asarray((above[:, figures] == PERIOD).mean(axis=1) > MOSTLY)


def _with_alike(words: Words, looks: Words, start: int) -> int:
    """The first record, where rows above `start` and below the names are like the records."""
    top = next((row for row in range(start) if _is_full(words, looks, row)), None)
    if top is None or (words[top] == words[start : start + LOOKED_AT]).all(axis=1).any():
        return start
    first = first_alike(words, top, start)
    between = list(range(top + 1, first))
    records = first < start and all(_is_record(looks, row) for row in between)
    return top + 1 if records and not _bracketed(words[between]) else first


def _below_names(words: Words, looks: Words, start: int) -> int:
    """Where cells of several kinds stand in each column: right below a full row of names."""
    top = next((row for row in range(start) if _is_full(words, looks, row)), None)
    if top is None or looks.shape[1] < 3:
        return start
    between = list(range(top + 1, start))
    alike = all(_is_record(looks, row) for row in between)
    return top + 1 if alike and not _bracketed(words[between]) else start


def _several(looks: Words, row: int) -> bool:
    return bool((looks[row] != BLANK).sum() > 1)


def _is_full(words: Words, looks: Words, row: int) -> bool:
    """A row of different words over nearly all columns, the first among them."""
    filled = looks[row] != BLANK
    wide = filled.sum() >= FULL * looks.shape[1] and bool((looks[row, filled] == WORDS).all())
    distinct = len(set(words[row, filled])) >= DISTINCT * filled.sum()
    return bool(wide and distinct and filled[0])


def _is_record(looks: Words, row: int) -> bool:
    return bool(looks[row, 0] != BLANK and (looks[row] != BLANK).sum() >= MOSTLY * looks.shape[1])


def _bracketed(rows: Words) -> bool:
    """Whether some of the cells are units in brackets."""
    return any(cell.startswith(("(", "[")) for cell in rows.flat)


def named_by_numbers(words: Words, looks: Words, row: int) -> bool:
    """A header of numeric ids: a label or nothing at its corner, then whole numbers that differ."""
    filled = np.flatnonzero(looks[row] != BLANK)
    rest = [str(words[row, i]) for i in filled if i > 0]
    if row + 1 >= len(looks) or len(rest) < 2 or not all(one.isdecimal() for one in rest):
        return False
    if looks[row + 1, 0] not in (WORDS, PERIOD) or len(set(rest)) < len(rest):
        return False
    if looks[row, 0] == BLANK:
        return len({len(one) for one in rest}) == 1 and len(rest[0]) > 2
    return bool(looks[row, 0] == WORDS and _LABEL.match(plain(words[row, 0])))


def _first_typed(words: Words, looks: Words) -> int | None:
    """The first row with a number, or with a period and nothing but gaps beside it."""
    for row in range(min(len(looks), LOOKED_AT)):
        seen = looks[row][looks[row] != BLANK]
        if len(seen) < 2:
            continue
        inner = "".join(seen)
        if NUMBER in inner and not _numbered_header(words, looks, row):
            if row == 0 and _above_names(words, looks):
                continue
            return row
        if inner[0] == PERIOD and set(inner[1:]) <= {MISSING}:
            return row
        if _begins_periods(looks, row):
            return row
        if MISSING in inner and row and WORDS in inner and _continues(looks, row):
            return row
    return None


def _above_names(words: Words, looks: Words) -> bool:
    """Codes above the row of names proper: words alone, over figures in the rows below."""
    if len(looks) < 4 or looks.shape[1] < 2 or not _is_full(words, looks, 1):
        return False
    figures = (looks[2:] == NUMBER).mean(axis=0) > MOSTLY
    return bool(figures.any() and (looks[1] == WORDS).all())


def _begins_periods(looks: Words, row: int) -> bool:
    """The first of several rows that begin with a period, right below a row of words alone."""
    filled = np.flatnonzero(looks[row] != BLANK)
    if row == 0 or row + 1 >= len(looks) or looks[row, filled[0]] != PERIOD:
        return False
    above = looks[row - 1][looks[row - 1] != BLANK]
    periods = looks[row] == PERIOD
    few = periods.sum() == 1 or 3 * periods.sum() <= len(filled)
    alone = few and (looks[row + 1, periods] == PERIOD).all()
    return bool(alone and len(above) >= len(filled) and (above == WORDS).all())


def _continues(looks: Words, row: int) -> bool:
    """A row of gaps below a full header row."""
    return bool((looks[row - 1] != BLANK).sum() >= (looks[row] != BLANK).sum() > 1)


def counts_months(cells: Words) -> bool:
    """Whether a row counts the months of a year: 1, 2 … 12."""
    counted = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    return counted == list(range(1, 13))


def _numbered_header(words: Words, looks: Words, row: int) -> bool:
    """A header that has one stray number among periods or words, such as serial days."""
    seen = looks[row][looks[row] != BLANK]
    if counts_months(words[row]) or named_by_numbers(words, looks, row):
        return True
    periods = int((seen == PERIOD).sum())
    return periods >= 3 and periods > int((seen == NUMBER).sum()) and seen[0] != PERIOD
