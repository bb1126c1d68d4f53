"""When an indicator is next to be reviewed: laws, and dates counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Place
from core.holidays import is_working_day
from core.language import text
from core.metrics import CATALOGUE, Aggregate, Indicator, Role
from core.periods import Frequency, Grain
from core.workspace import (
    Choice,
    Event,
    EventKind,
    Owner,
    Rhythm,
    State,
    Tracking,
    Workspaces,
    reviews,
)
from core.workspace.reviews import due, review, tracking

AT = datetime(2025, 1, 1, tzinfo=UTC)
DAYS = st.dates(date(2005, 1, 1), date(2035, 12, 31))
CALENDAR = st.sampled_from([Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.YEARLY])


def campaign(begins: date, ends: date | None = None) -> Event:
    return Event("e", AT, EventKind.CAMPAIGN, "Promo", begins, ends)


def indicator(id: str, role: Role = Role.LEADING) -> Indicator:
    words = text("because")
    return Indicator(id, words, id, role, words, "count", Aggregate.SUM, Place())


@given(DAYS, CALENDAR, st.integers(1, 12))
@settings(max_examples=60, deadline=None)
def test_a_review_is_due_on_the_first_working_day_of_the_next_period(day, rhythm, starts):
    found = due(Tracking(Owner.SALES_MANAGER, rhythm, day), date(2000, 1, 1), (), starts)
    assert found > day and is_working_day(found)
    grain = {"monthly": Grain.MONTH, "quarterly": Grain.QUARTER, "yearly": Grain.YEAR}[rhythm]
    freq = Frequency(grain, starts).freq
    first = (pd.Period(day, freq) + 1).start_time.date()
    assert found >= first
    assert not any(is_working_day(first + timedelta(n)) for n in range((found - first).days))


@given(DAYS, DAYS, CALENDAR)
@settings(max_examples=40, deadline=None)
def test_a_later_review_never_brings_the_next_one_forward(one, other, rhythm):
    first, second = (
        due(Tracking(Owner.SALES_MANAGER, rhythm, day), date(2000, 1, 1), ())
        for day in sorted((one, other))
    )
    assert first <= second


@pytest.mark.parametrize(
    ("rhythm", "wanted"),
    [
        (Rhythm.MONTHLY, date(2025, 4, 2)),  # 31 March and 1 April 2025 are Idul Fitri
        (Rhythm.QUARTERLY, date(2025, 4, 2)),
        (Rhythm.YEARLY, date(2026, 1, 2)),
    ],
)
def test_the_next_review_passes_over_lebaran_and_new_year(rhythm, wanted):
    assert due(Tracking(Owner.SALES_MANAGER, rhythm, date(2025, 3, 10)), AT.date(), ()) == wanted


def test_a_financial_year_ends_when_the_person_said():
    kept = Tracking(Owner.SALES_MANAGER, Rhythm.YEARLY, date(2025, 2, 1))
    assert due(kept, AT.date(), (), year_starts=7) == date(2025, 7, 1)


def test_after_a_campaign_waits_for_one_and_is_due_once_it_ended():
    kept = Tracking(Owner.SALES_OPERATIONS, Rhythm.AFTER_CAMPAIGN)
    begun = date(2025, 1, 1)
    training = Event("t", AT, EventKind.TRAINING, "Training", date(2025, 2, 3))
    assert due(kept, begun, [training]) is None
    told = [campaign(date(2024, 11, 1)), campaign(date(2025, 5, 5), date(2025, 5, 30)), training]
    assert due(kept, begun, told) == date(2025, 6, 2)
    after = Tracking(kept.owner, kept.rhythm, date(2025, 6, 3))
    assert due(after, begun, told) is None


def test_what_was_never_reviewed_counts_from_the_first_file():
    found = review(State(), indicator("revenue"), (), date(2025, 3, 10))
    assert found.due == date(2025, 4, 2) and not found.overdue
    kept = {"revenue": Tracking(Owner.SALES_MANAGER, Rhythm.MONTHLY, date(2025, 3, 10))}
    state = State(tracked=kept)
    assert not review(state, indicator("revenue"), (), date(2025, 4, 2)).overdue
    assert review(state, indicator("revenue"), (), date(2025, 4, 3)).overdue


def test_the_longest_due_stands_first_and_what_is_left_out_has_no_review():
    state = State(
        choice=Choice(roles={"left": Role.NEITHER}),
        tracked={
            "old": Tracking(Owner.SALES_MANAGER, Rhythm.MONTHLY, date(2024, 1, 2)),
            "clicks": Tracking(Owner.SALES_OPERATIONS, Rhythm.AFTER_CAMPAIGN, date(2025, 1, 2)),
        },
    )
    every = [indicator("clicks"), indicator("new"), indicator("left"), indicator("old")]
    found = reviews.reviews(state, every, (), date(2025, 3, 10))
    told = [(one.indicator.id, one.overdue) for one in found]
    assert told == [("old", True), ("new", False), ("clicks", False)]
    assert found[-1].due is None
    told = reviews.reviews(state, every, [campaign(date(2025, 3, 10))], date(2025, 3, 20))
    assert [one.indicator.id for one in told] == ["old", "clicks", "new"]
    assert told[1].overdue


def test_owner_rhythm_and_review_are_kept_beside_each_other(tmp_path):
    store, one = Workspaces(tmp_path / "workspaces"), indicator("revenue", Role.LAGGING)
    opened = store.create()
    usual = tracking(opened.state, one)
    for edit in (
        reviews.assign(one, Owner.ENABLEMENT_MANAGER),
        reviews.repeat(one, Rhythm.YEARLY),
        reviews.reviewed(one, date(2025, 5, 5)),
    ):
        opened = store.change(opened.id, edit, text("Review"))
    chosen = Tracking(Owner.ENABLEMENT_MANAGER, Rhythm.YEARLY, date(2025, 5, 5))
    assert tracking(store.open(opened.id).state, one) == chosen
    elsewhere = Workspaces(tmp_path / "elsewhere")
    assert elsewhere.take_in(store.bundle(opened.id)).state.tracked == {"revenue": chosen}
    before = store.state_at(opened.id, 1)
    assert tracking(store.change(opened.id, lambda _: before, text("x")).state, one) == usual
    store.close()
    elsewhere.close()


def test_usual_owners_are_declared_for_indicators_that_exist():
    planned = {"content_engagement", "content_lift", "training_effect", "stage_days",
               "stage_conversion"}  # fmt: skip
    assert set(reviews._USUAL) - planned <= CATALOGUE.keys()
    assert {one.owner for one in reviews._USUAL.values()} == set(Owner)
