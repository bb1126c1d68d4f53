"""Who tracks an indicator and when it is next to be reviewed.

A monthly, quarterly or yearly review is due on the first working day after the month, quarter or
(financial) year in which the indicator was last reviewed; one after a campaign on the first working
day after the first campaign that ends on or after the day of the last review. What was never
reviewed counts from the day its first file came.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from core.holidays import next_working_day
from core.metrics import Indicator, Role
from core.periods import Frequency, Grain
from core.workspace.calendar import Event, EventKind, Owner, Rhythm, Tracking
from core.workspace.edits import Edit
from core.workspace.model import State

_DAY = timedelta(days=1)
_GRAINS = {
    Rhythm.MONTHLY: Grain.MONTH,
    Rhythm.QUARTERLY: Grain.QUARTER,
    Rhythm.YEARLY: Grain.YEAR,
}


@dataclass(frozen=True)
class Review:
    """One indicator and its next review; `due` is None while no campaign calls for one."""

    indicator: Indicator
    tracking: Tracking
    due: date | None
    overdue: bool


def tracking(state: State, one: Indicator) -> Tracking:
    """Who tracks it and how often, as chosen, else as usual for such an indicator."""
    return state.tracked.get(one.id) or _USUAL.get(one.metric or "", _BY_ROLE[one.role])


def due(kept: Tracking, begun: date, events: Iterable[Event], year_starts: int = 1) -> date | None:
    """The day of the next review; `begun`: where it counts from while it was never reviewed."""
    since = kept.reviewed or begun
    if kept.rhythm is Rhythm.AFTER_CAMPAIGN:
        ends = sorted(one.last for one in events if one.kind is EventKind.CAMPAIGN)
        end = next((one for one in ends if one >= since), None)
        return None if end is None else next_working_day(end + _DAY)
    frequency = Frequency(_GRAINS[kept.rhythm], year_starts)
    period = pd.Period(since, freq=frequency.freq)
    return next_working_day(period.end_time.date() + _DAY)


def review(state: State, one: Indicator, events: Iterable[Event], today: date) -> Review:
    """The next review of one indicator."""
    kept = tracking(state, one)
    day = due(kept, _begun(state, today), events, state.choice.fiscal_start or 1)
    return Review(one, kept, day, day is not None and day < today)


def reviews(
    state: State, indicators: Sequence[Indicator], events: Sequence[Event], today: date
) -> list[Review]:
    """The next reviews, the longest due first, those that wait for a campaign last.

    Indicators that are left out of the search have none unless somebody chose who tracks them.
    """
    roles = state.choice.roles
    wanted = [
        one
        for one in indicators
        if one.id in state.tracked or roles.get(one.id, one.role) is not Role.NEITHER
    ]
    every = (review(state, one, events, today) for one in wanted)
    return sorted(every, key=lambda one: one.due or date.max)


def assign(one: Indicator, owner: Owner) -> Edit:
    """Who tracks it."""
    return _changed(one, lambda kept: replace(kept, owner=owner))


def repeat(one: Indicator, rhythm: Rhythm) -> Edit:
    """How often it is reviewed."""
    return _changed(one, lambda kept: replace(kept, rhythm=rhythm))


def reviewed(one: Indicator, on: date) -> Edit:
    """That it was reviewed on that day."""
    return _changed(one, lambda kept: replace(kept, reviewed=on))


def _changed(one: Indicator, change: Callable[[Tracking], Tracking]) -> Edit:
    def edit(state: State) -> State:
        kept = change(tracking(state, one))
        return replace(state, tracked={**state.tracked, one.id: kept})

    return edit


def _begun(state: State, today: date) -> date:
    """The day of the first file; today where there is none."""
    days = (upload.at.date() for each in state.datasets for upload in each.uploads)
    return min(days, default=today)


_BY_ROLE = {
    Role.LEADING: Tracking(Owner.SALES_OPERATIONS, Rhythm.MONTHLY),
    Role.LAGGING: Tracking(Owner.SALES_MANAGER, Rhythm.MONTHLY),
    Role.NEITHER: Tracking(Owner.SALES_OPERATIONS, Rhythm.QUARTERLY),
}
_DECLARED = {
    (Owner.ENABLEMENT_MANAGER, Rhythm.MONTHLY): "content_utilisation content_engagement "
    "training_completion training_on_time training_hours one_on_ones",
    (Owner.ENABLEMENT_MANAGER, Rhythm.QUARTERLY): "win_rate win_rate_value cohort_win_rate "
    "content_lift training_effect proposals demos pulse",
    (Owner.ENABLEMENT_MANAGER, Rhythm.YEARLY): "enps",
    (Owner.SALES_OPERATIONS, Rhythm.QUARTERLY): "cycle_days stage_days stage_conversion "
    "stage_entries receivable_days",
    (Owner.SALES_OPERATIONS, Rhythm.AFTER_CAMPAIGN): "impressions clicks click_rate "
    "marketing_spend email_open_rate emails_sent followers discount_share",
    (Owner.SALES_MANAGER, Rhythm.MONTHLY): "calls calls_per_rep_day meetings meeting_held_rate "
    "visits follow_ups viewings footfall pipeline_coverage contact_frequency reviews",
    (Owner.SALES_MANAGER, Rhythm.QUARTERLY): "average_deal order_value margin profit churn_rate "
    "customers_lost retention_rate repeat_rate revenue_churn_rate net_revenue_churn_rate csat nps",
    (Owner.SALES_MANAGER, Rhythm.YEARLY): "headcount staff_turnover staff_left vacancies",
}
_USUAL = {id: Tracking(*how) for how, ids in _DECLARED.items() for id in ids.split()}
