"""Win rate by count and by value, of deals closed and of deals created; won, lost, open, revenue.

Rates are of closed deals: open ones are not losses. A third outcome (passed, no decision) is left
out unless it is asked to count as lost; a reopened deal counts once, by its last close.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from core.enablement.counting import counted_row, of_group, shared
from core.enablement.ledger import Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.language import text
from core.tables.model import TableKind

_NO_LOST = text("not computable, because no lost deals are in this file")
_NO_WON = text("not computable, because no won deals are in this file")
_OTHERS = text("ended neither won nor lost")
_OPEN = text("still open")


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


def win_rate(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """won / (won + lost)."""
    deals = deals_so_far(book)
    _both_ways(deals)
    return [
        shared(of_group(Measured("win_rate"), group), *_won_of_closed(group[2], asked),
               _not_closed(group[2], asked))
        for group in book.groups(deals)
    ]  # fmt: skip


def _won_of_closed(deals: pd.DataFrame, asked: Asked) -> tuple[int, int]:
    lost = ["lost", "other"] if asked.others_lost else ["lost"]
    won = int((deals["status"] == "won").sum())
    return won, won + int(deals["status"].isin(lost).sum())


def _not_closed(deals: pd.DataFrame, asked: Asked) -> list[LeftOut]:
    others = 0 if asked.others_lost else int((deals["status"] == "other").sum())
    return [LeftOut(_OPEN, int((deals["status"] == "open").sum())), LeftOut(_OTHERS, others)]


def _both_ways(deals: pd.DataFrame) -> None:
    """Raises NotComputable where a file holds won deals alone, or lost ones."""
    for status, why in (("won", _NO_WON), ("lost", _NO_LOST)):
        if not (deals["status"] == status).any():
            raise NotComputable(why)


def _count(status: str) -> Measure:
    def measure(book: Ledger, asked: Asked) -> Sequence[Measured]:
        return [
            counted_row(
                of_group(Measured(status), group), int((group[2]["status"] == status).sum())
            )
            for group in book.groups(deals_so_far(book))
        ]

    return measure


WINS: Mapping[str, Measure] = {
    "win_rate": win_rate,
    "won": _count("won"),
    "lost": _count("lost"),
    "open": _count("open"),
}
