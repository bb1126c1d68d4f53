"""Which closed deals were given sales material, and when first.

Given is what left the house for that deal: shared, pitched, downloaded, or opened by the buyer. On
the day of the close it is given too late, where only days are known.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.enablement.answers_to_leads import key
from core.enablement.deals import deals_so_far, need_both
from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import Asked
from core.language import text
from core.tables.model import TableKind

_NOBODY = text("not computable, because no material in this file was given for one of these deals")


@dataclass(frozen=True)
class Given:
    """Deals, one row each, with `won`, `ended` (won or lost so far) and `key`, and every gift.

    gifts: `key` of the deal, `given_at`, columns of the log, in order. end: day after the last.
    """

    deals: pd.DataFrame
    gifts: pd.DataFrame
    end: pd.Timestamp

    def first(self, gifts: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
        """When each deal was first given one of those; missing where never."""
        at = gifts.groupby("key")["given_at"].min()
        return pd.Series(pd.DatetimeIndex(self.deals["key"].map(at)), index=self.deals.index)


def given(book: Ledger, asked: Asked) -> Given:
    """Raises NotComputable: a table or a column is missing, nothing was given for these deals."""
    used = book.need(TableKind.CONTENT_USAGE, "action", "occurred_at", "deal_id")
    book.need(TableKind.DEALS, "deal_id", "status", "closed_at")
    deals = deals_so_far(book)
    lost = ["lost", "other"] if asked.others_lost else ["lost"]
    won = deals["status"] == "won"
    ended = (won | deals["status"].isin(lost)) & deals["closed_at"].notna()
    need_both(deals)
    deals = deals.assign(key=key(deals["deal_id"]), won=won & ended, ended=ended)
    left = used[(used["is_use"] | used["is_opened"]) & used["occurred_at"].notna()]
    gifts = left.assign(key=key(left["deal_id"]), given_at=left["occurred_at"]).dropna(subset="key")
    gifts = gifts[gifts["key"].isin(deals["key"])].sort_values("given_at", kind="stable")
    end = book.ends[TableKind.DEALS]
    if gifts.empty:
        raise NotComputable(_NOBODY)
    return Given(deals, gifts[gifts["given_at"] < end], end)


def strata(
    deals: pd.DataFrame, treated: npt.NDArray[np.bool_]
) -> tuple["pd.Series[str]", tuple[str, ...]]:
    """A stratum for each deal, and the fields it is made of: the finest that both arms fill.

    Amount in thirds, owner and source; fields are left away until at least FILLED of the deals lie
    in strata that hold deals of both arms.
    """
    words = {
        one: _words(deals, one) for one in ("amount", "owner", "source") if one in deals.columns
    }
    for fields in _FINEST_FIRST:
        if set(fields) <= set(words):
            label = _joined([words[one] for one in fields], deals.index)
            both = pd.Series(treated, index=deals.index).groupby(label).transform("nunique") == 2
            if not fields or both.mean() >= FILLED:
                return label, fields
    raise AssertionError  # no fields at all always fit


FILLED = 0.8
_FINEST_FIRST: tuple[tuple[str, ...], ...] = (
    ("amount", "owner", "source"), ("amount", "owner"), ("amount", "source"), ("owner", "source"),
    ("amount",), ("owner",), ("source",), (),
)  # fmt: skip


def _words(deals: pd.DataFrame, field: str) -> "pd.Series[str]":
    if field != "amount":
        return deals[field].astype("string").fillna("")
    ranks = deals["amount"].rank(method="average", pct=True)
    return pd.cut(ranks, [0, 1 / 3, 2 / 3, 1]).astype("string").fillna("")


def _joined(words: list["pd.Series[str]"], index: pd.Index) -> "pd.Series[str]":
    label = pd.Series("", index=index, dtype="string")
    for one in words:
        label = label + "\x1f" + one
    return label
