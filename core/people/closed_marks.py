"""Marks by which answers are known again, whatever wave or file they come in.

An answer with a time of day is known by it; with a day by the day and who answered, or what;
without either by what was answered, which others may have answered too. Marks are digests, and
answers that are the same in all of it are counted, so that two of them have two marks.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from core.people.answers import Answered, Said, answered
from core.people.answers.moments import time_column, times_of
from core.tables.model import Table

_TIMED, _DATED, _BARE = "t", "d", "b"
_LONG = 16
_HALF = 0.5  # share of the answers of the smaller wave from which two waves are one
_NEARLY_ALL = 0.95  # share of a closed wave's undated answers that must come again


@dataclass(frozen=True)
class Known:
    """What the answers of one wave are known by; their first and last day, where they have any."""

    marks: tuple[str, ...]  # in order
    first: date | None = None
    last: date | None = None

    def apart(self, other: "Known") -> bool:
        """Whether both tell days, and all of the one lie before all of the other."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.last < other.first or other.last < self.first


def known_of(table: Table, said: Said) -> dict[str, Known]:
    """What every wave is known by, by its label. Raises Refusal as `surveys_of`."""
    found = answered(table, said)
    times = times_of(table.frame, time_column(table.columns)).reindex(found.cells.index)
    by_day = (times.dropna() == times.dropna().dt.normalize()).all()
    known = _known(found, times, timed=not by_day)
    again = known.groupby(known).cumcount().astype(str)
    digests = (known + "\u241f" + again).map(_digest)
    every = {label: found.waves == label for label in (found.order or ("",))}
    return {label: _one(digests[rows], found.days[rows]) for label, rows in every.items()}


def _one(digests: "pd.Series[str]", days: "pd.Series[pd.Timestamp]") -> Known:
    told, marks = days.dropna(), tuple(sorted(digests))
    if told.empty:
        return Known(marks)
    return Known(marks, told.min().date(), told.max().date())


def shared(now: Collection[str], closed: Collection[str]) -> bool:
    """Whether a wave holds the answers of one that is closed, or most of its own are there.

    Some that lie in both make no sum of the two give them away, so a straggler parts no waves.
    """
    both = set(now) & set(closed)
    if not both:
        return False
    if all(one.startswith(_BARE) for one in both):
        return len(both) >= _NEARLY_ALL * len(closed) and len(closed) >= _HALF * len(now)
    return len(both) >= _HALF * min(len(now), len(closed))


def _known(found: Answered, times: "pd.Series[pd.Timestamp]", *, timed: bool) -> "pd.Series[str]":
    """What each answer is known by, with the letter of how surely."""
    cells = pd.concat([found.groups, found.cells], axis=1).astype(str)
    said = cells.agg("\u241f".join, axis=1) if len(cells.columns) else _same(found, "")
    who = found.who.astype(str)
    stamp = times.dt.strftime("%Y-%m-%dT%H:%M:%S").fillna("")
    if timed:
        whole = _TIMED + "\u241f" + stamp
        return whole.where(stamp != "", _BARE + "\u241f" + who + "\u241f" + said)
    dated = _DATED + "\u241f" + stamp + "\u241f" + who.where(who != "", said)
    return dated.where(stamp != "", _BARE + "\u241f" + who + "\u241f" + said)


def _same(found: Answered, words: str) -> "pd.Series[str]":
    return pd.Series(words, index=found.cells.index, dtype=object)


def _digest(known: str) -> str:
    return known[0] + hashlib.sha256(known.encode()).hexdigest()[:_LONG]
