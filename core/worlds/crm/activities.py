"""Demos, meetings, calls and e-mails: demos make deals, calls only fill days, mails follow wins."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, after, in_office, spread_over
from core.worlds.crm.leads import reps_of
from core.worlds.crm.model import Habits
from core.worlds.seasons import season

_BOOKED_DAYS = 4.0  # before a demo or meeting takes place
_CALLS = 17.0  # dialled a month by each rep, whatever the demand
_CONNECTED, _INBOUND = 0.44, 0.12
_MEETS = {2: 0.55, 3: 0.45}  # stage -> share of deals that have a meeting in it
_NO_SHOW, _CANCELLED = 0.10, 0.07
_COLUMNS = [
    "activity_id", "type", "direction", "outcome", "booked_at", "occurred_at", "completed_at",
    "duration_s", "owner", "region", "deal_id", "lead_id",
]  # fmt: skip


def activities_of(
    random: Random, habits: Habits, deals: pd.DataFrame, leads: pd.DataFrame
) -> pd.DataFrame:
    """Everything in the calendar, also beyond the window."""
    parts = [
        *_demos(random, deals),
        *(_meetings(random, deals, stage, share) for stage, share in _MEETS.items()),
        _calls(random, habits, leads),
        _mails(random, deals),
    ]
    return pd.concat(parts, ignore_index=True)


def known_activities(found: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    """What the window shows: booked or done in it; what is still to come is scheduled."""
    first = found["booked_at"].fillna(found["occurred_at"])
    shown = found[(found["occurred_at"] >= start) & (first <= end)].copy()
    future = shown["occurred_at"] > end
    shown["outcome"] = shown["outcome"].mask(future, "scheduled")
    shown["duration_s"] = shown["duration_s"].mask(future)
    done = shown["outcome"].isin(["held", "connected", "no_answer", "sent"])
    shown["completed_at"] = shown["occurred_at"].where(done)
    shown = shown.sort_values("occurred_at", kind="stable", ignore_index=True)
    shown["activity_id"] = np.arange(1, len(shown) + 1)
    return shown[_COLUMNS]


def _demos(random: Random, deals: pd.DataFrame) -> list[pd.DataFrame]:
    """One held for each deal that came so far; some missed or cancelled before, or instead."""
    held = _planned(random, deals, "demo", deals["enter_1"])
    never = deals[deals["enter_1"].isna()]
    luck = random.random(len(deals))
    missed = deals[(luck < _NO_SHOW + _CANCELLED) & deals["enter_1"].notna()]
    missed = pd.concat([missed, never])
    early = missed["enter_1"].fillna(missed["ended_at"])
    middle = missed["created_at"] + (early - missed["created_at"]) / 2
    failed = _planned(random, missed, "demo", middle)
    shows = random.random(len(failed)) < _NO_SHOW / (_NO_SHOW + _CANCELLED)
    failed["outcome"] = np.where(shows, "no_show", "cancelled")
    failed["duration_s"] = np.nan
    return [held, failed]


def _meetings(random: Random, deals: pd.DataFrame, stage: int, share: float) -> pd.DataFrame:
    drawn = deals[random.random(len(deals)) < share]
    return _planned(random, drawn, "meeting", drawn[f"enter_{stage}"])


def _planned(
    random: Random, deals: pd.DataFrame, kind: str, at: "pd.Series[pd.Timestamp]"
) -> pd.DataFrame:
    """Appointments held at those times, booked some days earlier but not before the deal."""
    chosen, at = deals[at.notna()], at.dropna()
    days = random.normal(_BOOKED_DAYS, 1.0, len(at))
    booked = (at - pd.to_timedelta((days * 86_400).round(), unit="s")).dt.floor("min")
    return pd.DataFrame(
        {
            "type": kind,
            "direction": "",
            "outcome": "held",
            "booked_at": np.maximum(booked, chosen["created_at"]),
            "occurred_at": at.dt.floor("min"),
            "duration_s": random.integers(3, 9, len(at)) * 600.0,
            "owner": chosen["owner"],
            "region": chosen["region"],
            "deal": chosen["deal"],
        }
    )


def _calls(random: Random, habits: Habits, leads: pd.DataFrame) -> pd.DataFrame:
    """Each rep dials as much as the month allows, to leads of the weeks before."""
    months = pd.period_range(leads["created_at"].min(), leads["created_at"].max(), freq="M")
    reps = sum(reps_of(region, habits) for region in habits.regions)
    usual = _CALLS * reps * np.exp(season(months, "offices"))
    times = in_office(random, spread_over(random, months, random.poisson(usual)))
    latest = np.searchsorted(leads["created_at"].to_numpy(), times.to_numpy())
    back = random.integers(1, max(2, round(120 * habits.scale)), len(times))
    chosen = leads.iloc[np.maximum(latest - back, 0)]
    inbound = random.random(len(times)) < _INBOUND
    connected = random.random(len(times)) < _CONNECTED
    seconds = random.lognormal(np.log(190), 0.8, len(times)).round()
    return pd.DataFrame(
        {
            "type": "call",
            "direction": np.where(inbound, "inbound", "outbound"),
            "outcome": np.where(connected, "connected", "no_answer"),
            "booked_at": pd.NaT,
            "occurred_at": times,
            "duration_s": np.where(connected, seconds, 0.0),
            "owner": chosen["owner"].to_numpy(),
            "region": chosen["region"].to_numpy(),
            "lead": chosen["lead"].to_numpy(),
        }
    )


def _mails(random: Random, deals: pd.DataFrame) -> pd.DataFrame:
    """New customers are written to in the weeks after they signed."""
    new = deals[deals["won"]]
    new = new.loc[new.index.repeat(1 + random.poisson(1.6, len(new)))]
    at = in_office(random, after(random, pd.DatetimeIndex(new["ended_at"]), 28.0, 9.0))
    return pd.DataFrame(
        {
            "type": "email",
            "direction": "outbound",
            "outcome": "sent",
            "booked_at": pd.NaT,
            "occurred_at": at,
            "duration_s": np.nan,
            "owner": new["owner"].to_numpy(),
            "region": new["region"].to_numpy(),
            "deal": new["deal"].to_numpy(),
        }
    )
