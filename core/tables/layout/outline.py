"""A compact pivot: each group is a row that holds the sum of the rows below it, or above it.

It is taken apart only where the sums prove it in every column of figures and over every row: then
the rows of sums are totals, and their labels the groups of the rows below.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.tables.layout.looks import MISSING, NUMBER, PERIOD, WORDS, Words, look
from core.tables.layout.sections import sections_joined
from core.tables.model import Aside, RawTable, SetAside
from core.tables.totals import readings

FEWEST_ROWS, MOST_ROWS = 5, 5000
FEWEST = 2  # groups
CHANCE = 1e-3  # below which sums are no accident
SHOWN = 6
Group = tuple[int, range]  # the row of a sum and its parts
_SUM = re.compile(r"^(sub\s*-?\s*)?(total|jumlah)\b[\s:-]*|[\s:-]*\b(total|jumlah)$", re.I)


def without_outline(raw: RawTable) -> RawTable:
    """The table with the rows of sums set aside and their labels as headings; else with a word."""
    ways = _ways(raw.frame, raw.kinds) if _may_be(raw) else []
    grand = _ways(raw.totals, raw.total_kinds) if ways and len(raw.totals) else []
    for way, figures in enumerate(ways):
        whole = grand[min(way, len(grand) - 1)] if grand else np.empty((0, figures.shape[1]))
        for groups in (_parted(figures), _parted_upwards(figures)):
            if groups and _are_headed(raw, groups) and _surely(figures, groups, whole):
                return _taken_apart(raw, groups)
    for figures in ways:
        sums = [row for row in range(len(figures) - 2) if _parts(figures, row, 2)]
        if len(sums) >= FEWEST and len(sums) > 10 * len(figures) * _chance(figures):
            return replace(raw, notices=(*raw.notices, _kept(raw, sums)))
    return raw


def _may_be(raw: RawTable) -> bool:
    """Whether the table is one of labels and figures, without headings."""
    height, width = raw.frame.shape
    if not (FEWEST_ROWS <= height <= MOST_ROWS and width > 1) or any(raw.sections.values()):
        return False
    labels = zip(raw.frame.iloc[:, 0], raw.kinds.iloc[:, 0], strict=True)
    return all(look(str(one), str(kind)) in (WORDS, PERIOD) for one, kind in labels)


def _are_headed(raw: RawTable, groups: Sequence[Group]) -> bool:
    """Whether the rows of sums are made unlike the others, where those are periods."""
    sums = {row for row, _ in groups}
    made = [_made(str(one)) for one in raw.frame.iloc[:, 0]]
    if not any(look(str(one), "text") == PERIOD for one in raw.frame.iloc[:, 0]):
        return True
    return not {made[row] for row in sums} & {one for at, one in enumerate(made) if at not in sums}


def _made(label: str) -> str:
    """A label with its digits and the letters of its months as one sign each."""
    return re.sub(r"[^\W\d_]{3,}", "a", re.sub(r"\d", "9", label))


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


def _surely(figures: np.ndarray, groups: Sequence[Group], grand: np.ndarray) -> bool:
    """Whether a grand total adds up the sums alone, or they can hardly be there by chance."""
    sums = figures[[row for row, _ in groups]].sum(axis=0)
    if any(np.isclose(one, sums, rtol=1e-9, atol=1e-6).all() for one in grand):
        return True
    several = sum(len(own) > 1 for _, own in groups)
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


def _parted(figures: np.ndarray) -> list[Group]:
    """Each sum and the rows below it, one after the other over all rows; else nothing."""
    found, row = [], 0
    while row < len(figures):
        parts = _parts(figures, row, 1)
        if not parts:
            return []
        found.append((row, range(row + 1, row + 1 + parts)))
        row += parts + 1
    several = sum(len(own) > 1 for _, own in found)
    return found if len(found) >= FEWEST and several >= FEWEST else []


def _parted_upwards(figures: np.ndarray) -> list[Group]:
    """The same where each sum stands below its rows."""
    last = len(figures) - 1
    return [
        (last - row, range(last - row - len(own), last - row))
        for row, own in _parted(figures[::-1])
    ]


def _taken_apart(raw: RawTable, groups: Sequence[Group]) -> RawTable:
    numbers = [int(row) for row in raw.frame.index]
    at = sorted(numbers[row] for row, _ in groups)
    headed = {
        numbers[part]: _heading(str(raw.frame.iloc[row, 0])) for row, own in groups for part in own
    }
    sums = raw.frame.loc[at]
    said = counted(
        "{n} row is the sum of the rows of its group and was left out as a total: row {rows}.",
        "{n} rows are the sums of the rows of their groups and were left out as totals: rows "
        "{rows}.",
        len(at),
        rows=_shown(at),
    )
    words = " | ".join(cell for cell in sums.iloc[0] if cell)[:120]
    parted = replace(
        raw,
        frame=raw.frame.drop(index=at),
        kinds=raw.kinds.drop(index=at),
        set_aside=(*raw.set_aside, SetAside(tuple(at), Aside.TOTAL, words)),
        notices=(*raw.notices, said),
        sections=headed,
    )
    if not any(look(str(name), "text") == PERIOD for name in raw.frame.columns):
        return parted
    joined, told = sections_joined(parted)  # across, headings stand on no row by themselves
    return replace(joined, notices=(*joined.notices, *told))


def _heading(label: str) -> str:
    """What the rows of a group have in common: its label, but for the word for a sum."""
    return "" if look(label, "text") == PERIOD and not label.isdecimal() else _SUM.sub("", label)


def _kept(raw: RawTable, sums: Sequence[int]) -> Text:
    at = [int(raw.frame.index[row]) for row in sums]
    return text(
        "Rows {rows} are each the sum of rows below them and were kept as records: added up, those "
        "figures count twice. Take the rows of sums out of the sheet.",
        rows=_shown(at),
    )


def _shown(rows: Sequence[int]) -> str:
    return ", ".join(str(row) for row in rows[:SHOWN]) + ("…" if len(rows) > SHOWN else "")
