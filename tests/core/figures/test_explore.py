"""The trend and the small charts of groups."""

import pandas as pd
import pytest

from core.figures import explore, explore_groups
from core.figures.explore import Shown
from core.figures.theme import Look
from core.metrics import build_panel
from tests.core.metrics.conftest import months, table_of

LOOKS = [Look("en"), Look("id", "dark")]


def shown(unit: str = "rate") -> Shown:
    index = pd.period_range("2023-01", periods=26, freq="M", name="period")
    values = pd.Series([n / 100 for n in range(26)], index, name="win_rate")
    return Shown(values, pd.Series(10, index), unit)


@pytest.mark.parametrize("look", LOOKS, ids=["en", "id"])
def test_the_year_before_lies_behind_and_rates_are_in_percent(look):
    figure = explore.trend(shown(), look)
    before, now = figure.data
    assert before.y[-1] == pytest.approx(now.y[-13])
    assert all(word.endswith("%") for word in figure.layout.yaxis.ticktext)
    assert "10" in now.hovertext[0]


def test_the_table_holds_value_count_and_change_newest_first():
    table = explore.trend_table(shown(), LOOKS[0])
    first = table.iloc[0]
    assert first["Period"] == "Feb 2025" and first["Records"] == 10
    assert first["Change in a year, percentage points"] == pytest.approx(12)
    assert explore.shares(shown(), LOOKS[0]) == {"win_rate", "The year before"}
    money = explore.trend_table(shown("money"), LOOKS[0])
    assert money.iloc[0]["Change in a year"] == pytest.approx(0.25 / 0.13 - 1)


def test_nothing_known_says_so():
    empty = shown()
    none = Shown(empty.values * float("nan"), empty.counts, "rate")
    assert not explore.trend(none, LOOKS[0]).data


@pytest.fixture(scope="module")
def segments():
    names = [f"Branch {i:02d}" for i in range(14)]
    periods = [day for day in months("2024-01", 6) for _ in names]
    table = table_of(
        periods,
        {"Omzet": [float(i) for i in range(len(periods))]},
        groups={"Cabang": names * 6},
    )
    return build_panel([table], by=["Cabang"]).segments


@pytest.mark.parametrize("look", LOOKS, ids=["en", "id"])
def test_twelve_groups_are_drawn_on_one_scale_and_all_are_in_the_table(segments, look):
    drawn, rest = explore_groups.largest(segments, "revenue")
    assert (len(drawn), len(rest)) == (12, 2)
    figure = explore_groups.groups(segments, "revenue", look)
    assert len(figure.data) == 12
    scales = {tuple(axis.range) for axis in figure.select_yaxes()}
    assert len(scales) == 1
    table = explore_groups.groups_table(segments, "revenue", look)
    assert table.iloc[:, 0].nunique() == 14
