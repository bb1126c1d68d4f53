"""The share for which something has happened by a day, others still running or ended otherwise.

Aalen and Johansen's cumulative incidence (1978; statsmodels): what ended otherwise (a lost deal)
can no longer happen and does not leave the count, as Kaplan and Meier would let it; where nothing
ends otherwise it is one less their curve. Interval: pointwise 95 %, log-log (Choudhury 2002).
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from statsmodels.duration.survfunc import CumIncidenceRight

from core.enablement.counting import few, some
from core.enablement.durations import Durations
from core.enablement.model import LeftOut, Measured
from core.enablement.rates import Interval, rate
from core.language import counted, text

Ends = npt.NDArray[np.int64]
RUNNING, HAPPENED, OTHERWISE = 0, 1, 2
BY_DAYS = (30, 60, 90)
NO_DAY = text("without a day on which it began or ended")


@dataclass(frozen=True)
class Courses:
    """For each record how long it ran, how it ended, and how long it could be watched."""

    durations: Durations
    ends: Ends
    watched: Durations


def courses_of(
    lasted: "pd.Series[float]", ends: "npt.NDArray[Any]", watched: "pd.Series[float]"
) -> tuple[Courses, int]:
    """The courses whose days are known and not negative; and how many are not."""
    known = (lasted >= 0).to_numpy()
    days, so_far = (np.asarray(one, np.float64)[known] for one in (lasted, watched))
    return Courses(days, ends[known].astype(np.int64), so_far), int((~known).sum())


@dataclass(frozen=True)
class Incidence:
    """The share for which it has happened by each duration; steps up to the right."""

    durations: Durations
    share: Durations
    low: Durations
    high: Durations
    n: int
    done: int


def incidence(courses: Courses) -> Incidence | None:
    """The curve; None where it has happened to none. NaN ends: the sample does not tell them."""
    done = int((courses.ends == HAPPENED).sum())
    if not done:
        return None
    with np.errstate(all="ignore"):
        curve = CumIncidenceRight(courses.durations, courses.ends)
        share = np.minimum(curve.cinc[0], 1.0)
        reach = 1.96 * _error(courses, share) / (share * np.log(share))
        low, high = share ** np.exp(-reach), share ** np.exp(reach)
    return Incidence(
        curve.times, share, np.minimum(low, high), np.maximum(low, high), len(courses.ends), done
    )  # fmt: skip


def _error(courses: Courses, share: Durations) -> Durations:
    """The standard error at each duration (Marubini and Valsecchi 1995, 10.2.5).

    statsmodels' own, but for the last duration, where it divides by the none that are left.
    """
    _, at = np.unique(courses.durations, return_inverse=True)
    left = np.bincount(at)[::-1].cumsum()[::-1].astype(float)
    ended = np.bincount(at, weights=courses.ends != RUNNING)
    own = np.bincount(at, weights=courses.ends == HAPPENED)
    before = np.cumprod(np.r_[1.0, 1.0 - ended[:-1] / left[:-1]])
    gone = np.where(left > ended, ended / (left * np.maximum(left - ended, 1.0)), 0.0)
    spread = share**2 * gone.cumsum() - 2 * share * (share * gone).cumsum()
    spread += (share**2 * gone).cumsum() + (before**2 * (left - own) * own / left**3).cumsum()
    jump = before * own / left**2
    spread -= 2 * (share * jump.cumsum() - (share * jump).cumsum())
    return np.asarray(np.sqrt(np.maximum(spread, 0.0)), np.float64)


def share_by(courses: Courses, day: float) -> Interval | None:
    """The share for which it has happened within so many days; None while none was watched so long.

    Where every record was watched so long or had ended, it is a plain share with Wilson's interval.
    """
    if not len(courses.ends) or courses.watched.max() < day:
        return None
    ended = courses.ends != RUNNING
    if (ended | (courses.durations >= day)).all():
        happened = (courses.ends == HAPPENED) & (courses.durations <= day)
        return rate(int(happened.sum()), len(courses.ends))
    curve = incidence(courses)
    seen = 0 if curve is None else int(np.searchsorted(curve.durations, day, side="right"))
    if curve is None or not seen or not curve.share[seen - 1]:
        return rate(0, int((courses.watched >= day).sum()))
    at = seen - 1
    return Interval(float(curve.share[at]), float(curve.low[at]), float(curve.high[at]))


def by_days(row: Measured, courses: Courses, left_out: int) -> list[Measured]:
    """The row as the share by each of BY_DAYS."""
    return [_by_day(replace(row, stat=f"{day}d"), courses, day, left_out) for day in BY_DAYS]


def _by_day(row: Measured, courses: Courses, day: int, left_out: int) -> Measured:
    told = replace(row, n=len(courses.ends), left_out=some([LeftOut(NO_DAY, left_out)]))
    found = share_by(courses, day)
    if found is None:
        why = text("not computable, because none has been watched for {n} days yet", n=day)
        return replace(told, refused=why)
    young = int((courses.watched < day).sum())
    said = counted(
        "{n} is younger than {days} days and counts for as long as it has been watched.",
        "{n} are younger than {days} days and count for as long as they have been watched.",
        young,
        days=day,
    )
    low, high = (end if np.isfinite(end) else None for end in (found.low, found.high))
    notes = (*row.notes, *([said] if young else []), *few(told.n))
    return replace(told, value=found.value, low=low, high=high, notes=notes)
