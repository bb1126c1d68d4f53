"""Of the deals created, those won: so far, and within 30, 60 and 90 days of their creation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.enablement.counting import of_group, shared
from core.enablement.cycle import days_open
from core.enablement.deals import counting, deals_so_far, need_both
from core.enablement.incidence import HAPPENED, OTHERWISE, RUNNING, Courses, by_days, courses_of
from core.enablement.ledger import Ledger, Measure
from core.enablement.model import Asked, Measured
from core.language import counted

_FIELDS = ("created_at", "closed_at")


def cohort_win_rate(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """won / created; and the share won by a day, a loss being the other end a deal can come to."""
    deals = deals_so_far(book, *_FIELDS)
    need_both(deals)
    deals = deals[deals["created_at"].notna()]
    deals = deals.assign(watched=days_open(book, deals))
    found: list[Measured] = []
    for group in book.groups(deals):
        row = of_group(Measured("cohort_win_rate"), group)
        found += [_so_far(row, group[2]), *by_days(row, *won_within(group[2]))]
    return found


def _so_far(row: Measured, deals: pd.DataFrame) -> Measured:
    running = counting(deals, "open")
    said = counted(
        "{n} of them is still open and may yet be won.",
        "{n} of them are still open and may yet be won.",
        running,
    )
    row = replace(row, notes=(said,) if running else ())
    return shared(row, counting(deals, "won"), len(deals))


def won_within(deals: pd.DataFrame) -> tuple[Courses, int]:
    """How long each deal ran and how it ended; and how many have no day of their end."""
    ended = deals["status"] != "open"
    lasted = deals["days_to_close"].where(ended, deals["watched"])
    ends = np.select([deals["status"] == "won", ended], [HAPPENED, OTHERWISE], RUNNING)
    return courses_of(lasted, ends, deals["watched"])


COHORTS: Mapping[str, Measure] = {"cohort_win_rate": cohort_win_rate}
