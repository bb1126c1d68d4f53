"""What a breakdown rests on: figures with their groups, bands of size, bands of a trend, rows."""

import numpy as np
import pandas as pd

from core.enablement import Asked
from core.enablement.answer import answered
from core.enablement.bands import SIZE_BAND, band_said, with_bands
from core.enablement.behind import records_behind
from core.enablement.compared import compared
from core.enablement.ledger import ledger
from core.enablement.model import Measured
from core.enablement.topics import TOPICS, days_of
from core.enablement.trend import band
from core.tables import read
from core.tables.model import TableKind
from tests.pages.exports import deals

TABLES = read(deals(), "deals.csv").tables


def test_each_figure_stands_with_its_groups():
    asked = Asked(by=("Branch",))
    answer = answered(ledger(TABLES, asked), asked, ["win_rate", "won"])
    rate, won, *_ = (one for one in compared(answer.rows) if one.key[1:] == ("", "", ""))
    assert rate.whole.n == 156 and [one.group for one in rate.groups] == [
        "Bandung", "Jakarta", "Medan",
    ]  # fmt: skip
    assert [one.value for one in won.groups] == [26.0, 26.0, 26.0]


def test_the_groups_of_a_stage_stand_under_it():
    rows = [
        Measured("stage_conversion", "naive", "", "stage", "Demo"),
        Measured("stage_conversion", "naive", "", "stage", "Demo · Plus"),
        Measured("stage_conversion", "naive", "", "stage · Branch", "Demo · Medan"),
        Measured("stage_conversion", "naive", "", "stage · Branch", "Demo · Plus · Medan"),
    ]
    first, second = compared(rows)
    assert first.stage == "Demo" and second.stage == "Demo · Plus"
    assert [(one.by, one.group) for one in second.groups] == [("Branch", "Medan")]
    assert "Medan" in [one.group for one in first.groups]


def test_deals_fall_into_three_bands_of_about_as_many():
    frame = with_bands(pd.DataFrame({"amount": np.arange(1, 301) * 1000.0}))
    counts = frame[SIZE_BAND].value_counts()
    assert len(counts) == 3 and counts.min() >= 80
    assert [band_said(one).to("en") for one in sorted(counts.index)] == [
        "100,000 to 200,000", "up to 100,000", "over 200,000",
    ]  # fmt: skip


def test_amounts_unknown_alike_or_in_several_currencies_have_no_bands():
    assert SIZE_BAND not in with_bands(pd.DataFrame({"amount": [5.0] * 40}))
    assert SIZE_BAND not in with_bands(pd.DataFrame({"amount": [1.0, 2.0]}))
    mixed = pd.DataFrame({"amount": np.arange(40.0), "currency_of_amount": ["IDR", "USD"] * 20})
    assert SIZE_BAND not in with_bands(mixed)
    some = with_bands(pd.DataFrame({"amount": [*np.arange(40.0), np.nan]}))
    assert band_said(some[SIZE_BAND].iloc[-1]).to("en") == "amount unknown"


def test_bands_of_size_divide_a_metric():
    asked = Asked(by=(SIZE_BAND,))
    (rate,) = compared(answered(ledger(TABLES, asked), asked, ["win_rate"]).rows)[:1]
    assert sum(one.n for one in rate.groups) == rate.whole.n == 156


def test_each_period_of_a_rate_has_the_interval_of_its_records():
    periods = pd.period_range("2025-01", periods=3, freq="M")
    found = band(pd.Series([0.5, np.nan, 0.5], periods), pd.Series([10, 0, 1000], periods))
    assert found["low"].isna().tolist() == [False, True, False]
    wide, _, narrow = (found["high"] - found["low"]).tolist()
    assert 0.2 < narrow / wide * 2 < 1 and round(found["low"].iloc[0], 4) == 0.2366


def test_every_record_is_shown_where_it_was_read():
    frame = records_behind(ledger(TABLES, Asked()), TABLES, TableKind.DEALS, "en")
    assert len(frame) == 156
    assert frame.loc[0, ["File", "Row"]].tolist() == ["deals.csv", 2]
    assert frame["team or branch"].nunique() == 3


def test_the_days_of_a_topic_are_those_of_its_records():
    book = ledger(TABLES, Asked())
    wins = next(one for one in TOPICS if one.id == "wins")
    first, last = days_of(book, wins)
    assert str(first) == "2023-01-03" and last >= pd.Timestamp("2025-02-27").date()
    assert days_of(book, TOPICS[0]) is None
