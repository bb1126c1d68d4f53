"""The Arrow function of the scan: how rows are cut and ordered changes nothing."""

import pickle
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from core.errors import Refusal
from core.lead_lag import SCANNED, Asking, Options, scan, scan_batches
from core.periods import Grain
from tests.core.lead_lag.panels import noise, panel_of, planted

ASKING = Asking(("x", "z0"), ("y",), Grain.MONTH, Options(surrogates=99))
LONG = pa.schema(
    [
        ("segment", pa.string()),
        ("period", pa.date32()),
        ("metric", pa.string()),
        ("value", pa.float64()),
    ]
)


def series(seed, months=48):
    return planted(2, months, seed=seed) | noise(months, seed)


def rows_of(segment, columns):
    values = panel_of(columns).values
    return [
        {"segment": segment, "period": period.start_time.date(), "metric": id, "value": value}
        for id in values
        for period, value in values[id].items()
    ]


def batches(rows, sizes):
    """The rows in batches of those sizes, over and over."""
    at, turn = 0, 0
    while at < len(rows):
        size = sizes[turn % len(sizes)]
        yield pa.RecordBatch.from_pylist(rows[at : at + size], schema=LONG)
        at, turn = at + size, turn + 1


def answered(rows, sizes=(10_000,), function=None):
    function = function or partial(scan_batches, asking=ASKING)
    found = pa.Table.from_batches(function(batches(rows, sizes)), SCANNED).to_pandas()
    return found.sort_values(["segment", "leading"]).reset_index(drop=True)


@pytest.fixture(scope="module")
def segments():
    return {name: rows_of(name, series(seed)) for seed, name in enumerate("abc")}


def test_every_segment_gets_its_own_scan(segments):
    found = answered([row for rows in segments.values() for row in rows])
    for seed, name in enumerate("abc"):
        alone = scan(panel_of(series(seed)), ["x", "z0"], ["y"], ASKING.options).pairs
        mine = found[found["segment"] == name].set_index("leading")
        for pair in alone:
            row = mine.loc[pair.leading]
            for field in ("p", "q", "r", "n_effective", "reverse_p", "skill"):
                assert row[field] == getattr(pair, field), field
            assert (row["verdict"], row["rung"], row["n"]) == (pair.verdict, pair.rung, pair.n)


@pytest.mark.parametrize("sizes", [(1,), (7, 130), (144,), (500,)])
def test_cuts_between_batches_change_nothing(segments, sizes):
    rows = [row for part in segments.values() for row in part]
    pd.testing.assert_frame_equal(answered(rows, sizes), answered(rows))


def test_the_order_of_segments_and_of_their_rows_changes_nothing(segments):
    rows = [row for part in segments.values() for row in part]
    mixed = list(np.random.default_rng(1).permutation(len(segments["b"])))
    turned = [*segments["c"], *(segments["b"][at] for at in mixed), *segments["a"]]
    pd.testing.assert_frame_equal(answered(turned, (50,)), answered(rows))


def test_the_function_travels_with_its_question_bound(segments):
    travelled = pickle.loads(pickle.dumps(partial(scan_batches, asking=ASKING)))
    pd.testing.assert_frame_equal(
        answered(segments["a"], function=travelled), answered(segments["a"])
    )


def test_what_a_segment_lacks_is_too_little_data_and_null_is_unknown(segments):
    without = [row for row in segments["a"] if row["metric"] != "z0"]
    without[3] = without[3] | {"value": None}
    found = answered(without).set_index("leading")
    assert found.loc["z0", "verdict"] == "too_little_data"
    assert np.isnan(found.loc["z0", "p"])
    assert found.loc["x", "n"] == 47


def test_no_rows_give_no_answer():
    assert list(scan_batches(iter(()), ASKING)) == []


def test_rows_that_cannot_be_told_apart_are_refused(segments):
    a, b = segments["a"], segments["b"]
    twice = [*a, a[0] | {"value": 1.0}]
    again = [*a[:70], *b, *a[70:]]
    nameless = [a[0] | {"metric": None}]
    for rows in (twice, again, nameless):
        with pytest.raises(Refusal):
            answered(rows)
    with pytest.raises(Refusal, match="column"):
        list(scan_batches(iter([pa.RecordBatch.from_pylist([{"segment": "a"}])]), ASKING))


def test_years_that_start_in_another_month_are_cut_there():
    days = ["2020-02-01", "2020-05-01"]  # two financial years from April, one of the calendar
    rows = [
        {"segment": "a", "period": pd.Timestamp(day).date(), "metric": id, "value": 1.0}
        for id in ("x", "y")
        for day in days
    ]
    years = Asking(("x",), ("y",), Grain.YEAR)
    with pytest.raises(Refusal, match="two values"):
        answered(rows, function=partial(scan_batches, asking=years))
    april = partial(scan_batches, asking=replace(years, year_starts=4))
    assert len(answered(rows, function=april)) == 1
