"""The forest of segments shows what each says, and nothing of those left out."""

from dataclasses import replace

import pandas as pd
import pytest

from core.figures.lead_lag import segments, segments_alt, segments_rest, segments_table
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


def many(n: int) -> pd.DataFrame:
    """The first five go the other way; the later one stands, the more periods it has."""
    r = [0.01 * (one + 1) * (-1 if one < 5 else 1) for one in range(n)]
    return pd.DataFrame(
        {
            "segment": [f"S{one}" for one in range(n)],
            "n": [20 + one for one in range(n)],
            "r": r,
            "low": [one - 0.1 for one in r],
            "high": [one + 0.1 for one in r],
            "sign_agrees": pd.Series([one >= 5 for one in range(n)], dtype=object),
            "left_out": "",
        }
    )


def test_of_many_segments_those_that_disagree_and_the_largest_are_drawn():
    pair = replace(PAIR, segments=many(50), pooled_over=50)
    figure = segments(pair, ENGLISH)
    names = list(figure.layout.yaxis.ticktext)
    assert names[0] == "S49" and names[-1] == "All together"
    assert set(names[:-1]) == {f"S{one}" for one in [*range(5), *range(25, 50)]}
    assert len(segments_table(pair, ENGLISH)) == 50
    assert str(segments_rest(pair)) == (
        "20 more segments are in the numbers behind this picture: 20 the same way, 0 the other way."
    )


def test_of_few_segments_all_are_drawn():
    assert segments_rest(replace(PAIR, segments=many(30))) is None
    assert segments_rest(PAIR) is None and segments_rest(BARE) is None
