"""Of the leads that came in, those that became an opportunity: so far, and within 30, 60, 90 days.

The leads are the panel's: genuine ones (no spam, no duplicates, none of one's own), by the day they
came in. Leads without an opportunity count as long as they have been watched.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from core.enablement.counting import of_group, shared
from core.enablement.incidence import HAPPENED, RUNNING, Courses, by_days, courses_of
from core.enablement.ledger import Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.moments import days_so_far, only_days
from core.language import text
from core.tables.model import TableKind

_TELLING = ("converted_at", "converted", "deal_id", "status")
_NONE_BECAME = text(
    "not computable, because no lead in this file is marked as one that became a deal"
)
_UNDATED = text("not computable, because no lead has a day on which it came in")
_NOISE = text("spam, duplicates and one’s own")


def lead_conversion(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """Leads with an opportunity / leads."""
    leads = leads_so_far(book)
    if not leads["became_deal"].any():
        raise NotComputable(_NONE_BECAME)
    found: list[Measured] = []
    for group in book.groups(leads):
        row = of_group(Measured("lead_conversion"), group)
        genuine = group[2][group[2]["is_genuine"]]
        noise = [LeftOut(_NOISE, len(group[2]) - len(genuine))]
        found.append(shared(row, int(genuine["became_deal"].sum()), len(genuine), noise))
        if "converted_at" in leads.columns:
            found += by_days(row, *becoming(genuine))
    return found


def leads_so_far(book: Ledger) -> pd.DataFrame:
    """The leads created up to the last day, with what had become of them, and `watched` in days.

    Raises NotComputable: no day of creation, or nothing that tells what became of a lead.
    """
    leads = book.need(TableKind.LEADS, "created_at")
    if not any(one in leads.columns for one in _TELLING):
        leads = book.need(TableKind.LEADS, _TELLING[0])
    end = book.ends.get(TableKind.LEADS)
    if end is None:
        raise NotComputable(_UNDATED)
    whole = only_days(leads["created_at"], *_converted(leads))
    leads = leads[leads["created_at"].notna() & (leads["created_at"] < end)]
    became = leads["became_deal"].fillna(False).astype(bool)
    for later in _converted(leads):
        became &= ~(later >= end)
    watched = days_so_far(leads["created_at"], end, whole=whole)
    return leads.assign(became_deal=became, watched=watched)


def _converted(leads: pd.DataFrame) -> list["pd.Series[pd.Timestamp]"]:
    return [leads["converted_at"]] if "converted_at" in leads.columns else []


def becoming(leads: pd.DataFrame) -> tuple[Courses, int]:
    """How long each lead took to become an opportunity, or has been watched; and those unknown."""
    became = leads["became_deal"]
    lasted = leads["days_to_convert"].where(became, leads["watched"])
    return courses_of(lasted, np.where(became, HAPPENED, RUNNING), leads["watched"])


OPPORTUNITIES: Mapping[str, Measure] = {"lead_conversion": lead_conversion}
