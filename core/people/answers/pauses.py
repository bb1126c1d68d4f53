"""Waves told by their days: clusters far apart, or not so far where the same people answer again.

Days that run on without a clear break are one wave.
"""

import pandas as pd

from core.periods import Frequency, Grain, label

FAR, NEAR = 21, 4  # days without an answer that part waves; where the same people answer again
LONG = 45  # days from which one wave is doubtful, and a pause parts other people's answers
_CLEARLY = 3  # times as long as any other pause
_FEWEST = 5  # answers of a wave told by its days
_AGAIN = 0.3  # share of people who answer again from which a pause parts waves


def clusters_of(days: "pd.Series[pd.Timestamp]", who: "pd.Series[str]") -> "pd.Series[int]":
    """The number of each answer's cluster of days; all 0 where no pause parts them.

    What the longest pause parts is looked at again by itself: pauses need not be alike.
    """
    parted = _parted(days, who)
    if not parted.max():
        return parted
    found, many = parted.copy(), 0
    for number in range(int(parted.max()) + 1):
        finer = clusters_of(days[parted == number], who)
        found[finer.index] = finer + many
        many += int(finer.max()) + 1
    return found


def _parted(days: "pd.Series[pd.Timestamp]", who: "pd.Series[str]") -> "pd.Series[int]":
    """The same by the longest pause that parts them, and those about as long."""
    pauses = days.diff().dt.days.fillna(0).astype(float)
    people = who.reindex(days.index)
    again = people[people != ""].duplicated().any()
    for least in sorted({int(one) for one in pauses if one >= NEAR}, reverse=True):
        parted = (pauses >= least).astype(int).cumsum()
        if not _is_cut(pauses, parted, least):
            continue
        if again and _same_people(people, parted):
            return parted
        if not (people != "").any() and least >= FAR:
            return parted
        if not again and least >= LONG:
            return parted
    return pd.Series(0, index=days.index)


def _is_cut(pauses: "pd.Series[float]", parted: "pd.Series[int]", least: int) -> bool:
    """Whether the pauses stand out, and enough answers lie between them."""
    others = pauses[pauses < least].max()
    return bool(least >= _CLEARLY * max(1.0, others) and parted.value_counts().min() >= _FEWEST)


def _same_people(people: "pd.Series[str]", parted: "pd.Series[int]") -> bool:
    """Whether many of those who answered once answer again after a pause, and few before one."""
    known = pd.DataFrame({"who": people, "wave": parted})[people != ""]
    times = known.drop_duplicates().groupby("who").size()
    within = 1 - len(known.drop_duplicates()) / max(1, len(known))
    return bool((times > 1).mean() >= _AGAIN and within < _AGAIN)


def named(middle: "pd.Series[pd.Timestamp]") -> list[str]:
    """Quarters, months, weeks or days: the longest that tell the waves apart and fit their pace."""
    pace = middle.diff().dt.days.median()
    for grain, least in ((Grain.QUARTER, 60), (Grain.MONTH, 20), (Grain.WEEK, 0)):
        periods = middle.dt.to_period(Frequency(grain).freq)
        if pace >= least and periods.is_unique:
            return [label(one) for one in periods]
    return [f"{one:%Y-%m-%d}" for one in middle]
