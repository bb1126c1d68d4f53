"""Whole-column reading of plain numbers gives what the careful reader gives, or declines."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables import Answers, ColumnType
from core.tables.columns import plainly
from core.tables.columns.column import read_column
from core.tables.columns.plainly import WORTHWHILE, plain_column
from core.tables.columns.typed import Typed
from core.tables.columns.units import CURRENCIES
from core.tables.context import Context

WHOLE = st.integers(-(10**16), 10**16).map(str)
DOTTED = st.integers(0, 10**10).map(lambda n: f"{n:,}".replace(",", "."))
COMMAED = st.integers(-(10**10), 10**10).map(lambda n: f"{n:,}")
CENTS = st.decimals(-9_999, 10**9, places=2, allow_nan=False).map(str)
NO_NUMBERS = ["", "-", "n/a", "tutup", "01/02/2024", "ya", "1.2.3", "12,345,6", "1.23.456"]
ODD = st.sampled_from(
    [*NO_NUMBERS, "007", "Rp 5", "12%", "1,5 jt", "0.123", "+3", "(5)", "1e5", " 7 ", "2024"]
)
THREE = st.decimals(-9_999, 10**9, places=3, allow_nan=False).map(str)
STYLES = {
    "three digits": THREE,
    "up to three digits": st.one_of(THREE, CENTS, WHOLE),
    "up to three digits behind a comma": st.one_of(THREE, CENTS).map(
        lambda one: one.replace(".", ",")
    ),
    "one and all": st.sampled_from(["0.5", "-0.125", "12.125", "1234.5", "-0", "7", "", "0,5"]),
    "whole": WHOLE,
    "dotted": DOTTED,
    "dotted cents": st.one_of(DOTTED, CENTS.map(lambda one: one.replace(".", ","))),
    "commaed": COMMAED,
    "commaed cents": st.one_of(COMMAED, CENTS),
    "cents": CENTS,
    "open": st.integers(1_000, 999_999).map(lambda n: f"{n:,}".replace(",", ".")),
    "open beside small ones": st.one_of(
        st.integers(1_000, 999_999).map(lambda n: f"{n:,}"), st.integers(0, 1100).map(str)
    ),
    "open of both makes": st.sampled_from(["1.250", "1,250", "12.500", "-1.250", "7", "250"]),
}
MARKS = [*CURRENCIES, *(one.upper() for one in CURRENCIES), "Rp", "Rp.", "S$"]


@st.composite
def amounts(draw):
    """Cells of one style behind one currency mark, a few of them written otherwise."""
    mark = draw(st.sampled_from(MARKS)) + draw(st.sampled_from(["", " ", "\u00a0", "  "]))
    end = draw(st.sampled_from(["", "", ",-", ".--"]))
    style = STYLES[draw(st.sampled_from(sorted(STYLES)))]
    cells = draw(st.lists(style, min_size=1, max_size=30))
    written = [
        f"-{mark}{one[1:]}" if one.startswith("-") else f"{mark}{one}{end}" for one in cells if one
    ]
    others = [f"{mark}-5", f"{mark}1,5 jt", f"{mark}007", f"{mark}1.2.3", mark, f"5 {mark}", "9"]
    return written + draw(st.lists(st.sampled_from(others), max_size=1))


@st.composite
def columns(draw):
    style = STYLES[draw(st.sampled_from(sorted(STYLES)))]
    cells = draw(st.one_of(st.lists(style, min_size=1, max_size=30), amounts()))
    cells += draw(st.lists(ODD, max_size=3))
    native = draw(st.booleans()) and [draw(st.floats(-1e12, 1e12)) for _ in range(3)]
    words = [*cells, *(repr(one) for one in native or [])]
    kinds = ["text" if one.strip() else "empty" for one in cells] + ["number"] * len(native or [])
    index = pd.RangeIndex(2, len(words) + 2)
    return pd.Series(words, index, dtype="str"), pd.Series(kinds, index)


MARK = st.sampled_from(["", "comma", "point"])


@settings(max_examples=600, deadline=None)
@given(columns(), st.sampled_from(["", "id", "en"]), MARK, MARK, st.sampled_from([2, 1000]))
def test_both_readers_agree_wherever_the_quick_one_answers(column, language, decimal, said, head):
    plainly.HEAD = head  # two: cells that come again are looked at once
    words, kinds = column
    answers = Answers(decimal={"n": said} if said else {})
    context = Context(language=language, decimal=decimal, answers=answers)
    quickly = plain_column(Typed("n", "B", words, ColumnType.TEXT), words, kinds, context)
    if quickly is None:
        return
    carefully = read_column("n", "B", words, kinds, context)
    assert (quickly.type, quickly.unit) == (carefully.type, carefully.unit)
    assert quickly.notices == carefully.notices
    assert quickly.questions == carefully.questions
    assert [(i.place.cell, i.what) for i in quickly.issues] == [
        (i.place.cell, i.what) for i in carefully.issues
    ]
    pd.testing.assert_series_equal(quickly.values, carefully.values, check_exact=True)


PLAIN = ["1.234,5", "1.234.567", "1.234", "7", "Rp 1.250.000", "-Rp1.250,50", "Rp 9.000,-", "$5.25"]


@pytest.mark.parametrize("cell", PLAIN)
def test_a_long_plain_column_is_answered_quickly(cell):
    index = pd.RangeIndex(2, WORTHWHILE + 2)
    words, kinds = pd.Series(cell, index, dtype="str"), pd.Series("text", index=index)
    column = Typed("n", "B", words, ColumnType.TEXT)
    assert plain_column(column, words, kinds, Context()) is not None


@pytest.mark.parametrize("cell", ["1,5 jt", "12%", "5 kg", "(5)", "1e5"])
def test_a_long_column_with_more_than_plain_numbers_is_looked_at_with_care(cell):
    index = pd.RangeIndex(2, WORTHWHILE + 2)
    words, kinds = pd.Series(cell, index, dtype="str"), pd.Series("text", index=index)
    column = Typed("n", "B", words, ColumnType.TEXT)
    assert plain_column(column, words, kinds, Context()) is None
