"""Win rate by count and by value of the deals closed; won, lost, open, revenue.

Rates are of closed deals: open ones are not losses. A third outcome (passed, no decision) is left
out unless it is asked to count as lost, and both figures are said; a reopened deal counts once, by
its last close.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.enablement.counting import NOTHING, counted_row, few, of_group, shared, some
from core.enablement.deals import (
    UNDATED,
    UNPRICED,
    counting,
    deals_so_far,
    need_both,
    need_lost,
    need_one_currency,
    need_prices,
    need_won,
    not_closed,
    undated,
)
from core.enablement.ledger import Ledger, Measure
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.rates import FEWEST, Interval
from core.language import Share, Text, text

_NEEDS = {"won": need_won, "lost": need_lost}


def win_rate(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """won / (won + lost)."""
    deals = deals_so_far(book)
    need_both(deals)
    return [_by_count(group[2], asked, of_group(Measured("win_rate"), group))
            for group in book.groups(deals)]  # fmt: skip


def _by_count(deals: pd.DataFrame, asked: Asked, row: Measured) -> Measured:
    dated = deals[~undated(deals)]
    won, closed = won_of_closed(dated, others_lost=asked.others_lost)
    told = replace(row, notes=_either_way(dated, asked))
    return shared(told, won, closed, not_closed(deals, others_lost=asked.others_lost))


def won_of_closed(deals: pd.DataFrame, *, others_lost: bool) -> tuple[int, int]:
    """The deals won, and those the win rate is of."""
    lost = ("lost", "other") if others_lost else ("lost",)
    return counting(deals, "won"), counting(deals, "won", *lost)


def _either_way(deals: pd.DataFrame, asked: Asked) -> tuple[Text, ...]:
    """What the rate would be with the third outcomes counted the other way."""
    won, closed = won_of_closed(deals, others_lost=not asked.others_lost)
    if not counting(deals, "other") or not closed:
        return ()
    if asked.others_lost:
        said = text(
            "{rate} without those that ended neither won nor lost.", rate=Share(won / closed)
        )
    else:
        said = text(
            "{rate} if those that ended neither won nor lost counted as lost.",
            rate=Share(won / closed),
        )
    return (said,)


def win_rate_value(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """Amount won / amount won and lost, of the deals with an amount."""
    deals = deals_so_far(book, "amount")
    need_both(deals)
    need_prices(deals)
    need_one_currency(deals)
    return [_by_value(group[2], asked, of_group(Measured("win_rate_value"), group))
            for group in book.groups(deals)]  # fmt: skip


def _by_value(deals: pd.DataFrame, asked: Asked, row: Measured) -> Measured:
    ends = ["won", "lost", *(["other"] if asked.others_lost else [])]
    closed = deals[~undated(deals) & deals["status"].isin(ends)]
    priced = closed[closed["amount"].notna()]
    left_out = (
        *not_closed(deals, others_lost=asked.others_lost),
        LeftOut(UNPRICED, len(closed) - len(priced)),
    )
    won = (priced["status"] == "won").to_numpy()
    amounts = priced["amount"].to_numpy(float)
    told = replace(
        row, numerator=float(amounts[won].sum()), denominator=float(amounts.sum()), n=len(priced),
        left_out=some(left_out),
    )  # fmt: skip
    found = weighted(amounts, won)
    if found is None:
        return replace(told, refused=NOTHING)
    low, high = (None, None) if np.isnan(found.low) else (found.low, found.high)
    return replace(told, value=found.value, low=low, high=high, notes=few(len(priced)))


def weighted(
    amounts: "np.ndarray[tuple[int], np.dtype[np.float64]]", won: np.ndarray
) -> Interval | None:
    """The amount won of the whole amount; None where that is zero.

    Its interval takes deals, not rupiahs, for the sample: the linearised variance of a ratio
    (Cochran 1977, 6.4), on the logit scale as R's survey::svyciprop; NaN under FEWEST deals and
    where all or none is won, for then the sample does not tell how much it may scatter.
    """
    whole = float(amounts.sum())
    if not whole:
        return None
    share, n = float(amounts[won].sum()) / whole, len(amounts)
    if n < FEWEST or not 0 < share < 1:
        return Interval(share, np.nan, np.nan)
    spread = np.sqrt(n / (n - 1) * ((amounts * (won - share)) ** 2).sum()) / whole
    middle, reach = np.log(share / (1 - share)), 1.96 * spread / (share * (1 - share))
    low, high = (1 / (1 + np.exp(-(middle + way * reach))) for way in (-1, 1))
    return Interval(share, float(low), float(high))


def _count(status: str) -> Measure:
    def measure(book: Ledger, asked: Asked) -> Sequence[Measured]:
        deals = deals_so_far(book)
        if status in _NEEDS:
            _NEEDS[status](deals)
        return [_so_many(group[2], status, of_group(Measured(status), group))
                for group in book.groups(deals)]  # fmt: skip

    return measure


def _so_many(deals: pd.DataFrame, status: str, row: Measured) -> Measured:
    without = undated(deals)
    left_out = LeftOut(UNDATED, counting(deals[without], status))
    return replace(
        counted_row(row, counting(deals[~without], status)), left_out=some([left_out])
    )  # fmt: skip


def revenue_won(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """The amounts of the deals won, in the file's own money."""
    deals = deals_so_far(book, "amount")
    need_won(deals)
    need_one_currency(deals)
    return [_money(group[2], of_group(Measured("revenue_won", unit="money"), group))
            for group in book.groups(deals)]  # fmt: skip


def _money(deals: pd.DataFrame, row: Measured) -> Measured:
    won = deals[deals["status"] == "won"]
    without = undated(won)
    amounts = won.loc[~without, "amount"]
    left_out = [LeftOut(UNDATED, int(without.sum())), LeftOut(UNPRICED, int(amounts.isna().sum()))]
    return replace(
        row, value=float(amounts.sum()), n=int(amounts.notna().sum()), left_out=some(left_out)
    )


WINS: Mapping[str, Measure] = {
    "win_rate": win_rate,
    "win_rate_value": win_rate_value,
    "won": _count("won"),
    "lost": _count("lost"),
    "open": _count("open"),
    "revenue_won": revenue_won,
}
