"""Which table of the new file is which of the old one; whether two files are of one template."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.tables.model import Table
from core.tables.updates.pairing import metric_of
from core.tables.updates.renames import near, proposed
from core.tables.words import plain

NEAR = 0.8  # likeness of two names from which they may be one
SAME_SHEET = 0.35  # likeness of the headers that a sheet of the same name needs
OTHER_SHEET = 0.6  # and one of another name
SIBLINGS = 0.9  # from which sheets of one file are one table cut by sheets
OPEN = 0.8  # below it values are looked at for renamed columns
PAIRS = 64  # of tables, beyond which only names are
MOST = 200  # metrics of a long table that speak for it
AUTOMATIC = ("period", "metric", "value", "unit", "target")


@dataclass(frozen=True)
class Named:
    """A table and the names that speak for it: its columns, and metrics in its rows."""

    table: Table
    names: frozenset[str]


def matched_tables(before: Sequence[Table], after: Sequence[Table]) -> list[tuple[int, int]]:
    """Places of the tables that belong together, one to one, in the old order.

    Sheets of one name belong together first. Sheets of another name do unless the file cuts one
    table into sheets (Jan, Feb …): then another name is another part.
    """
    old, new = [_named(one) for one in before], [_named(one) for one in after]
    closely = len(old) * len(new) <= PAIRS
    parts = [_is_part(one, old) for one in old], [_is_part(one, new) for one in new]
    scores = []
    for i, mine in enumerate(old):
        for j, its in enumerate(new):
            same = plain(mine.table.sheet) == plain(its.table.sheet)
            if same or not (parts[0][i] or parts[1][j]):
                scores.append((same, _likeness(mine, its, closely), -abs(i - j), i, j))
    found: dict[int, int] = {}
    for same, like, _, i, j in sorted(scores, reverse=True):
        free = i not in found and j not in found.values()
        if free and like >= (SAME_SHEET if same else OTHER_SHEET):
            found[i] = j
    return sorted(found.items())


def resemblance(before: Sequence[Table], after: Sequence[Table]) -> float:
    """0..1: whether two files are of one template, whatever their months.

    The likeness of the tables that belong together, weighted by their columns; an old table
    without a partner counts as nothing.
    """
    together = dict(matched_tables(before, after))
    old, new = [_named(one) for one in before], [_named(one) for one in after]
    weight = sum(len(one.names) for one in old)
    reached = sum(len(old[i].names) * _likeness(old[i], new[j], True) for i, j in together.items())
    return reached / weight if weight else 0.0


def _named(table: Table) -> Named:
    """Names that every table has, such as that of its period, tell nothing."""
    names = {plain(one.name) for one in table.columns if one.field not in AUTOMATIC}
    metric = metric_of(table)
    if metric is not None:
        names |= {plain(str(one)) for one in table.frame[metric].dropna().unique()[:MOST]}
    return Named(table, frozenset(names or {plain(one.name) for one in table.columns}))


def _is_part(one: Named, every: Sequence[Named]) -> bool:
    """Whether another sheet of the file has the same columns."""
    return any(
        other.table.sheet != one.table.sheet and _by_names(one, other, 0) >= SIBLINGS
        for other in every
    )


def _likeness(old: Named, new: Named, closely: bool) -> float:
    """0..1: how alike two tables are by their names and, closely, by values under other names."""
    mine, its = old.names - new.names, new.names - old.names
    score = _by_names(old, new, _near(mine, its))
    if closely and mine and its and score < OPEN:
        found = proposed(old.table, new.table, None)
        score = max(score, _by_names(old, new, sum(one.accepted for one in found)))
    return score if old.table.kind is new.table.kind else 0.8 * score


def _by_names(old: Named, new: Named, more: float) -> float:
    """The share of old names found again, and a little of all names; `more` are found otherwise."""
    hits = len(old.names & new.names) + more
    return 0.7 * hits / len(old.names) + 0.3 * hits / (len(old.names) + len(new.names) - hits)


def _near(mine: frozenset[str], its: frozenset[str]) -> float:
    """How many of the names left over are nearly the same on the other side."""
    free, found = sorted(its), 0.0
    for name in sorted(mine):
        scores = [(SequenceMatcher(None, name, one).ratio(), one) for one in free]
        best, partner = max(((score, one) for score, one in scores if near(name, one)),
                            default=(0.0, ""))  # fmt: skip
        if partner:
            free.remove(partner)
            found += max(best, NEAR)
    return found
