"""Whole columns of a workbook become the cells that each value becomes on its own."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Refusal
from core.settings import Settings
from core.tables.files import package
from core.tables.files.package import Bounds
from core.tables.files.reach import reach
from core.tables.files.sheets import CODE, Sheet
from core.tables.files.valued import shown_column
from core.tables.files.values import written

WORDS = st.one_of(st.text(max_size=4), st.sampled_from(["", " ", "\x1c", "\u3000", "007"]))
NUMBERS = st.one_of(
    st.floats(),
    st.floats(-1e6, 1e6).map(lambda one: round(one, 2)),
    st.integers(-(10**16), 10**16).map(float),
    st.sampled_from([-0.0, 1e15, 1e-4, 9.999e-5, 1e22, 5e-324, 0.1 + 0.2, 999999999999999.9]),
)
MOMENTS = st.one_of(
    st.datetimes(), st.datetimes().map(lambda one: one.replace(microsecond=0)),
    st.dates().map(lambda one: datetime(one.year, one.month, one.day)),
)  # fmt: skip
OTHERS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.times(), st.timedeltas(), st.just(date(1, 1, 1))
)
PARTS = st.sampled_from([WORDS, NUMBERS, MOMENTS, st.dates(), OTHERS])


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS.flatmap(lambda one: st.lists(one, max_size=6)), max_size=5))
def test_a_whole_column_becomes_what_each_of_its_values_becomes(parts):
    values = [value for part in parts for value in part]
    texts, codes = shown_column(values)
    expected = [written(value) for value in values]
    assert list(zip(texts.to_pylist(), codes.tolist(), strict=True)) == [
        (words, CODE[kind]) for words, kind in expected
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=40))
def test_numbers_keep_their_shortest_digits(numbers):
    assert shown_column(numbers)[0].to_pylist() == [written(one)[0] for one in numbers]


def test_a_filled_sheet_can_still_be_corrected_and_grow():
    sheet = Sheet("a")
    sheet.fill([shown_column(["a", 1.0]), shown_column([time(1), timedelta(1)])])
    sheet.put(1, 0, "5 %", "percent")
    sheet.put(0, 1, None, "text")
    sheet.put(3, 2, "#N/A", "error")
    assert [list(column) for column in sheet.cells] == [
        ["a", "5 %", "", ""], ["01:00:00", "24:00:00", "", ""], ["", "", "", "#N/A"],
    ]  # fmt: skip
    assert (sheet.height, sheet.kind(1, 0), sheet.kind(2, 0)) == (4, "percent", "empty")


CELLS = st.sampled_from(
    ["A1", "B20", "Z9", "AA3", "AZ12", "XFD1048576", "A99999999999", "AAAAA1", "A1A", "7", "ZZZ5"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(CELLS, st.sampled_from(["/>", "><v>1</v></c>"])), max_size=6))
def test_the_reach_of_a_sheet_is_never_less_than_that_of_its_cells(cells):
    xml = "".join(f'<row><c r="{name}"{end}' for name, end in cells).encode()
    carefully = (0, 0)
    for found in package._CELL.finditer(xml):
        row, column = package._position(*found.group(1, 2))
        carefully = max(carefully[0], row + 1), max(carefully[1], column + 1)
    quickly = reach(xml)
    assert quickly is None or (quickly[0] >= carefully[0] and quickly[1] >= carefully[1])


@pytest.mark.parametrize(("name", "fits"), [("F51", True), ("G51", False), ("F52", False)])
def test_a_cell_at_the_limit_is_let_in_and_one_beyond_is_refused(name, fits):
    bounds = Bounds("a.xlsx", Settings(rows=50, columns=6, cells=306))
    xml = f'<c r="A1"><v>1</v></c><c r="{name}"><v>1</v></c>'.encode()
    if fits:
        package._refuse_far_cells(xml, None, bounds, "S")
    else:
        with pytest.raises(Refusal):
            package._refuse_far_cells(xml, None, bounds, "S")


def test_a_column_without_rows_stays_so():
    assert shown_column([])[0].to_pylist() == []
