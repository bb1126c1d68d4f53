"""Which periods count as before and after a date, and the calendar's own pattern in them."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.errors import Refusal
from core.language import counted, text
from core.metrics import Panel
from core.periods import Grain, frequency_of

Array = NDArray[np.float64]
_AFTER = {Grain.DAY: 28, Grain.WEEK: 13, Grain.MONTH: 6, Grain.QUARTER: 4, Grain.YEAR: 3}
_LONGEST = {Grain.DAY: 182, Grain.WEEK: 156, Grain.MONTH: 60, Grain.QUARTER: 32, Grain.YEAR: 20}
_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30.44, Grain.QUARTER: 91.3, Grain.YEAR: 365.25}
FEWEST_BEFORE = {Grain.DAY: 21, Grain.WEEK: 16, Grain.MONTH: 12, Grain.QUARTER: 10, Grain.YEAR: 8}
FEWEST_AFTER = 3
_MOST_PLACES = 13
_HARMONICS = 4
_WEEKS = 365.25 / 7


@dataclass(frozen=True)
class Span:
    """Places in a calendar of periods: before [start, out), left out [out, at), after [at, end)."""

    calendar: pd.PeriodIndex
    start: int
    out: int
    at: int
    end: int

    @property
    def grain(self) -> Grain:
        """How long one period is."""
        return frequency_of(self.calendar.freqstr).grain

    def seasonal(self) -> bool:
        """Whether the periods before hold two seasons, so that a season can be told."""
        season = self.grain.season
        return season > 1 and self.out - self.start >= 2 * season

    def blind(self) -> bool:
        """Whether there may be a season which the periods before are too few to tell."""
        return self.grain.season > 1 and not self.seasonal()


def usual_after(grain: Grain, cycle: float | None) -> int:
    """Periods after a date to look at: about half a year; at least one sales cycle (in days)."""
    return max(_AFTER[grain], 0 if cycle is None else cycle_periods(grain, cycle))


def cycle_days(panel: Panel) -> float | None:
    """The usual length of a sale where the panel knows it."""
    own = next((one.id for one in panel.indicators if one.metric == "cycle_days"), None)
    known = panel.values[own].dropna() if own else pd.Series(dtype=float)
    return float(known.median()) if len(known) else None


def cycle_periods(grain: Grain, days: float) -> int:
    """One sales cycle in periods, rounded up."""
    return int(np.ceil(days / _DAYS[grain]))


def span(known: "pd.Series[bool]", when: date, periods: int) -> Span:
    """Where before and after lie. Raises Refusal when either is too short.

    The period in which the date lies counts as neither, unless it begins on that day. What came
    before the first known period is no past: other figures may make the calendar longer.
    """
    calendar = pd.PeriodIndex(known.index)
    holds = pd.Period(pd.Timestamp(when), freq=calendar.freqstr)
    out = min(max(0, int(holds.ordinal - calendar[0].ordinal)), len(calendar))
    at = out if holds.start_time.date() >= when else out + 1
    places = np.flatnonzero(known.to_numpy())
    first, last = (int(places[0]), int(places[-1]) + 1) if len(places) else (0, 0)
    longest = _LONGEST[frequency_of(calendar.freqstr).grain]
    end = max(at, min(last, at + periods))
    found = Span(calendar, min(out, max(first, out - longest)), out, at, end)
    _enough(known.to_numpy(), found)
    return found


def _enough(known: "np.ndarray[tuple[int], np.dtype[np.bool_]]", found: Span) -> None:
    before = int(known[found.start : found.out].sum())
    after = int(known[found.at : found.end].sum())
    least = FEWEST_BEFORE[found.grain]
    if before < least:
        raise Refusal(
            counted(
                "Only {n} period before this date is known; {least} are needed.",
                "Only {n} periods before this date are known; {least} are needed.",
                before,
                least=least,
            ),
            text("Choose a later date, or bring the figures of earlier periods too."),
        )
    if after < FEWEST_AFTER:
        raise Refusal(
            counted(
                "Only {n} full period after this date is known; {least} are needed.",
                "Only {n} full periods after this date are known; {least} are needed.",
                after,
                least=FEWEST_AFTER,
            ),
            text("Look again when more periods are complete, or choose an earlier date."),
        )


def season_columns(calendar: pd.PeriodIndex) -> Array:
    """The season beside a constant: one column for each place in it, harmonics for weeks."""
    grain, places = frequency_of(calendar.freqstr).grain, np.asarray(calendar.asi8)
    if grain.season <= _MOST_PLACES:
        place = places % grain.season
        return np.asarray(place[:, None] == np.arange(1, grain.season), dtype=float)
    angle = 2 * np.pi * np.outer(places, np.arange(1, _HARMONICS + 1)) / _WEEKS
    return np.column_stack([np.sin(angle), np.cos(angle)])
