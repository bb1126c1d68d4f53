"""Deals as they stood on the last day, and what must hold before they are divided by each other.

The reasons are those of the panel (core.metrics.catalogue.deal_flows): both refuse alike.
"""

from collections.abc import Sequence

import pandas as pd

from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import LeftOut
from core.language import text
from core.tables.model import TableKind

ENDS = ("won", "lost", "other")
OPEN = text("still open")
OTHERS = text("ended neither won nor lost")
UNDATED = text("without a close date")
UNPRICED = text("without an amount")
NO_WON = text("not computable, because no won deals are in this file")
NO_LOST = text("not computable, because no lost deals are in this file")
_LOST_UNDATED = text("not computable, because too many lost deals have no close date")
_LOST_UNPRICED = text(
    "not computable, because too many lost deals have no value or a value of 0"
)  # fmt: skip
_CURRENCIES = text("not computable, because the amounts are in several currencies")
_EVEN = 0.1  # how much oftener lost deals may lack what won ones have


def deals_so_far(book: Ledger, *fields: str) -> pd.DataFrame:
    """The deals created up to the last day, those closed after it open as they then were."""
    deals = book.need(TableKind.DEALS, "status", *fields)
    end = book.ends.get(TableKind.DEALS)
    if end is None:
        return deals
    if "created_at" in deals.columns:
        deals = deals[~(deals["created_at"] >= end)]
    if "closed_at" in deals.columns:
        deals = deals.assign(status=deals["status"].mask(deals["closed_at"] >= end, "open"))
    return deals


def undated(deals: pd.DataFrame) -> "pd.Series[bool]":
    """Which deals ended on no known day, where the file knows the days of others."""
    if "closed_at" not in deals.columns or deals["closed_at"].isna().all():
        return pd.Series(False, index=deals.index)
    return deals["status"].isin(ENDS) & deals["closed_at"].isna()


def counting(deals: pd.DataFrame, *statuses: str) -> int:
    """How many deals have one of these statuses."""
    return int(deals["status"].isin(statuses).sum())


def need_both(deals: pd.DataFrame) -> None:
    """Raises NotComputable where a file holds won deals alone, or lost ones."""
    need_won(deals)
    need_lost(deals)


def need_won(deals: pd.DataFrame) -> None:
    """Raises NotComputable where no deal was won."""
    if not counting(deals, "won"):
        raise NotComputable(NO_WON)


def need_lost(deals: pd.DataFrame) -> None:
    """Raises NotComputable where no deal was lost, or most lost ones have no day."""
    if not counting(deals, "lost"):
        raise NotComputable(NO_LOST)
    if _oftener(undated(deals), deals):
        raise NotComputable(_LOST_UNDATED)


def need_prices(deals: pd.DataFrame) -> None:
    """Raises NotComputable where lost deals have no amounts as won ones have."""
    if _oftener(deals["amount"].fillna(0.0) == 0, deals):
        raise NotComputable(_LOST_UNPRICED)


def need_one_currency(deals: pd.DataFrame) -> None:
    """Raises NotComputable where amounts cannot be added."""
    if deals["currency_of_amount"].nunique() > 1:
        raise NotComputable(_CURRENCIES)


def _oftener(lacking: "pd.Series[bool]", deals: pd.DataFrame) -> bool:
    """Whether lost deals lack something so much oftener than won ones."""
    lost, won = (lacking[deals["status"] == one] for one in ("lost", "won"))
    return bool(_share(lost) > _share(won) + _EVEN)


def _share(marks: "pd.Series[bool]") -> float:
    return float(marks.mean()) if len(marks) else 0.0


def not_closed(deals: pd.DataFrame, *, others_lost: bool) -> Sequence[LeftOut]:
    """The deals a win rate does not rest on."""
    without = undated(deals)
    dated = deals[~without]
    return (
        LeftOut(OPEN, counting(dated, "open")),
        LeftOut(OTHERS, 0 if others_lost else counting(dated, "other")),
        LeftOut(UNDATED, int(without.sum())),
    )
