"""Visitors enquire about a month after their visit; who is answered fast converts better.

The first response is that of a person: automatic replies are not in the log.
"""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, after, in_office, spread_over
from core.worlds.crm.model import Habits, Region
from core.worlds.people import firms, persons

FAST_S = 3600
_RATE = 1 / 130  # enquiries per session, social ones apart
_OTHER = {"referral": 8.0, "event": 5.0}  # leads a month that no visit brings
_SPREAD = 3.0  # days, of the delay from visit to enquiry and from there to the deal
_SPAM, _DUPLICATE = 0.04, 0.05  # per genuine lead
_QUALIFIED = 0.3  # of leads that do not convert
_MEDIAN_SLOW_S = 9 * 3600
_EARLY = 0.012  # of leads answered fast: the rep called first and typed the lead in afterwards


def enquiries(
    random: Random,
    habits: Habits,
    wanted: pd.DataFrame,
    seen: pd.DataFrame,
    trained: "pd.Series[pd.Timestamp]",
) -> pd.DataFrame:
    """Every lead ever made: lead, created_at, channel, source, region, firm, contact, …, in order.

    `firm` numbers the firm behind it. `trained`: rep -> since when they answer faster. Times
    after the window are still in here.
    """
    genuine = pd.concat([_from_web(random, habits, seen), _from_others(random, habits, wanted)])
    genuine = genuine.sort_values("created_at", ignore_index=True)
    genuine["region"] = _regions(random, genuine["month"], wanted)
    genuine["firm"] = np.arange(len(genuine))
    genuine["quality"] = "genuine"
    found = pd.concat([genuine, _noise(random, genuine)])
    found = found.sort_values("created_at", ignore_index=True).drop(columns="month")
    found["contact"] = persons(600)[found["firm"] * 11 % 600]
    found["account"] = firms(found["firm"].to_numpy())
    found["owner"] = owners(random, habits, found["region"])
    since = found["owner"].map(trained)
    return _answered(random, habits, found, (since < found["created_at"]).to_numpy())


def owners(random: Random, habits: Habits, regions: "pd.Series[str]") -> np.ndarray:
    """One of the reps of each region: two in the large ones, one in the small ones, times scale."""
    found = np.empty(len(regions), object)
    for region, names in teams(habits).items():
        here = (regions == region).to_numpy()
        found[here] = names[random.integers(0, len(names), int(here.sum()))]
    return found


def teams(habits: Habits) -> dict[str, np.ndarray]:
    """The names of the reps of each region."""
    counts = [reps_of(region, habits) for region in habits.regions]
    names = np.split(persons(40 + int(80 * habits.scale))[: sum(counts)], np.cumsum(counts)[:-1])
    return {region.id: team for region, team in zip(habits.regions, names, strict=True)}


def reps_of(region: Region, habits: Habits) -> int:
    """How many reps a region has."""
    return max(1, round((2 if region.share > 0.25 else 1) * habits.scale))


def _from_web(random: Random, habits: Habits, seen: pd.DataFrame) -> pd.DataFrame:
    read = seen[seen["channel"] != "social"]
    chosen = read.loc[read.index.repeat(random.binomial(read["sessions"], _RATE))]
    times = after(random, pd.DatetimeIndex(chosen["day"]), habits.enquiry_days, _SPREAD)
    return pd.DataFrame(
        {
            "created_at": _waking(random, times),
            "month": pd.PeriodIndex(chosen["day"], freq="M"),
            "channel": chosen["channel"].to_numpy(),
            "source": "website",
            "web_visits": 1 + random.poisson(2.2, len(chosen)),
        }
    )


def _from_others(random: Random, habits: Habits, wanted: pd.DataFrame) -> pd.DataFrame:
    months = pd.PeriodIndex(wanted.index)
    parts = []
    for source, a_month in _OTHER.items():
        counts = random.poisson(a_month * habits.scale, len(months))
        times = spread_over(random, months, counts)
        parts.append(
            pd.DataFrame(
                {
                    "created_at": _waking(random, times),
                    "month": times.to_period("M"),
                    "channel": "offline",
                    "source": source,
                    "web_visits": 0,
                }
            )
        )
    return pd.concat(parts)


def _waking(random: Random, times: pd.DatetimeIndex) -> pd.DatetimeIndex:
    """The same days, between seven in the morning and ten at night."""
    seconds = random.integers(7 * 3600, 22 * 3600, len(times))
    return times.normalize() + pd.to_timedelta(seconds, unit="s")


def _regions(random: Random, months: "pd.Series[str]", wanted: pd.DataFrame) -> np.ndarray:
    """A region for each lead, by what each region wanted in the month of the visit."""
    shares = wanted.div(wanted.sum(axis=1), axis=0).cumsum(axis=1).to_numpy()
    place = pd.PeriodIndex(wanted.index).get_indexer(pd.PeriodIndex(months))
    drawn = (random.random(len(months))[:, None] > shares[place]).sum(axis=1)
    found: np.ndarray = wanted.columns.to_numpy()[np.minimum(drawn, len(wanted.columns) - 1)]
    return found


def _noise(random: Random, genuine: pd.DataFrame) -> pd.DataFrame:
    """Advertising by robots, and people who ask again within a month."""
    again = genuine[random.random(len(genuine)) < _DUPLICATE].assign(quality="duplicate")
    times = after(random, pd.DatetimeIndex(again["created_at"]), 9.0, 3.0)
    again["created_at"] = _waking(random, times)
    spam = genuine[random.random(len(genuine)) < _SPAM].assign(quality="spam", web_visits=1)
    spam["created_at"] = _waking(random, pd.DatetimeIndex(spam["created_at"]))
    spam["firm"] = spam["firm"] + 9_000
    return pd.concat([again, spam])


def _answered(
    random: Random, habits: Habits, found: pd.DataFrame, trained: np.ndarray
) -> pd.DataFrame:
    """Adds first_response_at, qualified_at and converted_at; whom it takes how long is chance."""
    count = len(found)
    created = pd.DatetimeIndex(found["created_at"])
    genuine = (found["quality"] == "genuine").to_numpy()
    luck = random.random(count)
    fast = luck < np.where(trained, habits.trained_fast_share, habits.fast_share)
    never = (luck > 1 - habits.never_share) | ~genuine
    seconds = np.where(
        fast,
        random.integers(120, FAST_S, count),
        FAST_S + 60 + _MEDIAN_SLOW_S * random.lognormal(0, 0.9, count),
    )
    chance = np.where(fast, habits.fast_conversion, habits.slow_conversion)
    converts = (random.random(count) < chance) & ~never
    qualified = (converts | (random.random(count) < _QUALIFIED)) & ~never
    response = created + pd.to_timedelta(seconds.round(), unit="s")
    becomes = in_office(random, after(random, created, habits.convert_days, _SPREAD))
    checked = in_office(random, after(random, response, 7.0, 2.0))
    early = fast & (random.random(count) < _EARLY)
    return found.assign(
        first_response_at=response.where(~early, created - (response - created)).where(~never),
        qualified_at=checked.where(qualified),
        converted_at=becomes.where(converts),
    )
