"""How long deals take from their creation to their close.

Won and lost deals apart: median and 90th percentile. Won deals alone look short while the pipeline
is young, so of all deals the median counts those still open for as long as they have been (Kaplan
and Meier). Days are those of the panel (core.metrics.records.deals).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.enablement.counting import lasting, lasting_so_far, of_group
from core.enablement.deals import (
    OPEN,
    UNDATED,
    counting,
    deals_so_far,
    need_lost,
    need_won,
)
from core.enablement.durations import Durations, Marks
from core.enablement.ledger import Group, Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.moments import days_so_far, only_days
from core.language import Text, counted, text
from core.tables.model import TableKind

_FIELDS = ("created_at", "closed_at")
_BACKWARDS = text("closed before they were created")
_UNBORN = text("without a day of creation")
_NEEDS = {"won": need_won, "lost": need_lost}


def cycle_days(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """closed - created of won and of lost deals; of all, those still open counted as such."""
    deals = deals_so_far(book, *_FIELDS)
    deals = deals.assign(watched=days_open(book, deals))
    found: list[Measured] = []
    for group in book.groups(deals):
        for variant in _NEEDS:
            found += _ended(deals, group, variant)
        found.append(_every(group))
    return found


def days_open(book: Ledger, deals: pd.DataFrame) -> "pd.Series[float]":
    """Days from the creation of each deal to the last day."""
    every = book.frames[TableKind.DEALS]
    whole = only_days(every["created_at"], every["closed_at"])
    end = book.ends.get(TableKind.DEALS)
    if end is None:
        return pd.Series(np.nan, deals.index)
    return days_so_far(deals["created_at"], end, whole=whole)


def _ended(deals: pd.DataFrame, group: Group, variant: str) -> list[Measured]:
    row = of_group(Measured("cycle_days", variant, unit="days"), group)
    try:
        _NEEDS[variant](deals)
    except NotComputable as stop:
        return [replace(row, stat="median", refused=stop.why)]
    own = group[2][group[2]["status"] == variant]
    left_out = [*_without(own), LeftOut(OPEN, counting(group[2], "open"))]
    found = lasting(row, own["days_to_close"].dropna().to_numpy(float), left_out)
    return [_young(one, group[2]) for one in found] if variant == "won" else found


def _without(ended: pd.DataFrame) -> list[LeftOut]:
    """Ended deals of which the days are not known."""
    no_day, unborn = ended["closed_at"].isna(), ended["created_at"].isna()
    backwards = ended["days_to_close"].isna() & ~no_day & ~unborn
    return [
        LeftOut(_BACKWARDS, int(backwards.sum())),
        LeftOut(UNDATED, int(no_day.sum())),
        LeftOut(_UNBORN, int((unborn & ~no_day).sum())),
    ]


def _young(row: Measured, deals: pd.DataFrame) -> Measured:
    """The row with a word where more deals are open than were won."""
    running = counting(deals, "open")
    if row.value is None or running <= row.n:
        return row
    return replace(row, notes=(*row.notes, _survivors(running)))


def _survivors(running: int) -> Text:
    return counted(
        "{n} deal is still open: those won so far are the quick ones.",
        "{n} deals are still open: those won so far are the quick ones.",
        running,
    )


def _every(group: Group) -> Measured:
    row = of_group(Measured("cycle_days", "all", unit="days"), group)
    durations, done = closing(group[2])
    ended = group[2][group[2]["status"] != "open"]
    unborn = int((group[2]["created_at"].isna() & (group[2]["status"] == "open")).sum())
    left_out = _without(ended)
    left_out[-1] = replace(left_out[-1], n=left_out[-1].n + unborn)
    return lasting_so_far(row, durations, done, left_out)


def closing(deals: pd.DataFrame) -> tuple[Durations, Marks]:
    """How long each deal took to its close, or has been open; and whether it closed."""
    done = (deals["status"] != "open").to_numpy()
    lasted = deals["days_to_close"].where(done, deals["watched"])
    known = (lasted >= 0).to_numpy()
    return lasted[known].to_numpy(float), np.asarray(done[known], bool)


CYCLE: Mapping[str, Measure] = {"cycle_days": cycle_days}
