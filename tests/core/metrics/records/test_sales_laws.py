"""Laws of the sales metrics: order and files do not matter, periods add up, parts stay parts."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Refusal
from core.periods import Grain
from tests.core.metrics.records.tables import agree, deals, panel, same, values

DAY = st.integers(0, 300).map(lambda n: str(pd.Timestamp("2024-01-01") + pd.Timedelta(days=n)))
DEAL = st.tuples(
    st.sampled_from(["Won", "Lost", "Open", "Cancelled"]), DAY, st.one_of(st.none(), DAY),
    st.one_of(st.none(), st.integers(1, 10**7).map(float)),
)  # fmt: skip
MANY = st.lists(DEAL, min_size=8, max_size=24).map(
    lambda rows: [(i, *one) for i, one in enumerate(rows)]
)


def told(*tables, **more):
    try:
        return panel(*tables, **more)
    except Refusal:
        return None


@settings(max_examples=4, deadline=None)
@given(MANY, st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_their_files_matter(rows, random):
    whole, mixed = told(deals(rows)), list(rows)
    random.shuffle(mixed)
    same(whole, told(deals(mixed)))
    cut = random.randrange(1, len(rows))
    agree(whole, told(deals(mixed[:cut]), deals(mixed[cut:], source="rest.csv")))


@settings(max_examples=4, deadline=None)
@given(MANY)
def test_months_add_up_to_quarters_and_wins_stay_below_what_closed(rows):
    month, quarter = told(deals(rows)), told(deals(rows), grain=Grain.QUARTER)
    if month is None or quarter is None:
        return
    for id in {"deals_won", "deals_lost", "new_opportunities", "revenue"} & set(month.values):
        by_quarter = month.values[id].groupby(month.values.index.asfreq("Q")).sum()
        assert by_quarter.round(6).to_dict() == quarter.values[id].fillna(0).round(6).to_dict(), id
    if "win_rate" in month.values:
        assert all(0 <= rate <= 1 for rate in values(month, "win_rate").values())
    if "pipeline_count" in quarter.values:
        assert (quarter.values["pipeline_count"].dropna() >= 0).all()
