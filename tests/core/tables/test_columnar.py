"""Formats that name their columns: a first row that is never a figure, a list that is one."""

import io

import pandas as pd
import pytest

from core.errors import Refusal
from core.tables import read


def files(frame):
    """The frame as Parquet and as Arrow."""
    parquet, arrow = io.BytesIO(), io.BytesIO()
    frame.to_parquet(parquet)
    frame.to_feather(arrow)
    return ("a.parquet", parquet.getvalue()), ("a.arrow", arrow.getvalue())


COLUMNS = [
    ("Omzet", [1.5, 2.0, 3.0]),
    ("Omzet", [1.5]),
    ("0", [4.5, 2.0]),
    ("2025", [4, 5, 6]),
    ("Aktif", [True, False, True]),
    ("value", ["x y z.", "The second; it rained.", "#3"]),
    ("Please write what you think about our services this year", ["ok", "bad", "good"]),
]


@pytest.mark.parametrize(("name", "values"), COLUMNS)
def test_one_column_is_read_under_its_name_whatever_it_holds(name, values):
    for source, content in files(pd.DataFrame({name: values})):
        (table,) = read(content, source).tables
        assert list(table.frame.columns) == [name]
        assert table.frame[name].tolist() == values


def test_a_gap_in_one_column_hides_nothing_below_it():
    for source, content in files(pd.DataFrame({"x": [1.0, None, 3.0, None, 5.0]})):
        (table,) = read(content, source).tables
        assert table.frame["x"].tolist() == [1, 3, 5] and table.frame.index.tolist() == [2, 4, 6]


def test_names_that_are_numbers_are_never_a_row_of_data():
    frame = pd.DataFrame([[0.5, 10.0, 7.0], [1.5, 11.0, 8.0]], columns=["0", "1", "2"])
    for source, content in files(frame):
        (table,) = read(content, source).tables
        assert table.frame.to_numpy().tolist() == frame.to_numpy().tolist()


def test_a_sheet_that_was_saved_without_its_names_still_has_them_looked_for():
    messy = pd.DataFrame(
        {"Rekap": ["Bulan", "Jan 2025", "Feb 2025"], "Unnamed: 1": ["Omzet", "10", "20"]}
    )
    for source, content in files(messy):
        (table,) = read(content, source).tables
        assert list(table.frame.columns) == ["Bulan", "Omzet"] and len(table.frame) == 2


@pytest.mark.parametrize("values", [[], [None, None]])
def test_an_empty_column_is_refused_without_a_word_on_commas(values):
    for source, content in files(pd.DataFrame({"Omzet": pd.Series(values, dtype=float)})):
        with pytest.raises(Refusal) as stop:
            read(content, source)
        assert "comma" not in str(stop.value) + stop.value.remedy.to("en")


def test_prose_in_one_column_is_told_what_to_do_in_its_own_format():
    prose = pd.DataFrame({"It was a long day.": ["They went home.", "Nobody said a word."]})
    book = io.BytesIO()
    prose.to_excel(book, index=False)
    with pytest.raises(Refusal) as stop:
        read(book.getvalue(), "a.xlsx")
    assert "column of its own" in stop.value.remedy.to("en")
    with pytest.raises(Refusal) as stop:
        read(prose.to_csv(index=False).encode(), "a.csv")
    assert "commas" in stop.value.remedy.to("en")
