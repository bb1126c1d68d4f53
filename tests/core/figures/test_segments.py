"""The forest of segments shows what each says, and nothing of those left out."""

from dataclasses import replace

import pandas as pd
import pytest

from core.figures.lead_lag import segments, segments_alt, segments_table
from core.figures.theme import Look
from core.language import text
from tests.core.figures import answers

ENGLISH, INDONESIAN = Look("en"), Look("id", "dark")
ROWS = pd.DataFrame(
    {
        "segment": ["Bandung", "Depok", "<b>Medan</b>", "Baru"],
        "n": [30, 31, 28, 0],
        "r": [0.4, 0.7, -0.2, None],
        "low": [0.1, 0.5, -0.5, None],
        "high": [0.6, 0.85, 0.2, None],
        "sign_agrees": pd.Series([True, True, False, None], dtype=object),
        "left_out": pd.Series(["", "", "", text("It has no values at all.")], dtype=object),
    }
)
PAIR = replace(answers.pair(), segments=ROWS, pooled_over=3, pooled_r=(0.45, 0.3, 0.58))
BARE = replace(PAIR, segments=ROWS.iloc[3:], pooled_over=0, pooled_r=None)


def test_the_strongest_segment_stands_on_top_and_all_together_below():
    each, whole = segments(PAIR, ENGLISH).data
    assert list(each.x) == [0.7, 0.4, -0.2]
    assert list(whole.x) == [0.45]
    assert whole.y[0] == 3
    labels = segments(PAIR, ENGLISH).layout.yaxis.ticktext
    assert labels == ("Depok", "Bandung", "&lt;b&gt;Medan&lt;/b&gt;", "All together")


def test_bars_reach_from_low_to_high_and_the_other_sign_is_hollow():
    each, whole = segments(PAIR, INDONESIAN).data
    assert list(each.error_x.array) == pytest.approx([0.15, 0.2, 0.4])
    assert list(whole.error_x.arrayminus) == pytest.approx([0.15])
    assert list(each.marker.symbol) == ["circle", "circle", "circle-open"]


def test_a_falling_lead_has_its_strongest_segment_on_top_too():
    turned = ROWS.assign(r=-ROWS.r, low=-ROWS.high, high=-ROWS.low)
    each, _ = segments(replace(PAIR, segments=turned, sign=-1), ENGLISH).data
    assert list(each.x) == [-0.7, -0.4, 0.2]


def test_the_table_names_those_left_out_with_the_reason():
    table = segments_table(PAIR, INDONESIAN)
    assert list(table.iloc[:, 0]) == list(ROWS["segment"])
    assert table.iloc[3, -1] == "Tidak ada nilainya sama sekali."


def test_the_sentence_counts_those_of_the_same_sign():
    told = segments_alt(PAIR)
    assert told.to("en") == "All together: r = 0.45. It has the same sign in 2 of 3 segments."
    assert told.to("id") != told.to("en")


@pytest.mark.parametrize("pair", [BARE, answers.pair()])
def test_without_segments_the_figure_says_so(pair):
    figure = segments(pair, ENGLISH)
    assert figure.layout.annotations[0].text == "No segment has enough data."
    assert segments_alt(pair).to("en") == "No segment has enough data."
