"""Colours can be read by everybody, numbers and months in both languages."""

import itertools
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.figures.data import _COLOURS
from core.figures.over_time import dots, period_ticks, value_ticks
from core.figures.theme import DARK, LIGHT, Look, blank

MODES = {"light": LIGHT, "dark": DARK}


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen_by(colour: str, eye: str) -> tuple[float, ...]:
    """Linear RGB as a dichromat sees it (Viénot, Brettel & Mollon 1999, Color Res. Appl. 24)."""
    red, green, blue = (((int(colour[at : at + 2], 16)) / 255) ** 2.2 for at in (1, 3, 5))
    if eye == "protan":
        return (0.11238 * red + 0.88762 * green,) * 2 + (0.00401 * (red - green) + blue,)
    return (0.29275 * red + 0.70725 * green,) * 2 + (-0.02234 * (red - green) + blue,)


@pytest.mark.parametrize("mode", MODES)
def test_text_reaches_four_and_a_half_to_one(mode):
    palette = MODES[mode]
    pairs = [(palette.ink, palette.ground), (palette.muted, palette.ground)]
    pairs += zip(palette.rung_inks, palette.rungs, strict=True)
    pairs += _COLOURS[mode].values()
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
def test_marks_reach_three_to_one_against_the_page(mode):
    palette = MODES[mode]
    marks = (palette.result, palette.indicator, palette.quiet, palette.muted, *palette.rungs[2:])
    assert [mark for mark in marks if contrast(mark, palette.ground) < 3] == []


@pytest.mark.parametrize("mode", MODES)
def test_rungs_zero_and_one_are_grey_and_never_green(mode):
    for colour in MODES[mode].rungs[:2]:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert green <= blue
        assert max(red, green, blue) - min(red, green, blue) < 32


@pytest.mark.parametrize("eye", ["protan", "deutan"])
@pytest.mark.parametrize("mode", MODES)
def test_result_and_indicator_stay_apart_for_colour_blind_eyes(mode, eye):
    palette = MODES[mode]
    for one, other in itertools.combinations((palette.result, palette.indicator), 2):
        seen = zip(seen_by(one, eye), seen_by(other, eye), strict=True)
        assert max(abs(a - b) for a, b in seen) > 0.2


def test_months_on_an_axis_are_in_the_language():
    months = pd.period_range("2025-05", periods=3, freq="M")
    assert period_ticks(months, Look("id"))["ticktext"] == [
        "Mei<br>2025",
        "Jun<br>2025",
        "Jul<br>2025",
    ]
    assert period_ticks(months, Look("en"))["ticktext"][0] == "May<br>2025"


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 3000), st.sampled_from(["D", "W-SUN", "M", "Q-DEC", "Y-DEC"]))
def test_an_axis_never_has_more_labels_than_fit_on_a_phone(periods, freq):
    ticks = period_ticks(pd.period_range("1990-01-01", periods=periods, freq=freq), Look("id"))
    assert 1 <= len(ticks["ticktext"]) <= 5
    lines = [line for word in ticks["ticktext"] for line in word.split("<br>")]
    assert max(map(len, lines)) * len(ticks["ticktext"]) <= 40


def test_millions_are_not_written_with_the_indonesian_letter_for_billions():
    ticks = value_ticks(pd.Series([1.8e8, 2.2e8]), Look("id"))["ticktext"]
    assert ticks[0] == "180 jt"
    assert not [word for word in ticks if "M" in word]


def number_in(word: str) -> float:
    """A short English number read back."""
    scale = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12, "": 1}
    digits, unit = re.fullmatch(r"(-?[\d,.]+)([KMBT]?)", word).groups()
    return float(digits.replace(",", "")) * scale[unit]


@settings(deadline=None, max_examples=30)
@given(st.floats(-1e11, 1e11), st.floats(1e-3, 1e11))
def test_value_labels_are_few_distinct_and_true(low, span):
    ticks = value_ticks(pd.Series([low, low + span]), Look("en"))
    assert 2 <= len(ticks["tickvals"]) <= 9
    assert len(set(ticks["ticktext"])) == len(ticks["ticktext"])
    step = ticks["tickvals"][1] - ticks["tickvals"][0]
    for value, word in zip(ticks["tickvals"], ticks["ticktext"], strict=True):
        assert abs(number_in(word) - value) <= step / 2


@pytest.mark.parametrize("values", [[5.0, 5.0], [0.0], [float("nan")]])
def test_a_flat_or_unknown_series_still_has_an_axis(values):
    assert len(value_ticks(pd.Series(values), Look("en"))["tickvals"]) >= 2


def test_in_a_long_series_only_lonely_points_keep_their_dot():
    series = pd.Series([1.0, None, 2.0, None, 3.0, *range(100)])
    assert [at for at, size in enumerate(dots(series, 6)) if size] == [0, 2]
    assert dots(series[:5], 6) == [6] * 5


def test_a_name_with_markup_is_shown_as_it_is_written():
    look = Look("en", names={"a": "<b>Calls</b> & <a href='x'>more</a>"})
    assert "<b>" not in look.label("a", 200)
    assert look.label("a", 200).startswith("&lt;b&gt;Calls")


def test_a_long_name_takes_two_lines_at_most():
    look = Look("en", names={"a": "training hours per person in the field sales team of Java"})
    assert look.label("a", 20).count("<br>") == 1
    assert look.label("a", 20).endswith("…")


def test_a_finger_scrolls_the_page_and_not_the_chart():
    figure = blank(Look("id"), 200)
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange and figure.layout.yaxis.fixedrange
    assert figure.layout.width is None
    assert figure.layout.separators == ",."
