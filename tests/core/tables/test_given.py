"""What the person says of months across is taken over: figures, labels, dates, and kept."""

import pandas as pd
import pytest

from core.tables import Answers, ColumnType, TableKind, read
from core.workspace import Workspaces

YES_NO = "Cabang;Kode;Jan 2025;Feb 2025\nBandung;101;ya;tidak\nBogor;102;tidak;?\n"
NUMBERS = "Cabang;Kode;Jan 2025;Feb 2025\nBandung;101;1;2\nBogor;102;3;x\n"
DATES = "Cabang;Jan 2025;Feb 2025\nBandung;03/04/2025;04/05/2025\nBogor;soon;05/06/2025\n"
CROSSED = "Bulan;2023;2024\nJanuari;10;20\nFebruari;11;22\nMaret;12;25\n"
ITEMS = "Cabang;Produk;Jan 2025;Feb 2025\nBandung;A;1;2\nBogor;B;3;4\n"


def table(words: str, **answers):
    return read(words.encode(), "kpi.csv", Answers(**answers)).tables[0]


def fields(found) -> dict[str, str]:
    return {one.name: one.field for one in found.columns}


@pytest.mark.parametrize("name", ["value", "Jan 2025", "Feb 2025"])
def test_a_type_said_of_the_figures_or_of_one_month_holds_for_all_figures(name):
    found = table(NUMBERS, types={name: ColumnType.TEXT})
    assert list(found.frame["value"]) == ["1", "2", "3", "x"]
    assert found.kind is TableKind.OTHER and not found.issues
    assert any("because you said so" in one.to("en") for one in found.notices)


def test_figures_of_a_crossing_are_read_as_text_too():
    found = table(CROSSED, types={"2023": ColumnType.TEXT})
    assert sorted(found.frame["value"]) == ["10", "11", "12", "20", "22", "25"]


def test_whole_numbers_lose_the_broken_ones_at_their_own_cells():
    found = table(NUMBERS.replace(";3;", ";3,5;"), types={"value": ColumnType.INTEGER})
    assert found.kind is TableKind.KPI_LONG
    assert found.frame["value"].tolist()[:2] == [1, 2]
    assert [one.place.cell for one in found.issues] == ["C3", "D3"]


def test_dates_below_months_ask_for_their_order_and_take_the_answer():
    asked = table(DATES, types={"value": ColumnType.DATE})
    assert [one.id for one in asked.questions] == ["date_order"]
    said = table(DATES, types={"value": ColumnType.DATE}, date_order={"value": "mdy"})
    assert said.frame["value"].iloc[0] == pd.Timestamp(2025, 3, 4)
    assert [one.place.cell for one in said.issues] == ["B3"]


def test_cells_that_hold_no_number_at_all_are_read_as_what_they_are():
    found = table(YES_NO)
    assert found.kind is TableKind.OTHER
    assert found.frame["value"].tolist()[:3] == [True, False, False]
    assert any("No cell below the periods is a number" in one.to("en") for one in found.notices)


def test_a_label_is_read_as_said():
    assert fields(table(NUMBERS))["Kode"] == ""
    assert fields(table(NUMBERS, types={"Kode": ColumnType.TEXT}))["Kode"] == "dimension"
    found = table(NUMBERS, types={"Kode": ColumnType.NUMBER})
    assert found.frame["Kode"].tolist() == [101, 101, 102, 102]


def test_the_meaning_of_a_label_is_taken_as_said():
    assert fields(table(ITEMS, fields={"Cabang": "metric", "Produk": "ignore"})) == {
        "Cabang": "metric", "Produk": "", "period": "period", "value": "value"}  # fmt: skip
    assert fields(table(ITEMS, fields={"Produk": "metric"}))["Cabang"] == "dimension"


@pytest.mark.parametrize("words", [NUMBERS, YES_NO, CROSSED, ITEMS])
def test_every_column_says_why_it_is_what_it_is(words):
    reasons = [one.reason for one in table(words).columns]
    assert all(reasons) and all(one.to("id") != one.to("en") for one in reasons)


def test_a_label_said_to_be_the_metric_says_so():
    found = table(ITEMS, fields={"Cabang": "metric"})
    assert found.columns[0].reason.to("en") == "You said so."


def test_next_months_file_is_read_as_was_said(tmp_path):
    store = Workspaces(tmp_path)
    now = store.create()
    first = store.arrive(now, "jan.csv", YES_NO.encode())
    now = store.accept(now.id, first, YES_NO.encode())
    said = Answers(types={"value": ColumnType.TEXT})
    now = store.answer(now.id, now.state.datasets[0].id, said)
    later = YES_NO.replace("Feb 2025", "Feb 2025;Mar 2025").replace("tidak\n", "tidak;ya\n", 1)
    later = later.replace("?\n", "?;ya\n")
    arrival = store.arrive(now, "mar.csv", later.encode())
    assert set(arrival.reading.tables[0].frame["value"]) == {"ya", "tidak", "?"}
