"""What the cells of one column look like, from its first rows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from core.tables.columns.typed import Typed
from core.tables.mapping.cell_words import (
    CELL_WORDS,
    CODE,
    EMAIL,
    LASTS,
    PHONE,
    SCORED,
    SENTENCE,
    URL,
)
from core.tables.model import ColumnType
from core.tables.words import is_missing

LOOKED_AT = 2000  # rows that speak for a column
IN_STEP = 0.8  # share of dates on one weekday or day of the month that makes them periods
DISTINCT = 60  # cells in words that speak for it
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)

_PATTERNS = {
    "email": EMAIL,
    "url": URL,
    "phone": PHONE,
    "code": CODE,
    "scored": SCORED,
    "lasts": LASTS,
    "sentence": SENTENCE,
}


@dataclass(frozen=True)
class Profile:
    """The first cells of a column, and what they have in common."""

    name: str
    type: ColumnType
    unit: str
    values: "pd.Series[Any]"
    asked: bool = False  # a question about the column is still open
    coarse: bool = False  # dates that stand for weeks, months or longer

    @cached_property
    def known(self) -> "pd.Series[Any]":
        """The cells that hold something."""
        held = self.values.dropna()
        if self.type is ColumnType.TEXT:
            texts = held.astype(str).str.strip()
            said = texts.tolist()
            missing = {one: is_missing(one) for one in dict.fromkeys(said)}
            return texts[[not missing[one] for one in said]]
        return held

    @cached_property
    def filled(self) -> float:
        """Share of the cells that hold something."""
        return len(self.known) / max(1, len(self.values))

    @cached_property
    def once(self) -> float:
        """Share of the cells that are no repeat."""
        return float(self.known.nunique()) / max(1, len(self.known))

    @cached_property
    def words(self) -> tuple[tuple[str, int], ...]:
        """The commonest cells in lower case, with how often."""
        if self.type in TIMES:
            return ()
        counts = self.known.astype(str).str.casefold().str.strip().value_counts().head(DISTINCT)
        return tuple((str(word), int(n)) for word, n in counts.items())

    def share(self, group: str) -> float:
        """Share of the cells that are words of a group."""
        return self._share(group, lambda word: word in CELL_WORDS[group])

    def like(self, pattern: str) -> float:
        """Share of the cells that look like one of the patterns."""
        return self._share(f"~{pattern}", lambda word: bool(_PATTERNS[pattern].match(word)))

    def _share(self, of: str, fits: Callable[[str], bool]) -> float:
        if of not in self._shares:
            all = sum(n for _, n in self.words)
            found = sum(n for word, n in self.words if fits(word))
            self._shares[of] = found / all if all else 0.0
        return self._shares[of]

    @cached_property
    def _shares(self) -> dict[str, float]:
        """Every share asked for so far: many fields ask for the same."""
        return {}

    @cached_property
    def fits(self) -> dict[tuple[str, str], float]:
        """How well it fits each shape and group of words asked for so far."""
        return {}

    @cached_property
    def long(self) -> float:
        """Mean number of letters."""
        sizes = [len(word) for word, _ in self.words]
        return sum(sizes) / len(sizes) if sizes else 0.0

    @cached_property
    def range(self) -> tuple[float, float]:
        """Smallest and largest number; of numbers only."""
        if self.type not in NUMBERS or not len(self.known):
            return 0.0, 0.0
        return float(self.known.min()), float(self.known.max())

    @cached_property
    def whole(self) -> bool:
        """Whether its numbers are whole."""
        return bool((self.known == self.known.round()).all()) if self.type in NUMBERS else False


def _in_step(days: "pd.Series[Any]") -> bool:
    """Whether dates stand on one weekday, one day of the month or its end: few records far apart
    do not.
    """
    if days.dropna().empty or not pd.api.types.is_datetime64_any_dtype(days):
        return True
    told = pd.Series(days.dropna().unique()).dt
    places = (told.day_of_week, told.day, told.days_in_month - told.day)
    return max(float(one.value_counts(normalize=True).iloc[0]) for one in places) >= IN_STEP


def profile_of(one: Typed) -> Profile:
    """The profile of a typed column."""
    coarse = one.grain is not None and one.grain.value != "day" and _in_step(one.values)
    return Profile(
        one.name,
        one.type,
        one.unit,
        one.values.head(LOOKED_AT),
        asked=bool(one.questions),
        coarse=coarse,
    )
