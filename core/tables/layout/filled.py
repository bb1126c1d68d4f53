"""Labels written once over the rows they cover, carried down: merged cells, and blanks below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from core.language import Text, text
from core.tables.layout.looks import PERIOD, WORDS, Words, look
from core.tables.model import Grid, RawTable
from core.tables.words import is_missing

FEWEST = 2  # blanks below labels that make a column one of groups
OFTEN = 0.3  # share of blanks that does
LEFT = 3  # columns from the left in which groups are labelled


@dataclass(frozen=True)
class Filled:
    """The words of a sheet with merged labels on each of their rows."""

    words: Words
    cells: tuple[tuple[int, int, int], ...] = ()  # (row, column, row of the label)

    def kinds_of(self, kinds: Words) -> Words:
        """The kinds of those words."""
        if not self.cells:
            return kinds
        found = kinds.copy()
        for row, column, label in self.cells:
            found[row, column] = kinds[label, column]
        return found

    def told(self, columns: Sequence[int], names: Sequence[str]) -> Iterator[Text]:
        """A word on each column that was filled."""
        for column in dict.fromkeys(column for _, column, _ in self.cells):
            if column in columns:
                yield _said(names[columns.index(column)])


def merged_down(grid: Grid, words: Words, body: Sequence[int]) -> Filled:
    """Labels merged over several rows of data, on each of them; numbers stay where they are."""
    rows = set(body)
    cells = []
    for first, left, last, _ in grid.merged:
        label = first - 1
        if last <= first or label not in rows or left >= words.shape[1]:
            continue
        if look(words[label, left], str(grid.kinds.iat[label, left])) not in (WORDS, PERIOD):
            continue
        below = range(first, min(last, len(words)))
        cells += [(row, left, label) for row in below if row in rows and not words[row, left]]
    if not cells:
        return Filled(words)
    found = words.copy()
    for row, column, label in cells:
        found[row, column] = words[label, column]
    return Filled(found, tuple(cells))


def labels_filled(raw: RawTable) -> tuple[RawTable, list[Text]]:
    """Labels that stand once above blanks, from the first column on, on each of their rows.

    A column is one of groups when no label comes back, its first cell is filled, and other words
    tell the rows below a label apart.
    """
    frame, kinds, notices = raw.frame, raw.kinds, []
    groups = pd.Series("", index=frame.index)
    for place in range(min(LEFT, frame.shape[1] - 1)):
        cells = frame.iloc[:, place]
        if not _are_groups(frame, place, groups):
            break
        blank = cells.eq("")
        if blank.any():
            frame, kinds = _carried(frame, kinds, place, blank)
            notices.append(_said(str(frame.columns[place])))
        groups = frame.iloc[:, : place + 1].agg(" | ".join, axis=1)
    return (replace(raw, frame=frame, kinds=kinds), notices) if notices else (raw, [])


def _are_groups(frame: pd.DataFrame, place: int, groups: "pd.Series[str]") -> bool:
    cells = frame.iloc[:, place]
    blank = cells.eq("")
    known = cells[~blank]
    if blank.sum() < max(FEWEST, OFTEN * len(cells)) or blank.groupby(groups).first().any():
        return False
    if any(look(cell, "text") not in (WORDS, PERIOD) or is_missing(cell) for cell in known):
        return False
    again = pd.DataFrame({"cell": known, "group": groups[~blank]}).duplicated().any()
    return not again and _told_apart(frame.iloc[:, place + 1 :][blank])


def _told_apart(beside: pd.DataFrame) -> bool:
    """Whether some column beside is filled with words or times in every row."""
    for name in beside:
        cells = list(beside[name])
        if all(cells) and all(look(cell, "text") in (WORDS, PERIOD) for cell in cells[:60]):
            return True
    return False


def _carried(
    frame: pd.DataFrame, kinds: pd.DataFrame, place: int, blank: "pd.Series[bool]"
) -> tuple[pd.DataFrame, pd.DataFrame]:
    frame, kinds = frame.copy(), kinds.copy()
    for one in (frame, kinds):
        name = one.columns[place]
        one[name] = one[name].mask(blank).ffill()
    return frame, kinds


def _said(name: str) -> Text:
    return text("Empty cells of “{name}” were filled with the value above them.", name=name)
