"""An indicator by itself: gaps stay gaps, zero stays zero."""

import numpy as np
import pandas as pd
import pytest

from core.figures.indicators import sparkline, trend, trend_alt, trend_table
from core.figures.theme import Look

LOOK = Look("id", names={"calls": "Panggilan"})


def series(values: list[float]) -> pd.Series:
    index = pd.period_range("2024-01", periods=len(values), freq="M")
    return pd.Series(values, index=index, name="calls")


@pytest.mark.parametrize("draw", [sparkline, trend])
def test_unknown_months_are_gaps_and_zeros_are_points(draw):
    line = draw(series([1.0, 0.0, np.nan, 4.0]), LOOK).data[0]
    assert list(line.y[:2]) == [1.0, 0.0] and np.isnan(line.y[2])
    assert line.connectgaps is False
    assert [size > 0 for size in line.marker.size] == [True] * 4


def test_a_spark_marks_the_last_known_value():
    last = sparkline(series([1.0, 5.0, np.nan]), LOOK).data[1]
    assert (list(last.x), list(last.y)) == ([pd.Timestamp("2024-02-01")], [5.0])


@pytest.mark.parametrize("values", [[], [np.nan, np.nan]])
def test_an_indicator_without_values_says_so(values):
    assert trend(series(values), LOOK).layout.annotations[0].text == "Belum ada nilai."
    assert trend_alt(series(values), LOOK).to("id") == "Panggilan: belum ada nilai."
    assert len(sparkline(series(values), LOOK).data) == 1


def test_the_table_keeps_every_period_and_the_sentence_names_the_range():
    known = series([1.0, np.nan, 4.5])
    table = trend_table(known, LOOK)
    assert list(table.columns) == ["Periode", "Panggilan"]
    assert list(table["Periode"]) == ["Jan 2024", "Feb 2024", "Mar 2024"]
    assert table["Panggilan"].isna().tolist() == [False, True, False]
    assert trend_alt(known, LOOK).to("id") == (
        "Panggilan dari Jan 2024 sampai Mar 2024: 2 nilai, dari 1,00 sampai 4,50; terakhir 4,50."
    )
