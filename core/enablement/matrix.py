"""Each piece of content by how many deals it was given to and how many of those were won."""

import pandas as pd

from core.enablement.counting import shared
from core.enablement.given import given
from core.enablement.ledger import Ledger
from core.enablement.model import Asked, Measured

CONTENT = "content"  # the column that the groups are words of
NONE_GIVEN = ""  # the group of deals that were given nothing


def content_matrix(book: Ledger, asked: Asked) -> tuple[Measured, ...]:
    """won / closed of the deals given each piece before their close, most given first.

    The first row is of the deals given nothing. Raises NotComputable.
    """
    found = given(book, asked)
    closed = found.deals[found.deals["ended"]]
    gifts = found.gifts.merge(closed[["key", "closed_at", "won"]], on="key", suffixes=("", "_of"))
    before = gifts[gifts["given_at"] < gifts[_column("closed_at", gifts)]]
    names = before[_named_by(before)].astype("string").fillna("").str.strip()
    once = before.assign(name=names)[names != ""].drop_duplicates(["key", "name"])
    counts = once.groupby("name")[_column("won", once)].agg(["sum", "count"])
    counts = counts.sort_values("count", ascending=False, kind="stable")
    without = closed.loc[~closed["key"].isin(before["key"]), "won"]
    rows = [(NONE_GIVEN, int(without.sum()), len(without))]
    rows += [(str(name), int(own["sum"]), int(own["count"])) for name, own in counts.iterrows()]
    return tuple(
        shared(Measured("win_rate", by=CONTENT, group=name), part, whole)
        for name, part, whole in rows
    )


def _named_by(gifts: pd.DataFrame) -> str:
    return "title" if "title" in gifts.columns else "content_id"


def _column(name: str, frame: pd.DataFrame) -> str:
    """The deal's own column, where the log has one of that name too."""
    return f"{name}_of" if f"{name}_of" in frame.columns else name
