"""One pass from visits to customers: the same seed and habits, the same company."""

import numpy as np
import pandas as pd

from core.worlds.crm.activities import activities_of, known_activities
from core.worlds.crm.content import content_of, known_content
from core.worlds.crm.courses import known_training, trained, training_of
from core.worlds.crm.customers import customers_of, known_customers
from core.worlds.crm.deals import deals_of, forecast, known
from core.worlds.crm.demand import demand, visits
from core.worlds.crm.leads import FAST_S, enquiries
from core.worlds.crm.model import Company, CrmTruth, Habits
from core.worlds.crm.planted import content_truth, training_truth
from core.worlds.crm.stages import history_of, known_history
from core.worlds.model import Decoys, Truth

_LEADS = (Truth("sessions", "new_leads", 1, 1), Truth("demos", "revenue", 2, 1))
_THROUGH = (
    Truth("new_leads", "demos", 1, 1),
    Truth("new_leads", "revenue", 3, 1),
    Truth("sessions", "demos", 2, 1),
    Truth("sessions", "revenue", 4, 1),
)
_DECOYS = Decoys("social_sessions", "calls", "emails", "referral_leads")
_DEAL_COLUMNS = [
    "deal_id", "account", "owner", "region", "stage", "status", "amount", "product", "source",
    "created_at", "closed_at", "expected_close_at", "lost_reason", "lead_id",
]  # fmt: skip
_LEAD_COLUMNS = [
    "lead_id", "created_at", "channel", "source", "region", "owner", "account", "contact", "status",
    "first_response_at", "qualified_at", "converted_at", "converted", "deal_id", "web_visits",
]  # fmt: skip


def company(seed: int = 1, habits: Habits = Habits()) -> Company:  # noqa: B008 - frozen
    """The company of that seed: everything by record, and the truth planted in it.

    `Habits(scale=10)` makes the same company ten times as large.
    """
    streams = np.random.default_rng(seed).spawn(9)
    wants, reads, asks, sells, notes, meets, stays, sends, learns = streams
    start = pd.Period(habits.first, freq="M").start_time
    end = (pd.Period(habits.first, freq="M") + habits.months).start_time - pd.Timedelta(seconds=1)
    wanted = demand(wants, habits)
    seen = visits(reads, habits, wanted)
    taught = trained(learns, habits)
    leads = enquiries(asks, habits, wanted, seen, taught)
    leads = leads.assign(lead=lambda one: np.arange(len(one)))
    deals = deals_of(sells, sends, habits, leads).assign(deal=lambda one: np.arange(len(one)))
    history = history_of(notes, deals)
    calendar = activities_of(meets, habits, deals, leads)
    shown = forecast(sells, known(deals, end), end)
    steps, shown = known_history(history, shown, end)
    kept = _known_leads(leads, shown, start, end)
    shown = shown.merge(kept[["lead", "lead_id"]], on="lead", how="left")
    calendar = known_activities(_with_ids(calendar, shown, kept), start, end)
    customers = customers_of(stays, habits, shown, start)
    content = content_of(sends, habits, deals, shown)
    training = training_of(learns, habits, deals, taught)
    return Company(
        habits=habits,
        traffic=seen[seen["day"].between(start, end)].reset_index(drop=True),
        leads=kept[_LEAD_COLUMNS],
        deals=shown[_DEAL_COLUMNS].astype({"lead_id": "Int64"}),
        stage_history=steps,
        activities=calendar,
        customers=known_customers(customers, end),
        content=known_content(content, end),
        training=known_training(training, end),
        truth=truth_of(habits),
    )


def truth_of(habits: Habits) -> CrmTruth:
    """What those habits plant."""
    usual, elsewhere = habits.regions[0], habits.regions[-1]
    return CrmTruth(
        leads=_LEADS,
        through=_THROUGH,
        decoys=_DECOYS,
        fast_within_s=FAST_S,
        fast_conversion=habits.fast_conversion,
        slow_conversion=habits.slow_conversion,
        stage_conversion=usual.advance,
        win_rate=usual.win_rate,
        cycle_days=usual.cycle_days,
        elsewhere=elsewhere,
        churn=habits.churn,
        content=content_truth(habits),
        training=training_truth(habits),
    )


def _known_leads(
    leads: pd.DataFrame, deals: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp
) -> pd.DataFrame:
    """Leads of the window as they stand at its end; ids from 1."""
    shown = leads[leads["created_at"].between(start, end)].copy()
    for name in ("first_response_at", "qualified_at", "converted_at"):
        shown[name] = shown[name].where(shown[name] <= end)
    shown["lead_id"] = np.arange(1, len(shown) + 1)
    shown["converted"] = shown["converted_at"].notna()
    shown = shown.merge(deals[["lead", "deal_id"]], on="lead", how="left")
    shown["deal_id"] = shown["deal_id"].astype("Int64")
    return shown.assign(status=_status(shown))


def _status(leads: pd.DataFrame) -> np.ndarray:
    """How far a lead has come, in one word."""
    words = {"converted_at": "converted", "qualified_at": "qualified"}
    words["first_response_at"] = "contacted"
    reached = np.select([leads[one].notna() for one in words], list(words.values()), "new")
    found: np.ndarray = np.where(leads["quality"] == "genuine", reached, leads["quality"])
    return found


def _with_ids(calendar: pd.DataFrame, deals: pd.DataFrame, leads: pd.DataFrame) -> pd.DataFrame:
    """Activities named by the ids their deal and lead are shown under, where these are shown."""
    deal_ids = deals.set_index("deal")["deal_id"]
    lead_ids = leads.set_index("lead")["lead_id"]
    return calendar.assign(
        deal_id=calendar["deal"].map(deal_ids).astype("Int64"),
        lead_id=calendar["lead"].map(lead_ids).astype("Int64"),
    )
