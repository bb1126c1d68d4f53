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
        return self.win_from(STAGES[0])

    def win_from(self, stage: str) -> float:
        """The chance that a deal in that stage is won in the end."""
        chance = 1.0
        for one in STAGES[STAGES.index(stage) :]:
            chance *= self.advance[one]
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
    proof_share: float = 0.4  # of deals, sent a case study between the demo and the proposal
    proof_ratio: float = 1.3  # of the chances to get past the proposal, with one to without
    large_ratio: float = 1.225  # of the chances to get past the negotiation, large to smaller
    answer_month: int = 16  # of the course that makes reps answer fast, in months from the first
    answer_teams: tuple[str, ...] = ("jakarta", "surabaya")  # the regions sent to it
    trained_fast_share: float = 0.70  # as `fast_share`, of reps who completed it
    closing_month: int = 21  # of the course for those who won least, which does nothing
    churn: float = 0.02  # chance per month that a customer leaves
    regions: tuple[Region, ...] = (
        Region("jakarta", 0.40, _USUAL, 66.0),
        Region("bandung", 0.26, _USUAL, 66.0),
        Region("surabaya", 0.22, _USUAL, 66.0),
        Region("makassar", 0.12, _TENDERS, 96.0),
    )


@dataclass(frozen=True)
class ContentTruth:
    """What the use of content does: one category helps, one only seems to.

    Chances are those of the usual regions, that a deal which reached the proposal is won.
    `decoy` is sent to open deals by the day, more often to large ones (`large_from` rupiah and
    more), which are won more often whatever they are sent; it does nothing.
    """

    helps: str  # category, sent between the demo and the proposal
    share: float  # of the deals, whatever becomes of them
    win_with: float
    win_without: float
    decoy: str
    decoy_lift: float  # what it really adds
    large_from: float
    win_large: float
    win_smaller: float
    idle: float  # share of the library that nobody ever sends or takes

    @property
    def lift(self) -> float:
        """By how much the chance to win is higher, in shares."""
        return self.win_with - self.win_without


@dataclass(frozen=True)
class TrainingTruth:
    """What courses do: one makes reps answer faster, one was for those who had won least.

    `before` and `after` are the chances that a genuine lead is answered within the hour: after the
    day its rep completed `helps`, and for everybody else. The reps sent to `decoy` are those of
    the usual regions with the lowest win rates of the `picked_over` months before it.
    """

    helps: str
    month: str  # in which all of them completed it
    teams: tuple[str, ...]  # regions; nobody else was sent
    before: float
    after: float
    decoy: str
    decoy_month: str
    picked_over: int
    decoy_gain: float  # of their win rate, that the course really adds

    @property
    def gain(self) -> float:
        """By how much more often leads are answered within the hour, in shares."""
        return self.after - self.before


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
    content: ContentTruth
    training: TrainingTruth

    @property
    def response_ratio(self) -> float:
        """How many times better leads convert that were answered fast."""
        return self.fast_conversion / self.slow_conversion


@dataclass(frozen=True)
class Company:
    """Records of the window, as known at the end of its last day; words are ids, not labels.

    `traffic`: day x channel x page. `leads`, `deals`, `customers`: one row each. `stage_history`:
    one row a change, also of the amount alone. `activities`: demos, meetings, calls, e-mails.
    `content`: one row a use or view of an asset. `training`: one row a run somebody was sent to.
    Deals, their history and content go back to the first deal, some months before the window, so
    that no month of them is there in part; what happens after the window is not known.
    """

    habits: Habits
    traffic: pd.DataFrame
    leads: pd.DataFrame
    deals: pd.DataFrame
    stage_history: pd.DataFrame
    activities: pd.DataFrame
    customers: pd.DataFrame
    content: pd.DataFrame
    training: pd.DataFrame
    truth: CrmTruth
