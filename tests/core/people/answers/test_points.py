"""What people wrote, as points; what nobody can tell is not read, and counted."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.answers.points import points_of


def read(*cells):
    return points_of(pd.Series(cells, dtype=object))


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("10", 10), ("10.0", 10), ("9,0", 9), ("Extremely likely - 10", 10), ("0 – Never", 0),
        ("10 - Sangat mungkin", 10), ("0 (sangat tidak mungkin)", 0), ("9 (Promoter)", 9),
        ("Sangat mungkin (10)", 10), ("9/10", 9), ("9 out of 10", 9), ("Nilai 7", 7),
        ("8\u00a0", 8), ("-1", -1), ("8.5", 8.5),
    ],
)  # fmt: skip
def test_a_number_counts_at_the_start_or_the_end(written, point):
    found = read(written)
    assert found.values[0] == point and not found.unread[0]


@pytest.mark.parametrize("written", ["nine", "delapan", "7 or 8", "I gave 9 of 10", "85%", "Q10x"])
def test_what_nobody_can_tell_is_counted_as_unread(written):
    found = read(written)
    assert found.values.isna()[0] and found.unread[0]


@pytest.mark.parametrize("written", ["", "N/A", "Tidak tahu", "Not applicable", "Tidak menjawab",
                                     "Prefer not to say", " - "])  # fmt: skip
def test_no_answer_is_neither_points_nor_words(written):
    found = read(written)
    assert found.values.isna()[0] and not found.unread[0]


@given(
    st.integers(0, 10),
    st.sampled_from(["", "Sangat mungkin", "likely"]),
    st.sampled_from([" - ", "-", " = "]),
)
def test_words_beside_a_point_change_nothing(point, words, between):
    cells = [f"{point}{between}{words}", f"{words}{between}{point}"] if words else [str(point)]
    assert (read(*cells).values == point).all()
