"""Is the last period over? A half month looks like a fall, so it is left out, and that is said.

Signs, in this order: the date up to which the data go (never today); records that stop before the
period ends; columns left empty that are usually full; nothing but zeros; and, lastly, amounts
nearly all far below anything in the last twelve periods.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from core.language import Text, text
from core.metrics.spec import Aggregate
from core.periods import Grain

_BEFORE = 12  # periods the last one is compared with
_ENOUGH = 6  # fewest of them
_FAR_BELOW = 0.7  # of the smallest of them
_NEARLY_ALL = 0.8  # of the columns
_RARE = 0.02  # share of zeros from which a zero is a usual value


@dataclass(frozen=True)
class Ending:
    """Where the values end: the first period left out, if any, and why."""

    values: pd.DataFrame
    unfinished: pd.Period | None = None
    notices: tuple[Text, ...] = ()


def ending(
    values: pd.DataFrame,
    rules: Sequence[Aggregate],
    partial: frozenset[pd.Period],
    as_of: date | None,
) -> Ending:
    """The values without periods that were not over.

    `values`: columns to judge by, calendar without gaps; `rules`: how each adds up; `partial`:
    last periods whose shorter parts stop early, left out unless another column knows them.
    """
    if as_of is not None:
        open_still = values.index[pd.PeriodIndex(values.index).end_time.date > as_of]
        if len(open_still):
            said = text(
                "{period} is left out: the data go up to {day}.", period=open_still[0], day=as_of
            )
            return _cut(values, open_still[0], said)
    last = values.index[-1]
    if last in partial and values.iloc[-1].isna().all():
        return _cut(
            values, last, text("{period} is left out: its records stop early.", period=last)
        )
    if as_of is not None:
        return Ending(values)
    return _by_looks(values, rules)


def _by_looks(values: pd.DataFrame, rules: Sequence[Aggregate]) -> Ending:
    """The ending that the values alone suggest."""
    last = values.index[-1]
    zeros = _zero_run(values)
    if zeros is not None:
        said = text(
            "From {period} on every value is zero: taken as not yet filled in and left out. {keep}",
            period=zeros,
            keep=_keep(),
        )
        return _cut(values, zeros, said)
    if _mostly_empty(values):
        said = text(
            "{period} is left out: most columns are still empty. {keep}", period=last, keep=_keep()
        )
        return _cut(values, last, said)
    low, flows = _far_below(values, rules)
    if low:
        said = text(
            "{period} is left out: it looks unfinished, because {low} of {flows} amounts are far "
            "below their lowest of the last 12 periods. {keep}",
            period=last,
            low=low,
            flows=flows,
            keep=_keep(),
        )
        return _cut(values, last, said)
    return Ending(values)


def _keep() -> Text:
    return text("If it is complete, choose to keep the last period (--keep-unfinished).")


def _cut(values: pd.DataFrame, first: pd.Period, said: Text) -> Ending:
    return Ending(values[values.index < first], first, (said,))


def _zero_run(values: pd.DataFrame) -> pd.Period | None:
    """The first of the last periods that hold nothing but zeros, where zeros are else rare."""
    empty = (values.isna() | (values == 0)).all(axis=1).to_numpy()
    run = len(empty) - int((~empty).nonzero()[0].max(initial=-1)) - 1
    if values.shape[1] < 2 or run == 0 or len(empty) - run < 3:
        return None
    usual = (values.iloc[:-run] == 0).to_numpy().mean() > _RARE
    return None if usual else pd.PeriodIndex(values.index)[-run]


def _mostly_empty(values: pd.DataFrame) -> bool:
    filled = values.notna().mean(axis=1)
    before = filled.iloc[:-1].tail(_ENOUGH)
    usual = len(before) >= 3 and float(before.median()) >= _NEARLY_ALL
    return bool(values.shape[1] >= 3 and usual and filled.iloc[-1] < 0.5)


def _far_below(values: pd.DataFrame, rules: Sequence[Aggregate]) -> tuple[int, int]:
    """How many of how many amounts are far below; (0, 0) when too few to say."""
    if pd.PeriodIndex(values.index).freqstr == Grain.DAY.freq:
        return (0, 0)  # single days are low for many reasons
    adding = [rule is Aggregate.SUM for rule in rules]
    flows = values.loc[:, adding]
    before = flows.iloc[:-1].tail(_BEFORE)
    usable = (before.count() >= _ENOUGH) & (before.min() > 0) & flows.iloc[-1].notna()
    flows, before = flows.loc[:, usable], before.loc[:, usable]
    low = int((flows.iloc[-1] < _FAR_BELOW * before.min()).sum())
    suspected = flows.shape[1] >= 2 and low >= _NEARLY_ALL * flows.shape[1]
    return (low, flows.shape[1]) if suspected and low >= 2 else (0, 0)
