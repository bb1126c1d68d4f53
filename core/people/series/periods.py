"""Where a wave stands on the calendar: in the period it is named after, else by its middle day.

A wave stands once, in its own period. It is neither repeated in the periods beside it nor drawn out
between two waves, for nobody was asked there. A wave named after a quarter stands in that quarter,
also where its answers came some days late; in a shorter period it stands by its middle day, and
where its answers have no days it stands in none.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from core.metrics.lengths import GRAINS
from core.metrics.series import periods_of
from core.periods import Frequency, Grain, frequency_of
from core.tables.columns.dates import take_apart

Dated = tuple[str, date | None]  # a wave: its label, its middle day
_RHYTHMS = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)


def period_of(wave: Dated, frequency: Frequency) -> pd.Period | None:
    """The period of a wave; None where neither its label nor its days tell one that short."""
    label, day = wave
    own = _named(label, frequency.year_starts)
    if own is None or not _holds(frequency, own):
        own = pd.Period(day, freq="D") if day is not None else None
    return None if own is None else periods_of(pd.PeriodIndex([own]), frequency)[0]


def rhythm(waves: Sequence[Dated], year_starts: int = 1) -> Grain | None:
    """The shortest period, of a week or more, in which one wave usually follows the other.

    Of a single wave the one it is named after, else a month. None: no wave can be placed.
    """
    if len(waves) == 1:
        named = _named(waves[0][0], year_starts)
        shortest = frequency_of(named.freqstr).grain if named is not None else Grain.MONTH
    else:
        shortest = Grain.WEEK
    for grain in _RHYTHMS:
        if GRAINS.index(grain) < GRAINS.index(shortest):
            continue
        found = [period_of(one, Frequency(grain, year_starts)) for one in waves]
        known = sorted({one.ordinal for one in found if one is not None})
        if known and (len(known) == 1 or np.median(np.diff(known)) <= 1 or grain is Grain.YEAR):
            return grain
    return None


def _named(label: str, year_starts: int) -> pd.Period | None:
    """The period that a wave is named after; financial years start as those of the panel."""
    found = take_apart(label)
    if found is None or found.year is None or found.parts is not None or found.counted:
        return None
    starts = year_starts if found.fiscal else 1
    start = replace(found, year_starts=starts).start()
    return pd.Period(start, freq=Frequency(found.grain, starts).freq) if start else None


def _holds(frequency: Frequency, period: pd.Period) -> bool:
    own = frequency_of(period.freqstr)
    return GRAINS.index(own.grain) <= GRAINS.index(frequency.grain) and frequency.holds(own)
