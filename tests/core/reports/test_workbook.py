import datetime as dt
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from core.errors import Refusal
from core.reports import frame_to_xlsx

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
WORDS = st.lists(st.text(LETTERS, max_size=30), min_size=1, max_size=5)
HOSTILE = [
    "=1+1",
    "+1",
    "-cmd",
    "@SUM(A1)",
    "\t=1",
    "http://x.example/",
    "{=1}",
    "0012",
    "１",
    "_x0041_",
]


def cells(content: bytes) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(content)).active.values]


def test_numbers_dates_and_truths_are_native():
    frame = pd.DataFrame(
        {
            "n": [1.5, None],
            "day": pd.to_datetime(["2025-01-31", None]),
            "moment": pd.to_datetime(["2025-01-31 14:05:09", None]),
            "yes": pd.array([True, None], dtype="boolean"),
        }
    )
    rows = cells(frame_to_xlsx(frame))
    assert rows[0] == ["n", "day", "moment", "yes"]
    assert rows[1] == [1.5, dt.datetime(2025, 1, 31), dt.datetime(2025, 1, 31, 14, 5, 9), True]
    assert rows[2:] == []


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_and_no_header_starts_a_formula_or_a_link(cell):
    content = frame_to_xlsx(pd.DataFrame({cell: [cell]}))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [one.data_type for row in sheet for one in row] == ["s", "s"]
    assert all(one.hyperlink is None for row in sheet for one in row)
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(
        0
    ).to_python() == [[cell], [cell]]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), min_size=1, max_size=5)
)
def test_every_text_comes_back(words):
    content = frame_to_xlsx(pd.DataFrame({"words": words}))
    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    read = [row[0] for row in found[1:]] + [""] * (len(words) - len(found) + 1)
    assert read == words


def test_what_the_format_cannot_hold_is_written_as_text():
    frame = pd.DataFrame(
        {"old": [dt.datetime(1850, 5, 1)], "id": [12345678901234567], "long": ["x" * 40_000]}
    )
    row = cells(frame_to_xlsx(frame))[1]
    assert row[:2] == ["1850-05-01", "12345678901234567"]
    assert len(row[2]) == 32_767
    assert row[2].endswith("…")


def test_shares_are_shown_as_percent():
    sheet = openpyxl.load_workbook(
        io.BytesIO(frame_to_xlsx(pd.DataFrame({"rate": [0.63]}), ["rate"]))
    ).active
    assert sheet["A2"].value == 0.63
    assert sheet["A2"].number_format.endswith("%")


def test_more_rows_than_a_sheet_holds_are_refused_with_the_way_out():
    with pytest.raises(Refusal, match="1,048,575 rows"):
        frame_to_xlsx(pd.DataFrame({"a": range(1_048_576)}))
