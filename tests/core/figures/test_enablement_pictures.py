"""The pictures of the Enablement page: what they show, mark and leave out, in words and numbers."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from core.enablement.durations import survival
from core.enablement.effect_trend import Trend
from core.enablement.model import Measured
from core.enablement.rates import rate
from core.enablement.shrunk import Ranked, ranked
from core.figures import enablement_funnel as funnels
from core.figures import enablement_groups as forest
from core.figures import enablement_matrix as content
from core.figures import enablement_survival as curves
from core.figures import enablement_training as training
from core.figures.enablement_trend import known, trend
from core.figures.explore import Shown
from core.figures.theme import Look
from core.language import text

LOOKS = [Look(language, mode) for language in ("id", "en") for mode in ("light", "dark")]
EN = Look("en")


def row(group: str, part: int, whole: int, by: str = "owner") -> Measured:
    found = rate(part, whole)
    return Measured("win_rate", "", "", by, group, "rate", found.value, found.low, found.high,
                    float(part), float(whole), whole)  # fmt: skip


WHOLE = replace(row("", 210, 500), by="")
GROUPS = ranked([row("Ani", 160, 250), row("Budi", 40, 230), row("Cici", 9, 17), row("<b>D", 1, 3)])


@pytest.mark.parametrize("look", LOOKS)
def test_groups_are_drawn_with_arrows_hollow_dots_and_no_markup_of_their_own(look):
    figure = forest.groups(WHOLE, GROUPS, look)
    labels = figure.layout.yaxis.ticktext
    assert "<b>▲ Ani</b>" in labels and "<b>▼ Budi</b>" in labels and "Cici" in labels
    assert not any("D" in one for one in labels)
    symbols = dict(zip(labels, figure.data[0].marker.symbol, strict=True))
    assert symbols["Cici"] == "circle-open"
    assert len(figure.layout.shapes) == 1


def test_the_numbers_hold_counts_only_where_there_are_too_few_and_all_together():
    table = forest.groups_table(WHOLE, GROUPS, EN)
    few = table[table["Group"] == "<b>D"].iloc[0]
    assert pd.isna(few["Figure"]) and few["Counted"] == 1 and few["Records"] == 3
    assert table.iloc[-1]["Group"] == "All together"
    assert table.set_index("Group").loc["Budi", "Differs"] == "below the others"
    assert forest.left_over(GROUPS) == 0


def test_a_difference_of_rates_is_read_in_points():
    rows = [
        Ranked(replace(row(name, 80, 100), name="content_lift", value=at, low=-0.1, high=0.3))
        for name, at in (("Ani", 0.05), ("Budi", 0.1))
    ]
    axis = forest.groups(replace(rows[0].row, by="", group=""), rows, EN).layout.xaxis
    assert axis.title.text == "Percentage points"
    assert not any("%" in one for one in axis.ticktext)


def test_stages_have_no_line_of_all_together():
    rows = [Ranked(row(name, 80, 100, "stage")) for name in ("Demo", "Offer")]
    assert not forest.groups(rows[0].row, rows, EN).layout.shapes
    assert forest.groups_table(rows[0].row, rows, EN)["Group"].tolist() == ["Demo", "Offer"]


def test_groups_without_shared_records_are_added_up():
    whole = forest.all_of(GROUPS)
    assert (whole.numerator, whole.n, whole.group) == (210, 500, "")


def test_waiting_times_stand_in_hours():
    wait = Measured("response_s", "", "median", "owner", "Ani", "s", 7200.0, 3600.0, None, n=40)
    figure = forest.groups(replace(wait, by=""), [Ranked(wait)], EN)
    assert figure.data[0].x == (2.0,) and figure.layout.xaxis.title.text == "Hours"


def test_no_group_with_enough_is_said():
    figure = forest.groups(WHOLE, ranked([row("a", 1, 2)]), EN)
    assert "No group" in figure.layout.annotations[0].text
    assert forest.groups_alt((), EN)


STEPS = pd.DataFrame(
    {"reached": [100, 60], "advanced": [60, 20], "lost": [30, 0], "other": [0, 0],
     "open": [10, 40], "skipped": [0, 5], "came_back": [1, 0]},
    index=pd.Index(["Demo", "<i>Offer"], name="stage"),
)  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_every_deal_of_a_stage_is_in_its_bar_open_ones_too(look):
    figure = funnels.funnel(STEPS, look)
    assert sum(bar.x[0] for bar in figure.data) == 100
    assert sum(bar.x[1] for bar in figure.data) == 60
    assert len(figure.data) == 3 and "&lt;i&gt;Offer" in figure.layout.yaxis.ticktext
    assert funnels.funnel_table(STEPS, look).shape == (2, 8)


def test_the_funnel_is_said_in_words():
    assert "Demo: 100 reached, 60 went on, 10 still open" in funnels.funnel_alt(STEPS, EN)
    assert funnels.funnel(STEPS.iloc[:0], EN).layout.annotations


CURVE = survival(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), np.array([1, 1, 1, 0, 1, 0], bool))


def test_a_curve_alone_has_its_band_and_several_have_a_dash_each():
    alone = curves.curves({"": CURVE}, EN, text("Days"))
    assert [one.fill for one in alone.data] == ["toself", None]
    many = curves.curves(dict.fromkeys("abcdefgh", CURVE), EN, text("Days"))
    assert len(many.data) == curves.MOST_CURVES
    assert len({(one.line.color, one.line.dash) for one in many.data}) == curves.MOST_CURVES
    assert "half done by day 3" in curves.curves_alt({"": CURVE}, EN)
    assert len(curves.curves_table({"": CURVE}, EN)) == len(CURVE.durations)
    assert curves.curves({}, EN, text("Days")).layout.annotations


def test_content_is_numbered_and_named_below_those_that_differ_first():
    rows = ranked(
        [row("Deck", 90, 100), row("Video", 40, 100), row("Sheet", 5, 12), row("x", 1, 2)]
    )
    figure = content.matrix(rows, EN)
    named = [said.to("en") for _, said in content.numbered(rows)]
    assert len(figure.data[0].x) == 3 and named[0].startswith(("Deck", "Video"))
    table = content.matrix_table(rows, Ranked(row("", 3, 50)), EN)
    assert table["Content"].tolist()[-1] == "(nothing given)" and len(table) == 5
    assert content.matrix((), EN).layout.annotations


def test_a_trend_begins_where_something_is_known_and_its_band_breaks_at_gaps():
    periods = pd.period_range("2024-01", periods=8, freq="M")
    values = pd.Series(
        [np.nan, np.nan, 0.5, 0.4, np.nan, 0.5, 0.6, np.nan], periods, name="win_rate"
    )
    shown = Shown(values, values.notna() * 40, "rate")
    assert len(known(shown).values) == 5
    band = trend(shown, EN, banded=True).data[0]
    assert band.fill == "toself" and list(band.x).count(None) == 1
    assert all(one.fill is None for one in trend(shown, EN, banded=False).data)


def test_the_band_of_a_period_alone_begins_no_earlier_than_the_chart():
    periods = pd.period_range("2024-01", periods=3, freq="M")
    values = pd.Series([0.5, np.nan, 0.4], periods, name="win_rate")
    band = trend(Shown(values, values.notna() * 40, "rate"), EN, banded=True).data[0]
    drawn = [one for one in band.x if one is not None]
    assert min(drawn) == pd.Timestamp("2024-01-01") and len(drawn) == 8


def test_the_trained_stand_beside_the_others_month_by_month_from_before_the_training():
    rows = pd.DataFrame(
        {
            "month": [-2, -1, 0, 1],
            "trained": [0.4, 0.5, 0.7, 0.8],
            "others": [0.5, 0.5, 0.5, np.nan],
            "n_trained": [3, 3, 3, 3],
            "n_others": [4, 4, 4, 0],
        }
    )
    told = Trend("Closing", "win_rate", "rate", rows)
    figure = training.before_and_after(told, EN)
    others, trained = figure.data
    assert list(trained.x) == [-2, -1, 0, 1] and list(trained.y) == [0.4, 0.5, 0.7, 0.8]
    assert (others.name, trained.name) == ("Not trained: 4 people", "Trained: 3 people")
    assert figure.layout.shapes[0].x0 == -0.5
    table = training.before_and_after_table(told, EN)
    assert list(table["People trained"]) == [3, 3, 3, 3]
    assert training.before_and_after_shares(told, EN) == {"Trained", "Not trained"}
    assert "from 0.45 to 0.75" in training.before_and_after_alt(told, EN)


def test_a_curve_of_very_many_steps_is_thinned_and_ends_where_it_ended():
    days = np.linspace(0.01, 90, 2000)
    whole = survival(days, np.ones(2000, bool))
    line = curves.curves({"": whole}, EN, text("Days")).data[-1]
    assert len(line.x) <= 303
    assert (line.x[-1], line.y[-1]) == (whole.durations[-1], whole.share[-1])
    assert set(line.y[1:]) <= set(whole.share)
