"""Courses: one makes reps answer faster, one is for those who won least, two are for everybody."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, in_office
from core.worlds.crm.leads import teams
from core.worlds.crm.model import Habits

HELPS, DECOY = "answer_course", "closing_course"
PICKED_OVER = 3  # months before the decoy, whose win rates are looked at
_PICKED = 0.4  # of the reps looked at
_DUE_DAYS = 30
_NEVER, _LATE, _WITHDRAWN, _FAILS = 0.08, 0.15, 0.05, 0.12  # of those sent to a product update
_PASS, _FULL = 70, 100
_HOURS = {HELPS: 6, DECOY: 8, "onboarding": 12, "product_update": 2}
_COLUMNS = [
    "learner", "region", "course", "run", "assigned_at", "enrolled_at", "started_at",
    "completed_at", "due_at", "unenrolled_at", "status", "score", "attempts", "hours",
]  # fmt: skip


def trained(random: Random, habits: Habits) -> "pd.Series[pd.Timestamp]":
    """Rep -> when the course that helps was completed, in the month planned."""
    month = _month(habits, habits.answer_month)
    names = [name for region in habits.answer_teams for name in teams(habits).get(region, [])]
    days = random.integers(9, 25, len(names))
    return pd.Series(in_office(random, month + pd.to_timedelta(days, unit="D")), index=names)


def training_of(
    random: Random, habits: Habits, deals: pd.DataFrame, trained: "pd.Series[pd.Timestamp]"
) -> pd.DataFrame:
    """One row for each run somebody was sent to, also beyond the window; retakes are rows."""
    everybody = np.concatenate(list(teams(habits).values()))
    joined = _sent(random, "onboarding", "", _month(habits, 0), everybody)
    parts = [_finished(random, joined)]
    for quarter in range(habits.months // 3 + 1):
        begun = _month(habits, 3 * quarter)
        run = f"Update {quarter + 1}"
        parts.append(_mixed(random, _sent(random, "product_update", run, begun, everybody)))
    helped = _sent(random, HELPS, "", _month(habits, habits.answer_month), trained.index.to_numpy())
    parts.append(_finished(random, helped, pd.DatetimeIndex(trained)))
    begun = _month(habits, habits.closing_month)
    picked = _sent(random, DECOY, "", begun, _least(habits, deals, begun))
    parts.append(_finished(random, picked))
    found = pd.concat(parts, ignore_index=True)
    regions = {name: region for region, names in teams(habits).items() for name in names}
    return found.assign(region=found["learner"].map(regions), hours=found["course"].map(_HOURS))


def known_training(found: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """As it stands at the end of the window: what is begun by then, in order."""
    shown = found[found["assigned_at"] <= end].copy()
    for name in ("enrolled_at", "started_at", "completed_at", "unenrolled_at"):
        shown[name] = shown[name].where(shown[name] <= end)
    over = (shown["tried_at"] <= end) & shown["started_at"].notna()
    passed = shown["completed_at"].notna()
    told = [passed, shown["unenrolled_at"].notna(), over, shown["started_at"].notna()]
    words = ["completed", "withdrawn", "failed", "in_progress"]
    shown["status"] = np.select(told, words, "not_started")
    for name in ("score", "attempts"):
        shown[name] = shown[name].where(over | passed)
    shown["hours"] = shown["hours"].where(passed)
    return shown.sort_values(["assigned_at", "course", "learner"], ignore_index=True)[_COLUMNS]


def _month(habits: Habits, number: int) -> pd.Timestamp:
    return (pd.Period(habits.first, freq="M") + number).start_time


def _least(habits: Habits, deals: pd.DataFrame, month: pd.Timestamp) -> np.ndarray:
    """Reps of the usual regions who won the smallest share of what they closed before."""
    since = month - pd.DateOffset(months=PICKED_OVER)
    usual = deals["region"] != habits.regions[-1].id
    closed = deals[usual & deals["ended_at"].between(since, month, inclusive="left")]
    rates = closed.groupby("owner")["won"].mean().sort_values(kind="stable")
    return rates.index.to_numpy()[: round(_PICKED * len(rates))]


def _sent(
    random: Random, course: str, run: str, month: pd.Timestamp, names: np.ndarray
) -> pd.DataFrame:
    """Those people, sent to that run in the first days of that month."""
    assigned = in_office(random, pd.DatetimeIndex([month] * len(names)))
    later = pd.to_timedelta(random.integers(0, 4, len(names)), unit="D")
    return pd.DataFrame(
        {
            "learner": names,
            "course": course,
            "run": run,
            "assigned_at": assigned.normalize(),
            "enrolled_at": (assigned + later).normalize(),
            "due_at": assigned.normalize() + pd.Timedelta(days=_DUE_DAYS),
            "unenrolled_at": pd.NaT,
            "attempts": 1.0,
        }
    )


def _finished(
    random: Random, sent: pd.DataFrame, on: pd.DatetimeIndex | None = None
) -> pd.DataFrame:
    """All of them pass within the month, on those days where they are given."""
    drawn = pd.to_timedelta(random.integers(10, 24, len(sent)), unit="D")
    done = in_office(random, pd.DatetimeIndex(sent["enrolled_at"]) + drawn) if on is None else on
    started = sent["enrolled_at"] + pd.Timedelta(days=2)
    return sent.assign(
        started_at=started,
        completed_at=done.normalize(),
        tried_at=done.normalize(),
        score=random.integers(_PASS, _FULL, len(sent)).astype(float),
    )


def _mixed(random: Random, sent: pd.DataFrame) -> pd.DataFrame:
    """Some pass late or at the second attempt, some never begin, some are taken off the list."""
    found = _finished(random, sent)
    late = pd.to_timedelta(np.where(random.random(len(sent)) < _LATE, 25, 0), unit="D")
    found["completed_at"] = found["tried_at"] = found["completed_at"] + late
    luck = random.random(len(sent))
    off = luck < _WITHDRAWN
    idle = luck < _WITHDRAWN + _NEVER
    found["unenrolled_at"] = (found["enrolled_at"] + pd.Timedelta(days=1)).where(off)
    for name in ("started_at", "completed_at", "tried_at", "score"):
        found[name] = found[name].mask(idle)
    fails = (random.random(len(sent)) < _FAILS) & ~idle
    return _retaken(random, found, fails)


def _retaken(random: Random, found: pd.DataFrame, fails: np.ndarray) -> pd.DataFrame:
    """A row that failed, and another for the attempt that passed some days later."""
    again = found[fails].assign(attempts=2.0)
    later = again["tried_at"] + pd.Timedelta(days=6)
    again = again.assign(
        enrolled_at=again["tried_at"], started_at=again["tried_at"],
        completed_at=later, tried_at=later,
    )  # fmt: skip
    low = random.integers(40, _PASS, len(found)).astype(float)
    found["score"] = found["score"].where(~fails, low)
    found["completed_at"] = found["completed_at"].mask(fails)
    return pd.concat([found, again])
