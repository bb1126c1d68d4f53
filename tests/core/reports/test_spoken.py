import numpy as np
import pandas as pd
import pytest

from core.reports import spoken
from core.reports.spoken import MOST_CELLS


def shown(frame, language, shares=()):
    """The cells as they are seen."""
    body = spoken(frame, language, shares)._translate(False, False)["body"]
    return [[cell["display_value"] for cell in row if cell["type"] == "td"] for row in body]


def test_numbers_are_written_as_each_language_writes_them():
    frame = pd.DataFrame({"Bulan": ["Jan 2025"], "Omzet": [1234567.0], "r": [-0.51234]})
    assert shown(frame, "id") == [["Jan 2025", "1.234.567", "-0,512"]]
    assert shown(frame, "en") == [["Jan 2025", "1,234,567", "-0.512"]]


def test_what_is_unknown_is_a_dash_and_zero_is_zero():
    frame = pd.DataFrame({"n": [0.0, np.nan], "lead": pd.array([2, None], dtype="Int64")})
    assert shown(frame, "en") == [["0", "2"], ["–", "–"]]


def test_a_fraction_named_as_share_is_percent():
    assert shown(pd.DataFrame({"rate": [0.634]}), "id", {"rate"}) == [["63,4%"]]


@pytest.mark.parametrize(
    ("values", "written"),
    [([1719.3, 2.0], "1,719"), ([45.23], "45.23"), ([0.9, 0.00041], "0.900"), ([np.inf], "∞")],
)
def test_a_column_has_as_many_decimals_as_its_largest_value_needs(values, written):
    assert shown(pd.DataFrame({"x": values}), "en")[0] == [written]


def test_what_is_smaller_than_shown_is_not_written_as_zero():
    assert shown(pd.DataFrame({"p": [0.00041, 0.9, 0.0]}), "id") == [
        ["< 0,001"],
        ["0,900"],
        ["0,000"],
    ]
    assert shown(pd.DataFrame({"p": [0.0001]}), "en", {"p"}) == [["< 0.1%"]]


def test_the_values_below_stay_numbers():
    frame = pd.DataFrame({"x": [1234.5]})
    assert spoken(frame, "id").data.equals(frame)


def test_a_very_large_table_is_shown_as_it_is():
    frame = pd.DataFrame(np.zeros((MOST_CELLS + 1, 1)), columns=["x"])
    assert spoken(frame, "en") is frame
