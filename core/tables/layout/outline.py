"""A compact pivot: each group is a row that holds the sum of the rows below it.

It is taken apart only where the sums prove it in every column of figures and over every row: then
the rows of sums are totals, and their labels the groups of the rows below.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.tables.layout.looks import MISSING, NUMBER, PERIOD, WORDS, Words, look
from core.tables.model import Aside, RawTable, SetAside
from core.tables.totals import readings

FEWEST_ROWS, MOST_ROWS = 5, 5000
FEWEST = 2  # groups
CHANCE = 1e-3  # below which sums are no accident
SHOWN = 6


def without_outline(raw: RawTable) -> RawTable:
    """The table with the rows of sums set aside and their labels as headings; else with a word."""
    ways = _ways(raw.frame, raw.kinds) if _may_be(raw) else []
    grand = _ways(raw.totals, raw.total_kinds) if ways and len(raw.totals) else []
    for way, figures in enumerate(ways):
        groups = _parted(figures)
        whole = grand[min(way, len(grand) - 1)] if grand else np.empty((0, figures.shape[1]))
        if groups and _surely(figures, groups, whole):
            return _taken_apart(raw, groups)
    for figures in ways:
        sums = [row for row in range(len(figures) - 2) if _parts(figures, row, 2)]
        if len(sums) >= FEWEST and len(sums) > 10 * len(figures) * _chance(figures):
            return replace(raw, notices=(*raw.notices, _kept(raw, sums)))
    return raw


def _may_be(raw: RawTable) -> bool:
    """Whether the table is one of labels and figures, without headings or periods."""
    height, width = raw.frame.shape
    if not (FEWEST_ROWS <= height <= MOST_ROWS and width > 1) or any(raw.sections.values()):
        return False
    dated = any(look(str(name), "text") == PERIOD for name in raw.frame.columns[1:])
    return not dated and all(look(str(one), "text") == WORDS for one in raw.frame.iloc[:, 0])


def _ways(frame: pd.DataFrame, own: pd.DataFrame) -> list[np.ndarray]:
    """The figures beside the labels, once for each way to read their marks; else nothing."""
    words, kinds = frame.to_numpy(object), own.to_numpy(object)
    cells = [_read(words[:, at], kinds[:, at]) for at in range(1, words.shape[1])]
    if not all(cells):
        return []
    return [
        np.array([[one[min(way, len(one) - 1)] for one in column] for column in cells]).T
        for way in range(max(len(one) for column in cells for one in column))
    ]


def _surely(figures: np.ndarray, groups: Sequence[tuple[int, int]], grand: np.ndarray) -> bool:
    """Whether a grand total adds up the sums alone, or they can hardly be there by chance."""
    sums = figures[[row for row, _ in groups]].sum(axis=0)
    if any(np.isclose(one, sums, rtol=1e-9, atol=1e-6).all() for one in grand):
        return True
    several = sum(parts > 1 for _, parts in groups)
    return bool(len(figures) * _chance(figures) ** several < CHANCE)


def _chance(figures: np.ndarray) -> float:
    """How often a running sum meets a given figure in every column, about."""
    chance = 1.0
    for column in np.abs(figures).T:
        whole = bool(np.isclose(column, column.round()).all() and column.max() < 1e15)
        step = float(np.gcd.reduce(column.round().astype(np.int64))) if whole else 0.01
        chance *= min(1.0, step / column.mean()) if column.any() else 1.0
    return chance


def _read(cells: Words, kinds: Words) -> list[list[float]]:
    """The ways to read each cell, a gap as nothing; [] where one is no figure."""
    found = []
    for cell, kind in zip(cells, kinds, strict=True):
        gap = not cell or look(cell, kind) == MISSING
        if not gap and look(cell, kind) != NUMBER and not cell.isdecimal():
            return []
        read = [0.0] if gap else [value for value, _ in readings(cell, str(kind))]
        if not read:
            return []
        found.append(read)
    return found


def _parts(figures: np.ndarray, row: int, fewest: int) -> int:
    """How many rows below a row it is the sum of, in every column; 0 for none."""
    if not figures[row].any():
        return 0
    sums = np.cumsum(figures[row + 1 :], axis=0)
    same = np.isclose(sums, figures[row], rtol=1e-9, atol=1e-6).all(axis=1)
    found = np.flatnonzero(same[fewest - 1 :])
    return int(found[0]) + fewest if len(found) else 0


def _parted(figures: np.ndarray) -> list[tuple[int, int]]:
    """(row of the sum, rows below it), one after the other over all rows; else nothing."""
    found, row = [], 0
    while row < len(figures):
        parts = _parts(figures, row, 1)
        if not parts:
            return []
        found.append((row, parts))
        row += parts + 1
    several = sum(parts > 1 for _, parts in found)
    return found if len(found) >= FEWEST and several >= FEWEST else []


def _taken_apart(raw: RawTable, groups: Sequence[tuple[int, int]]) -> RawTable:
    numbers = [int(row) for row in raw.frame.index]
    at = [numbers[row] for row, _ in groups]
    headed = {
        numbers[row + part]: str(raw.frame.iloc[row, 0])
        for row, parts in groups
        for part in range(1, parts + 1)
    }
    sums = raw.frame.loc[at]
    said = counted(
        "{n} row is the sum of the rows below it and was left out as a total: row {rows}.",
        "{n} rows are the sums of the rows below them and were left out as totals: rows {rows}.",
        len(at),
        rows=_shown(at),
    )
    words = " | ".join(cell for cell in sums.iloc[0] if cell)[:120]
    return replace(
        raw,
        frame=raw.frame.drop(index=at),
        kinds=raw.kinds.drop(index=at),
        set_aside=(*raw.set_aside, SetAside(tuple(at), Aside.TOTAL, words)),
        notices=(*raw.notices, said),
        sections=headed,
    )


def _kept(raw: RawTable, sums: Sequence[int]) -> Text:
    at = [int(raw.frame.index[row]) for row in sums]
    return text(
        "Rows {rows} are each the sum of rows below them and were kept as records: added up, those "
        "figures count twice. Take the rows of sums out of the sheet.",
        rows=_shown(at),
    )


def _shown(rows: Sequence[int]) -> str:
    return ", ".join(str(row) for row in rows[:SHOWN]) + ("…" if len(rows) > SHOWN else "")
