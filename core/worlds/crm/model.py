"""What the made-up company is like, what it leaves behind as records, and what is true of it.

Visitors look around, some enquire about a month later, those answered become deals with a demo
about a month after that, and deals are decided about two months after their demo. Demand swings
from month to month, so each step is a lead of whole months; nothing is computed beside the records.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from core.worlds.model import Decoys, Truth

STAGES = ("qualified", "demo", "proposal", "negotiation", "contract")
WARM_UP = 8  # months that pass before the first one shown


@dataclass(frozen=True)
class Region:
    """One sales region: its share of the demand and how its deals go."""

    id: str
    share: float
    advance: Mapping[str, float]  # stage -> chance of getting past it
    cycle_days: float  # median from creation to a won close

    @property
    def win_rate(self) -> float:
        """The chance that a deal is won in the end."""
        chance = 1.0
        for stage in STAGES:
            chance *= self.advance[stage]
        return chance


_USUAL = {
    "qualified": 0.93,
    "demo": 0.82,
    "proposal": 0.78,
    "negotiation": 0.86,
    "contract": 0.93,
}
_TENDERS = {**_USUAL, "proposal": 0.42}


@dataclass(frozen=True)
class Habits:
    """How the company and its market behave; the planted truth is read from here."""

    first: str = "2023-01"
    months: int = 36
    scale: float = 1.0  # of everything that is counted: visits, leads, reps
    swing: float = 0.42  # standard deviation of the monthly demand all regions share, in logs
    own_swing: float = 0.14  # of each region's own
    growth: float = 0.006  # of demand per month, in logs
    enquiry_days: float = 30.4  # from the visit to the enquiry
    convert_days: float = 27.0  # from the enquiry to the deal; its demo follows within days
    fast_share: float = 0.45  # of genuine leads, answered within the hour
    never_share: float = 0.10  # never answered at all
    fast_conversion: float = 0.62
    slow_conversion: float = 0.3875
    churn: float = 0.02  # chance per month that a customer leaves
    regions: tuple[Region, ...] = (
        Region("jakarta", 0.40, _USUAL, 66.0),
        Region("bandung", 0.26, _USUAL, 66.0),
        Region("surabaya", 0.22, _USUAL, 66.0),
        Region("makassar", 0.12, _TENDERS, 96.0),
    )


@dataclass(frozen=True)
class CrmTruth:
    """What was planted; rates are chances, so samples scatter about them.

    `leads` are the direct steps and `through` what follows from them, by the catalogue's ids;
    a lead is in months. `win_rate` and `cycle_days` are those of the usual regions, `elsewhere`
    is the region that differs. A deal counts as past a stage when it was seen later in the order.
    """

    leads: tuple[Truth, ...]
    through: tuple[Truth, ...]
    decoys: Decoys
    fast_within_s: int
    fast_conversion: float  # of genuine leads answered within `fast_within_s`
    slow_conversion: float  # of genuine leads answered later
    stage_conversion: Mapping[str, float]
    win_rate: float
    cycle_days: float  # median, won deals
    elsewhere: Region
    churn: float  # per month

    @property
    def response_ratio(self) -> float:
        """How many times better leads convert that were answered fast."""
        return self.fast_conversion / self.slow_conversion


@dataclass(frozen=True)
class Company:
    """Records of the window, as known at the end of its last day; words are ids, not labels.

    `traffic`: day x channel x page. `leads`, `deals`, `customers`: one row each. `stage_history`:
    one row a change, also of the amount alone. `activities`: demos, meetings, calls, e-mails.
    Deals and their history go back to the first deal, some months before the window, so that no
    month of them is there in part; what happens after the window is not known.
    """

    habits: Habits
    traffic: pd.DataFrame
    leads: pd.DataFrame
    deals: pd.DataFrame
    stage_history: pd.DataFrame
    activities: pd.DataFrame
    customers: pd.DataFrame
    truth: CrmTruth
