"""What single columns show: unknown and lost cells, one value only, round figures, minus signs."""

import re
from collections.abc import Iterator

import numpy as np

from core.language import Share, counted, text
from core.tables.model import ColumnType
from core.tables.quality.model import MOST_PLACES, Fault, Finding, Severity
from core.tables.quality.strands import FIGURES, Strands, View
from core.tables.words import plain

MOSTLY = 0.5  # share of known cells below which a column of figures is worth a look
FEWEST_CONSTANT, FEWEST_ROUND = 6, 20
FEWEST_DISTINCT = 3  # round values; one alone is where the series happens to stand
DIVIDES = 0.9  # share of values that a recording unit must divide
ROUND_SHARE = 0.2  # of values that end in two zeros more; chance alone gives 0.01
FIVES_SHARE = 0.8  # of values that are multiples of 5 in the second digit; chance gives 0.2
_COUNTS = re.compile(
    r"\b(leads?|prospek|calls?|panggilan|telepon|meetings?|rapat|pertemuan|visits?|visitors?"
    r"|kunjungan|pengunjung|customers?|pelanggan|orders?|pesanan|transaksi|transactions?|users?"
    r"|pengguna|demos?|sign-?ups?|pendaftar|viewings?|bookings?|pemesanan|sessions?|sesi|emails?"
    r"|enquir(y|ies)|inquir(y|ies)|permintaan|proposals?|penawaran|headcount|jumlah|count|qty"
    r"|quantity|kuantitas|unit terjual|units sold|deals?)\b"
)
_SIGNED = re.compile(
    r"\b(net|neto|netto|bersih|selisih|difference|change|perubahan|delta|growth|pertumbuhan"
    r"|naik|turun|saldo|balance|variance|gap|vs|adjustment|penyesuaian|kenaikan|penurunan)\b|[%±Δ+/-]"
)


def unknown(view: View) -> Iterator[Finding]:
    """Columns of figures of which most cells are unknown."""
    for at, column in enumerate(view.table.columns):
        share = float(view.table.frame.iloc[:, at].notna().mean()) if len(view.table.frame) else 1.0
        if column.field in FIGURES and share < MOSTLY:
            yield Finding(
                Fault.UNKNOWN,
                Severity.CHECK,
                text(
                    "Only {share} of “{column}” is known.", share=Share(share), column=column.name
                ),
                text("Fill in what is missing; an empty cell is unknown, not zero."),
                column.name,
            )


def lost(view: View) -> Iterator[Finding]:
    """Cells that could not be read."""
    for column in view.table.columns:
        places = tuple(issue.place for issue in column.issues)
        if places:
            yield Finding(
                Fault.LOST,
                Severity.CHECK,
                counted(
                    "{n} cell of “{column}” could not be read and counts as unknown.",
                    "{n} cells of “{column}” could not be read and count as unknown.",
                    len(places),
                    column=column.name,
                ),
                column.issues[0].remedy,
                column.name,
                places[:MOST_PLACES],
                len(places),
            )


def constant(view: View) -> Iterator[Finding]:
    """Series that hold one value only."""
    for one in view.strands:
        starts, ends = one.bounds()
        if not len(starts):
            continue
        low, high = (pick.reduceat(one.values, starts) for pick in (np.minimum, np.maximum))
        same = (low == high) & (ends - starts + 1 >= FEWEST_CONSTANT)
        for first, last in zip(starts[same].tolist(), ends[same].tolist(), strict=True):
            yield Finding(
                Fault.CONSTANT,
                Severity.CHECK,
                text(
                    "{name} is {value} in every row: nothing can be learned from it.",
                    name=view.name(one, int(one.strand[first])),
                    value=float(one.values[first]),
                ),
                text("Check whether it was measured; else leave the column out."),
                one.column.name,
                (view.where(one, first),),
                last - first + 1,
            )


def round_figures(view: View) -> Iterator[Finding]:
    """Series of which many more values are round than their size explains: typed estimates."""
    severity = Severity.CHECK if view.is_series else Severity.INFO
    for one in view.strands:
        for code, at in one.pieces():
            share = _round_share(one.values[at])
            if share is not None:
                yield Finding(
                    Fault.ROUND,
                    severity,
                    text(
                        "{name}: {share} of the values are round numbers, far more than chance "
                        "gives; they may be estimates.",
                        name=view.name(one, code),
                        share=Share(share),
                    ),
                    text("Ask where the figures come from; a forecast needs counted ones."),
                    one.column.name,
                )


def _round_share(values: np.ndarray) -> float | None:
    """The share of round values where it is suspicious, in the unit the column is kept in."""
    whole = np.abs(values[values != 0])
    if len(whole) < FEWEST_ROUND or (whole != np.floor(whole)).any() or whole.max() >= 1e15:
        return None
    zeros, rest = np.zeros(len(whole), int), whole.astype(np.int64)
    for _ in range(15):
        even = rest % 10 == 0
        if not even.any():
            break
        rest = np.where(even, rest // 10, rest)
        zeros += even
    unit = int(np.sort(zeros)[int(len(zeros) * (1 - DIVIDES))])
    digits = np.floor(np.log10(whole)).astype(int) + 1 - unit
    long = digits >= 3
    round = long & (zeros >= unit + 2)
    share = float(round.sum() / max(1, long.sum()))
    several = len(np.unique(whole[round])) >= FEWEST_DISTINCT
    if long.sum() >= FEWEST_ROUND and share >= ROUND_SHARE and several:
        return share
    units = whole.astype(np.int64) // 10**unit
    fives = float((units % 5 == 0).mean())
    short = unit >= 2 and (units >= 10).mean() > DIVIDES and fives >= FIVES_SHARE
    return fives if short else None


def negative(view: View) -> Iterator[Finding]:
    """Values below zero where the name says a count."""
    for one in view.strands:
        for code, at in _counting(view, one):
            below = at[one.values[at] < 0]
            if len(below):
                yield Finding(
                    Fault.NEGATIVE,
                    Severity.WRONG,
                    counted(
                        "{name} counts something, but {n} value is below zero.",
                        "{name} counts something, but {n} values are below zero.",
                        len(below),
                        name=view.name(one, code),
                    ),
                    text("Correct the sign, or name the column as a change."),
                    one.column.name,
                    tuple(view.where(one, i) for i in below[:MOST_PLACES].tolist()),
                    len(below),
                )


def _counting(view: View, one: Strands) -> Iterator[tuple[int, np.ndarray]]:
    if not (one.values < 0).any() or one.column.unit or one.column.type is not ColumnType.INTEGER:
        return
    for code, at in one.pieces():
        said = plain(view.name(one, code))
        if _COUNTS.search(said) and not _SIGNED.search(said):
            yield code, at
