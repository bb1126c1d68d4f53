"""A list: one column alone in its file, with a name above its cells or without.

Prose, addresses, programs and logs stand in one column too: what is not surely a list is none.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.language import Text, text
from core.tables.layout.looks import MISSING, TYPED, WORDS, look
from core.tables.layout.pieces import runs
from core.tables.layout.rows import Said
from core.tables.model import RowRole
from core.tables.words import NOTE, TOTAL, plain

FEWEST = 2  # cells below a name
FEWEST_NAMES = 6  # names of which the first may be what they are called by
LOOKED_AT = 300
MOSTLY = 0.9
LONGEST_NAME, LONGEST_CELL, MOST_WORDS = 60, 100, 10
_CALLED = re.compile(
    r"(nama|name|cabang|branch|kota|city|wilayah|region|area|provinsi|province|negara|country"
    r"|produk|product|barang|item|items|judul|title|alamat|address|sku|kode|code|id|no|nomor"
    r"|number|sales|salesperson|rep|owner|pic|pelanggan|customer|customers|klien|client|clients"
    r"|toko|store|outlet|kategori|category|kanal|channel|tim|team|email|e-mail|telepon|phone|hp"
    r"|status|perusahaan|company|karyawan|employee|staff|peserta|kecamatan|kelurahan|word|words"
    r"|keyword|keywords|tag|tags|list|daftar|jenis|type|indikator|kpi|metric|metrik)"
)
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w+|(https?://|www\.)\S+|\d{1,3}(\.\d{1,3}){3}")
_NO_LIST = re.compile(r"[{}<>=|\\;]|^[-*•#>+]|^\W*$|[.!?…:,]$|\w:\s|^\d{4}-\d\d-\d\d\b.+")
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*( [^\W\d_a-z][\w'’.-]*){0,3}")


@dataclass(frozen=True)
class Single:
    """Where a list stands, rows counted from 0: its column, its name's row, its cells."""

    column: int
    header: int | None
    rows: tuple[int, ...]
    notices: tuple[Text, ...] = ()


def whole_column(words: np.ndarray) -> Single | None:
    """The only column of a format that names its columns, None where nothing stands in it."""
    rows = tuple(int(row) for row in np.flatnonzero(words[:, 0] != "") if row)
    return Single(0, 0, rows) if words.shape[1] == 1 and rows else None


def single_of(words: np.ndarray, kinds: np.ndarray, said: Said) -> Single | None:
    """The list of a sheet, or None where it has several columns or no sure list."""
    filled = np.flatnonzero((words != "").any(axis=0))
    if len(filled) != 1:
        return None
    column = int(filled[0])
    cells, looks = words[:, column], kinds[:, column]
    bands = [list(range(first, last + 1)) for first, last in runs(cells != "")]
    whole = [row for band in bands for row in band]
    longest = max(bands, key=len)
    alone = all(len(band) < 3 for band in bands if band is not longest)
    stretches = [longest, whole] if alone else [whole]
    possible = [_judged(cells, looks, rows, said) for rows in stretches]
    found = [one for one in possible if one is not None]
    if not found:
        return None
    header, body, told = next((one for one in found if one[0] is not None), found[-1])
    return Single(column, header, tuple(body), told)


def _judged(
    cells: np.ndarray, kinds: np.ndarray, rows: list[int], said: Said
) -> tuple[int | None, list[int], tuple[Text, ...]] | None:
    while len(rows) > FEWEST and _ends(str(cells[rows[-1]])):
        rows = rows[:-1]
    heads = [row for row in rows if said.get(row) is RowRole.HEADER]
    if heads:
        under = [row for row in rows if row > heads[0]]
        return (heads[0], under, ()) if under else None
    first, rest = rows[0], rows[1:]
    if len(rest) < FEWEST:
        return None
    if said.get(first) is RowRole.DATA:
        return None, rows, ()
    name, below = str(cells[first]), [str(cells[row]) for row in _some(rest)]
    seen = [look(str(cells[row]), str(kinds[row])) for row in _some(rest)]
    own = look(name, str(kinds[first]))
    sort = _sort_of(below, seen)
    if sort and _belongs(name, own, sort, (below, seen)):
        return None, rows, ()
    if sort and own == WORDS and _may_name(name):
        return first, rest, ()
    if _CALLED.match(plain(name)) and _may_name(name) and all(map(_is_entry, below)):
        return first, rest, ()
    if len(rest) >= FEWEST_NAMES and all(_NAME.fullmatch(one) for one in (name, *below)):
        return first, rest, (_doubted(name),)
    return None


def _some(rows: Sequence[int]) -> Sequence[int]:
    """Enough of the rows to judge them by."""
    return rows[:: max(1, len(rows) // LOOKED_AT)]


def _ends(cell: str) -> bool:
    return bool(TOTAL.match(plain(cell)) or NOTE.match(cell.casefold()))


def _sort_of(cells: list[str], seen: list[str]) -> str:
    """What the cells have in common: typed, shaped, address, repeated; "" where nothing."""
    known = [one for one in seen if one != MISSING]
    typed = sum(one in TYPED for one in known)
    if typed >= max(FEWEST, MOSTLY * len(known)):
        return "typed"
    if all(_ADDRESS.fullmatch(one) for one in cells):
        return "address"
    shapes = Counter(map(_shape, cells))
    shape, often = shapes.most_common(1)[0]
    if often >= MOSTLY * len(cells) and "9" in shape and " " not in shape:
        return "shaped"
    if len(cells) >= 4 and len(set(cells)) <= len(cells) / 2 and all(map(_is_entry, cells)):
        return "repeated"
    return ""


def _shape(cell: str) -> str:
    digits = re.sub(r"\d+", "9", cell)
    return re.sub(r"[^\W\d_a-z]+", "A", re.sub(r"[a-z]+", "a", digits))


def _belongs(name: str, own: str, sort: str, below: tuple[list[str], list[str]]) -> bool:
    """Whether the first cell is like those below it, so that nothing names them."""
    cells, seen = below
    if sort == "typed":
        return own in TYPED and own in seen
    if sort == "address":
        return bool(_ADDRESS.fullmatch(name))
    if sort == "shaped":
        return _shape(name) in {_shape(one) for one in cells}
    return name in cells


def _may_name(name: str) -> bool:
    return len(name) <= LONGEST_NAME and not _NO_LIST.search(name.rstrip(":"))


def _is_entry(cell: str) -> bool:
    short = len(cell) <= LONGEST_CELL and len(cell.split()) <= MOST_WORDS
    return short and not _NO_LIST.search(cell.removesuffix("."))


def _doubted(name: str) -> Text:
    return text(
        "Nothing tells whether “{name}” is the name of the list or its first entry; it was taken "
        "for the name. Say in the sheet view if its row is data.",
        name=name,
    )
