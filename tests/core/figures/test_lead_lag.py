"""The pictures of “What leads” show what the answer says, and nothing more."""

import copy
import re
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from core.figures import lead_lag
from core.figures.over_time import MOST_POINTS
from core.figures.theme import DARK, LIGHT, Look
from core.lead_lag.model import Scan, Verdict
from core.lead_lag.names import rung_sign
from core.periods import Grain
from tests.core.figures import answers

ENGLISH = Look("en", names=answers.NAMES)
INDONESIAN = Look("id", "dark", answers.NAMES)
GREENS = {*LIGHT.rungs[4:], *DARK.rungs[4:]}


LOOKS = {"en": ENGLISH, "id": INDONESIAN, "light": Look("en"), "dark": Look("en", "dark")}


@cache
def drawn(called: str) -> dict[str, object]:
    """Every figure, full and empty, in one of the looks."""
    look = LOOKS[called]
    pair, none, values = answers.pair(), answers.none(), answers.values()
    bare = answers.pair(past=answers.past().iloc[:0], windows=answers.windows().iloc[:0])
    blank = answers.profile(None).assign(r=np.nan)
    return {
        "matrix": lead_lag.matrix(answers.scan(), look),
        "matrix of nothing": lead_lag.matrix(Scan((), answers.scan().options, ""), look),
        "overlay": lead_lag.overlay(values, pair, 3, look),
        "overlay upside down": lead_lag.overlay(values, answers.pair(sign=-1), -2, look),
        "overlay of nothing": lead_lag.overlay(values * np.nan, pair, 3, look),
        "lag bars": lead_lag.lag_bars(pair, look),
        "lag bars without lead": lead_lag.lag_bars(none, look),
        "lag bars of nothing": lead_lag.lag_bars(answers.none(profile=blank), look),
        "past": lead_lag.past_skill(pair, look),
        "past too short": lead_lag.past_skill(bare, look),
        "stability": lead_lag.stability(pair, look),
        "stability too short": lead_lag.stability(bare, look),
    }


def words(figure) -> set[str]:
    """Every text a figure shows that is more than names of indicators, months and numbers."""
    spec = figure.to_plotly_json()
    layout, found = spec["layout"], []
    for axis in ("xaxis", "yaxis"):
        found += [layout[axis]["title"].get("text"), *(layout[axis].get("ticktext") or ())]
    found += [note.get("text") for note in layout.get("annotations", ())]
    for trace in spec["data"]:
        found += [trace.get("name"), *(trace.get("text") or ()), *(trace.get("hovertext") or ())]
    names = "|".join(
        (*answers.NAMES.values(), "margin", "meetings", "demos", "complaints", "stock")
    )
    given = re.compile(rf"{names}|training hours.*|[A-Z][a-z]{{2}}( |<br>)\d{{4}}|</?br?>")
    return {text for text in found if text and re.search("[a-z]", given.sub("", text))}


@pytest.mark.parametrize("name", drawn("en"))
def test_every_figure_speaks_both_languages(name):
    english, indonesian = words(drawn("en")[name]), words(drawn("id")[name])
    assert english
    assert english & indonesian == set()


@pytest.mark.parametrize("name", drawn("en"))
def test_every_figure_fits_its_place_and_its_theme(name):
    light, dark = drawn("light")[name], drawn("dark")[name]
    assert light.layout.width is None and 40 <= light.layout.height <= 600
    assert light.layout.paper_bgcolor == dark.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert (light.layout.font.color, dark.layout.font.color) == (LIGHT.ink, DARK.ink)


def test_no_figure_changes_its_inputs():
    values, pair, scan = answers.values(), answers.pair(), answers.scan()
    kept = copy.deepcopy((values, pair))
    lead_lag.matrix(scan, ENGLISH)
    for shift in (-2, 0, 3):
        lead_lag.overlay(values, pair, shift, ENGLISH)
        lead_lag.overlay_table(values, pair, shift, ENGLISH)
    for draw in (lead_lag.lag_bars, lead_lag.past_skill, lead_lag.stability):
        draw(pair, ENGLISH)
    assert_frame_equal(values, kept[0])
    for frame in ("profile", "past", "windows"):
        assert_frame_equal(getattr(pair, frame), getattr(kept[1], frame))


@pytest.mark.parametrize("rung", [0, 1])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_at_rungs_zero_and_one_is_ever_green(rung, mode):
    look, pair = Look("id", mode), answers.none(rung=rung)
    figures = (
        lead_lag.lag_bars(pair, look),
        lead_lag.stability(pair, look),
        lead_lag.overlay(answers.values(), pair, 3, look),
        lead_lag.past_skill(pair, look),
    )
    assert not [green for figure in figures for green in GREENS if green in figure.to_json()]


@settings(deadline=None, max_examples=30)
@given(
    r=st.lists(st.floats(-1, 1), min_size=9, max_size=9),
    width=st.floats(0.01, 0.99),
    rung=st.integers(0, 5),
)
def test_no_bar_inside_the_envelope_or_below_rung_two_is_coloured_as_evidence(r, width, rung):
    rows = answers.profile(None, 4).assign(r=r, low=-width, high=width)
    bars = lead_lag.lag_bars(answers.pair(rung, profile=rows, lags=(1, 4)), ENGLISH).data[2]
    for lag, height, colour in zip(rows.lag, r, bars.marker.color, strict=True):
        evidence = rung >= 2 and lag >= 1 and abs(height) > width
        assert colour == (LIGHT.rungs[rung] if evidence else LIGHT.quiet)


def test_lag_bars_have_the_indicator_first_on_the_right():
    figure = lead_lag.lag_bars(answers.pair(), ENGLISH)
    bars = figure.data[2]
    assert list(bars.x)[np.argmax(bars.y)] == 3
    right = next(note for note in figure.layout.annotations if note.x == 1)
    assert right.text == "indicator first →"
    assert bars.hovertext[-1].startswith("Indicator 12 months earlier")
    assert bars.hovertext[0].startswith("Result 12 months earlier")


def test_the_best_lead_and_the_plausible_ones_are_marked():
    figure = lead_lag.lag_bars(answers.pair(lead_set=(2, 3, 4, 8)), ENGLISH)
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(1.5, 4.5), (7.5, 8.5)]
    best = next(note for note in figure.layout.annotations if "Best" in note.text)
    assert (best.x, best.text) == (3, "<b>Best: 3 months</b>")


def test_a_lead_spread_over_several_lags_says_that_no_bar_stands_out():
    spread = answers.pair(3, profile=answers.profile(None), lead_set=(1, 2, 3, 4, 5))
    figure = lead_lag.lag_bars(spread, ENGLISH)
    assert set(figure.data[2].marker.color) == {LIGHT.quiet}
    best = next(note for note in figure.layout.annotations if "Best" in note.text)
    assert best.text.endswith("spread over several lags")
    assert "no single lag stands out" in lead_lag.lag_bars_alt(spread, ENGLISH).to("en")


def test_no_lead_is_marked_below_rung_two():
    pair = answers.pair(1, Verdict.MOVES_TOGETHER)
    assert set(lead_lag.lag_bars_table(pair, ENGLISH)["Plausible lead"]) == {"no"}
    figure = lead_lag.lag_bars(pair, ENGLISH)
    assert not figure.layout.shapes
    assert not [note for note in figure.layout.annotations if "Best" in note.text]


def test_the_matrix_says_lead_and_rung_of_each_pair():
    fills, cells = lead_lag.matrix(answers.scan(), INDONESIAN).data
    assert cells.text[0] == "<b>3 bln</b><br>●●●●○"
    assert list(cells.customdata[0]) == ["calls", "revenue"]
    assert "data terlalu sedikit" in cells.hovertext[6]
    assert "q = 0,004" in cells.hovertext[0] and "n = 33" in cells.hovertext[0]
    for (leading, lagging), x, y in zip(cells.customdata, cells.x, cells.y, strict=True):
        pair = next(p for p in answers.scan().pairs if (p.leading, p.lagging) == (leading, lagging))
        assert fills.z[y][x] == pair.rung
    assert np.isnan(fills.z).sum() == 7 * 2 - 9


def test_many_results_have_their_names_on_end_so_that_none_overlap():
    pairs = tuple(answers.pair(lagging=f"Pendapatan cabang {at}") for at in range(5))
    several = lead_lag.matrix(Scan(pairs, answers.scan().options, ""), ENGLISH)
    assert several.layout.xaxis.tickangle == -90
    assert lead_lag.matrix(answers.scan(), ENGLISH).layout.xaxis.tickangle == 0


def test_only_a_lead_shows_months_in_the_matrix():
    cells = lead_lag.matrix(answers.scan(), ENGLISH).data[1]
    shown = [pair.lead is not None for pair in answers.scan().pairs]
    assert ["mo" in text.split("<br>")[0] for text in cells.text] == shown


def test_the_overlay_draws_the_indicator_later_and_keeps_its_true_values():
    values = answers.values()
    result, indicator = lead_lag.overlay(values, answers.pair(), 3, ENGLISH).data
    assert list(result.x) == list(indicator.x)
    april = list(indicator.x).index(pd.Timestamp("2022-04-01"))
    assert indicator.hovertext[april].endswith(f"Jan 2022: <b>{values.calls.iloc[0]:.2f}</b>")
    assert indicator.x[-1] == pd.Timestamp("2025-03-01")
    assert np.isnan(result.y[-3:]).all() and not np.isnan(indicator.y[-3:]).any()


def test_the_headlights_begin_at_the_last_result():
    (beam,) = lead_lag.overlay(answers.values(), answers.pair(), 3, ENGLISH).layout.shapes
    assert (beam.x0, beam.x1) == (pd.Timestamp("2024-12-01"), pd.Timestamp("2025-03-01"))
    assert not lead_lag.overlay(answers.values(), answers.pair(), 0, ENGLISH).layout.shapes


def test_unknown_months_stay_gaps_in_the_overlay():
    result = lead_lag.overlay(answers.values(), answers.pair(), 0, ENGLISH).data[0]
    gap = list(result.x).index(pd.Timestamp("2022-11-01"))
    assert np.isnan(result.y[gap]) and not result.connectgaps


@settings(deadline=None, max_examples=30)
@given(scale=st.floats(1e-3, 1e6), offset=st.floats(-1e6, 1e6))
def test_the_unit_of_a_series_does_not_change_its_line(scale, offset):
    values = answers.values()
    before = lead_lag.overlay(values, answers.pair(), 3, ENGLISH).data[1].y
    moved = values.assign(calls=offset + scale * values.calls)
    after = lead_lag.overlay(moved, answers.pair(), 3, ENGLISH).data[1].y
    np.testing.assert_allclose(before, after, atol=1e-3, equal_nan=True)


def test_a_negative_link_is_drawn_upside_down_and_says_so():
    up = lead_lag.overlay(answers.values(), answers.pair(), 3, ENGLISH).data[1]
    down = lead_lag.overlay(answers.values(), answers.pair(sign=-1), 3, ENGLISH).data[1]
    np.testing.assert_allclose(up.y, -np.asarray(down.y), equal_nan=True)
    assert "upside down" in down.name and "upside down" not in up.name


def test_a_constant_series_is_a_flat_line():
    flat = answers.values().assign(calls=7.0)
    assert set(lead_lag.overlay(flat, answers.pair(), 0, ENGLISH).data[1].y) == {0.0}


def test_no_trace_is_longer_than_two_thousand_points():
    days = answers.values(MOST_POINTS + 500)
    days.index = pd.period_range("2015-01-01", periods=len(days), freq="D")
    figure = lead_lag.overlay(days, answers.pair(grain=Grain.DAY), 3, ENGLISH)
    assert {len(trace.x) for trace in figure.data} == {MOST_POINTS}
    assert figure.layout.xaxis.title.text == "The last 2,000 of 2,500 periods"
    assert len(lead_lag.overlay_table(days, answers.pair(), 3, ENGLISH)) > MOST_POINTS


def test_past_forecasts_keep_the_units_of_the_result():
    baseline, helped, actual = lead_lag.past_skill(answers.pair(), INDONESIAN).data
    assert list(actual.y) == list(answers.past().actual)
    assert (baseline.name, helped.name) == ("Sama seperti tahun lalu", "Dengan indikator")
    assert actual.hovertext[0] == "Yang terjadi<br>Nov 2023: <b>200.000.000,00</b>"


def test_a_window_unlike_the_whole_is_hatched_and_named():
    bars, labels = lead_lag.stability(answers.pair(), ENGLISH).data
    assert list(bars.marker.pattern.shape) == ["", "", "", "/", ""]
    assert [("differs" in word) for word in labels.text] == [False, False, False, True, False]


def test_tables_hold_the_numbers_of_their_figures():
    pair, values = answers.pair(), answers.values()
    bars = lead_lag.lag_bars(pair, ENGLISH).data[2]
    assert list(lead_lag.lag_bars_table(pair, ENGLISH)["Correlation"]) == list(bars.y)
    forecast = lead_lag.past_skill(pair, ENGLISH).data[1]
    assert list(lead_lag.past_skill_table(pair, ENGLISH)["With the indicator"]) == list(forecast.y)
    strip = lead_lag.stability(pair, ENGLISH).data[0]
    assert list(lead_lag.stability_table(pair, ENGLISH)["Correlation"]) == list(strip.x)
    table = lead_lag.overlay_table(values, pair, 3, ENGLISH)
    assert list(table.columns) == [
        "Period",
        "Pendapatan",
        "Jumlah panggilan (drawn 3 months later)",
    ]
    assert table.iloc[0, 2] == values.calls.iloc[0] and table["Period"][0] == "Apr 2022"
    assert lead_lag.matrix_table(answers.scan(), ENGLISH)["Rung"].tolist() == [
        pair.rung for pair in answers.scan().pairs
    ]


def test_tables_name_their_columns_in_both_languages():
    pair, values = answers.pair(), answers.values()

    def tables(look):
        yield lead_lag.matrix_table(answers.scan(), look)
        yield lead_lag.overlay_table(values, pair, 3, look).drop(columns="Pendapatan")
        yield lead_lag.lag_bars_table(pair, look)
        yield lead_lag.past_skill_table(pair, look)
        yield lead_lag.stability_table(pair, look)

    for english, indonesian in zip(tables(ENGLISH), tables(INDONESIAN), strict=True):
        assert len(english) == len(indonesian) > 0
        assert not set(english.columns) & set(indonesian.columns) - {"r", "p", "q", "n"}


def test_each_picture_can_be_said_in_one_sentence_of_either_language():
    pair, none = answers.pair(), answers.none()
    for said in (
        lead_lag.matrix_alt(answers.scan()),
        lead_lag.overlay_alt(pair, 3, ENGLISH),
        lead_lag.lag_bars_alt(pair, ENGLISH),
        lead_lag.lag_bars_alt(none, ENGLISH),
        lead_lag.past_skill_alt(pair, ENGLISH),
        lead_lag.past_skill_alt(answers.pair(skill=-0.1), ENGLISH),
        lead_lag.past_skill_alt(answers.pair(skill=None), ENGLISH),
        lead_lag.stability_alt(pair),
    ):
        assert said.to("en") != said.to("id")
        assert said.to("en").endswith(".") and "{" not in said.to("id")
    assert "3 months ahead (r = 0.72)" in lead_lag.lag_bars_alt(pair, ENGLISH).to("en")
    assert "none stands out" in lead_lag.lag_bars_alt(none, ENGLISH).to("en")


def test_a_rung_can_be_counted_without_its_colour():
    assert [rung_sign(rung).count("●") for rung in range(6)] == list(range(6))
    assert len({len(rung_sign(rung)) for rung in range(6)}) == 1
