"""Which table of the new file is which of the old one; whether two files are of one template."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from core.tables.model import Table
from core.tables.updates.pairing import metric_of
from core.tables.words import plain

NEAR = 0.8  # likeness of two names from which they may be one
SAME_SHEET = 0.35  # likeness of the headers that a sheet of the same name needs
OTHER_SHEET = 0.6  # and one of another name


def matched_tables(before: Sequence[Table], after: Sequence[Table]) -> list[tuple[int, int]]:
    """Places of the tables that belong together, one to one, in the old order."""
    scores = [
        (_same_sheet(old, new), likeness(old, new), -abs(i - j), i, j)
        for i, old in enumerate(before)
        for j, new in enumerate(after)
    ]
    found: dict[int, int] = {}
    for same, like, _, i, j in sorted(scores, reverse=True):
        free = i not in found and j not in found.values()
        if free and like >= (SAME_SHEET if same else OTHER_SHEET):
            found[i] = j
    return sorted(found.items())


def likeness(old: Table, new: Table) -> float:
    """0..1: how alike two tables are by their headers and metrics, their kinds and types."""
    mine, its = _names(old), _names(new)
    if not mine or not its:
        return 0.0
    common = mine & its
    near = _near(mine - common, its - common)
    hits = len(common) + near
    kept, overall = hits / len(mine), hits / (len(mine) + len(its) - hits)
    score = 0.7 * kept + 0.3 * overall
    return score if old.kind is new.kind else 0.8 * score


def resemblance(before: Sequence[Table], after: Sequence[Table]) -> float:
    """0..1: whether two files are of one template, whatever their months.

    The likeness of the tables that belong together, weighted by their columns; an old table
    without a partner counts as nothing.
    """
    together = dict(matched_tables(before, after))
    weights = [len(_names(one)) for one in before]
    if not sum(weights):
        return 0.0
    reached = sum(weights[i] * likeness(before[i], after[j]) for i, j in together.items())
    return reached / sum(weights)


def _same_sheet(old: Table, new: Table) -> bool:
    return plain(old.sheet) == plain(new.sheet)


def _names(table: Table) -> set[str]:
    """The headers as words, and the metrics where they stand in the rows."""
    names = {plain(one.name) for one in table.columns}
    metric = metric_of(table)
    if metric is not None:
        names |= {plain(str(one)) for one in table.frame[metric].dropna().unique()[:200]}
    return names


def _near(mine: set[str], its: set[str]) -> float:
    """How many of the names left over are nearly the same on the other side."""
    free, found = sorted(its), 0.0
    for name in sorted(mine):
        scores = [(SequenceMatcher(None, name, one).ratio(), one) for one in free]
        best, partner = max(scores, default=(0.0, ""))
        if best >= NEAR:
            free.remove(partner)
            found += best
    return found
