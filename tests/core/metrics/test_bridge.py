"""The bridge of the pipeline closes exactly, in money and in deals."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Refusal
from core.metrics.bridge import describe_bridge, pipeline_bridge
from core.periods import Frequency, Grain
from tests.core.metrics.records.tables import deals, panel, records, values
from tests.core.metrics.records.test_deals import SMALL

LEFT = ["won", "lost", "other"]


def row(frame, period):
    return frame.loc[pd.Period(period, frame.index.freqstr)].to_dict()


def test_the_bridge_of_a_small_pipeline_is_what_one_counts_by_hand():
    found = pipeline_bridge([deals(SMALL)])
    assert row(found.value, "2025-02") == {
        "start": 350, "created": 170, "won": 300, "lost": 50, "other": 0, "changes": 0, "end": 170,
    }  # fmt: skip
    assert row(found.count, "2025-02") == {
        "start": 2, "created": 3, "won": 1, "lost": 1, "other": 0, "changes": 0, "end": 3,
    }  # fmt: skip
    assert any("today’s amounts are used" in one.to("en") for one in found.notices)


def test_its_end_is_the_pipeline_of_the_panel():
    own, found = panel(deals(SMALL)), pipeline_bridge([deals(SMALL)])
    ends = {str(period): one for period, one in found.value["end"].items()}
    assert ends == values(own, "pipeline_value")
    assert list(found.count["end"]) == list(values(own, "pipeline_count").values())


def test_quarters_of_financial_years_hold_the_same_deals():
    found = pipeline_bridge([deals(SMALL)], Frequency(Grain.QUARTER, 2))
    months = pipeline_bridge([deals(SMALL)])
    told = describe_bridge(found)["count"]
    assert next(iter(told)) == "FY2025-Q4"
    assert told["FY2025-Q4"]["end"] == row(months.count, "2025-01")["end"]
    assert sum(one["created"] for one in told.values()) == months.count["created"].sum()


def test_changes_of_amounts_come_from_the_history_where_it_has_them():
    history = records(
        "stage_history",
        {
            "deal_id": [1, 1, 1, 2], "stage": ["a", "b", "b", "a"],
            "entered_at": ["2025-01-05", "2025-02-10", "2025-03-01", "2025-01-06"],
            "amount": [100.0, 150.25, 120.0, 40.0],
        },
        names={"amount": "Amount (IDR)"}, types={"amount": ""},
    )  # fmt: skip
    rows = [(1, "Won", "2025-01-05", "2025-03-20", 120.0), (2, "Open", "2025-01-06", None, 40.0)]
    found = pipeline_bridge([deals(rows), history])
    assert list(found.value["changes"]) == [0, 50.25, -30.25]
    assert list(found.value["end"]) == [140, 190.25, 40]
    assert row(found.value, "2025-03")["won"] == 120
    assert not any("today’s amounts" in one.to("en") for one in found.notices)


def test_without_days_of_closing_the_bridge_is_refused():
    bare = records("deals", {"deal_id": [1], "status": ["Won"], "created_at": ["2025-01-01"]})
    with pytest.raises(Refusal):
        pipeline_bridge([bare])


DAY = st.integers(0, 400).map(lambda n: str(pd.Timestamp("2024-01-01") + pd.Timedelta(days=n)))
DEAL = st.tuples(
    st.sampled_from(["Won", "Lost", "Open", "No decision"]), DAY, st.one_of(st.none(), DAY),
    st.one_of(st.none(), st.integers(0, 10**9).map(lambda n: n / 100)),
)  # fmt: skip
MANY = st.lists(DEAL, min_size=3, max_size=25).map(
    lambda rows: [(i, *one) for i, one in enumerate(rows)]
)
FREQUENCY = st.one_of(
    st.sampled_from([Frequency(Grain.WEEK), Frequency(Grain.MONTH)]),
    st.builds(Frequency, st.sampled_from([Grain.QUARTER, Grain.YEAR]), st.integers(1, 12)),
)


@settings(max_examples=5, deadline=None)
@given(MANY, FREQUENCY)
def test_every_bridge_closes_to_the_cent_and_goes_on_where_it_ended(rows, frequency):
    found = pipeline_bridge([deals(rows)], frequency)
    for frame in (found.value, found.count):
        if frame is None:
            continue
        cents = (frame * 100).round().astype("int64")
        gone = cents[LEFT].sum(axis=1)
        assert (cents["start"] + cents["created"] - gone + cents["changes"] == cents["end"]).all()
        assert (cents["start"].iloc[1:].to_numpy() == cents["end"].iloc[:-1].to_numpy()).all()
        assert (cents["end"] >= 0).all()
