# ruff: noqa: E501
"""Dates and periods: read as written, or asked about, never silently another day."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.periods import Grain
from core.tables import Answers, ColumnType, TableKind, read
from core.tables.columns.dates import take_apart

FIRSTS = pd.date_range("2024-01-01", periods=24, freq="MS")


def column(cells, header="Periode", **answers):
    content = "\n".join([f"{header}|Nilai", *(f"{cell}|{i}5" for i, cell in enumerate(cells))])
    table = read(content.encode(), "a.csv", Answers(**answers)).tables[0]
    return table, table.columns[0]


def days(table):
    return [str(day.date()) for day in table.frame.iloc[:, 0]]


@pytest.mark.parametrize(
    ("cells", "starts", "grain"),
    [
        (["2024-01-31", "2024-02-29"], ["2024-01-31", "2024-02-29"], Grain.MONTH),
        (["2024/1/5", "2024/1/6"], ["2024-01-05", "2024-01-06"], Grain.DAY),
        (["20240131", "20240229"], ["2024-01-31", "2024-02-29"], Grain.MONTH),
        (["31/01/2024", "29/02/2024"], ["2024-01-31", "2024-02-29"], Grain.MONTH),
        (["01/31/2024", "02/29/2024"], ["2024-01-31", "2024-02-29"], Grain.MONTH),
        (["31.01.24", "29.02.24", "31.03.24", "30.04.24"], ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"], Grain.MONTH),
        (["Januari 2025", "Mei 2025"], ["2025-01-01", "2025-05-01"], Grain.MONTH),
        (["Agu 2025", "Agt 2026", "Ags 2027"], ["2025-08-01", "2026-08-01", "2027-08-01"], Grain.MONTH),
        (["Okt-25", "Nop-25", "Des-25"], ["2025-10-01", "2025-11-01", "2025-12-01"], Grain.MONTH),
        (["Pebruari 2025", "Peb 2026"], ["2025-02-01", "2026-02-01"], Grain.MONTH),
        (["Jan-25", "Feb-25"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["Jan 25", "Feb 25"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["Jan '25", "Feb '25"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["2025-01", "2025-02"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["01/2025", "02/2025"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["202501", "202502"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["2025M01", "2025M02"], ["2025-01-01", "2025-02-01"], Grain.MONTH),
        (["Q1 2025", "Q2 2025"], ["2025-01-01", "2025-04-01"], Grain.QUARTER),
        (["2025Q1", "2025-Q2"], ["2025-01-01", "2025-04-01"], Grain.QUARTER),
        (["Kuartal 1 2025", "Kuartal 2 2025"], ["2025-01-01", "2025-04-01"], Grain.QUARTER),
        (["TW I 2025", "TW IV 2025"], ["2025-01-01", "2025-10-01"], Grain.QUARTER),
        (["Triwulan II 2025", "Triwulan III 2025"], ["2025-04-01", "2025-07-01"], Grain.QUARTER),
        (["Jan-Mar 2025", "Apr-Jun 2025"], ["2025-01-01", "2025-04-01"], Grain.QUARTER),
        (["2025-W03", "2025-W04"], ["2025-01-13", "2025-01-20"], Grain.WEEK),
        (["W3 2025", "W4 2025"], ["2025-01-13", "2025-01-20"], Grain.WEEK),
        (["Minggu 3 2025", "Minggu 4 2025"], ["2025-01-13", "2025-01-20"], Grain.WEEK),
        (["1-7 Jan 2025", "8-14 Jan 2025"], ["2025-01-01", "2025-01-08"], Grain.WEEK),
        (["2023", "2024", "2025"], ["2023-01-01", "2024-01-01", "2025-01-01"], Grain.YEAR),
        (["FY2024", "FY2025"], ["2024-01-01", "2025-01-01"], Grain.YEAR),
        (["5 Mei 2024", "6 Mei 2024"], ["2024-05-05", "2024-05-06"], Grain.DAY),
        (["Senin, 6 Januari 2025", "Selasa, 7 Januari 2025"], ["2025-01-06", "2025-01-07"], Grain.DAY),
        (["Jan 5, 2024", "Jan 6, 2024"], ["2024-01-05", "2024-01-06"], Grain.DAY),
        (["05/01/2024 13.05 WIB", "16/01/2024 08.00 WIB"], ["2024-01-05", "2024-01-16"], Grain.WEEK),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)  # fmt: skip
def test_a_way_of_writing_periods_is_read_exactly(cells, starts, grain):
    table, found = column(cells)
    assert table.questions == ()
    assert (days(table), found.grain, found.field) == (starts, grain, "period")


def test_a_time_of_day_is_kept():
    table, found = column(["2024-01-05T13:05:06+07:00", "2024-01-06T00:00:00+07:00"])
    assert found.type is ColumnType.DATETIME
    assert str(table.frame.iloc[0, 0]) == "2024-01-05 13:05:06"


@pytest.mark.parametrize(
    "cells",
    [
        ["03/04/2024"] * 3,
        ["01/02/2024", "01/03/2024", "01/04/2024"],
        [f"01/{month:02}/2024" for month in range(1, 13)],
        ["03/04/2024", "05/06/2024", "01/02/2024"],
        ["24-01-31", "24-02-29", "24-03-31"],
        ["13/01/2024", "01/13/2024", "02/03/2024"],
    ],
    ids=str,
)
def test_dates_of_open_order_are_asked_and_stay_text(cells):
    table, found = column(cells)
    assert [one.id for one in table.questions] == ["date_order"]
    assert found.type is ColumnType.TEXT and list(table.frame.iloc[:, 0]) == cells


@pytest.mark.parametrize(("order", "day"), [("dmy", "2024-04-03"), ("mdy", "2024-03-04")])
def test_the_answer_settles_the_order(order, day):
    table, _ = column(["03/04/2024"] * 2, date_order={"": order})
    assert days(table) == [day, day] and table.questions == ()


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%m/%d/%Y"])
def test_more_months_than_one_year_show_the_order_and_it_is_said(form):
    table, found = column([day.strftime(form) for day in FIRSTS])
    assert days(table) == [str(day.date()) for day in FIRSTS] and found.grain is Grain.MONTH
    assert any("step evenly" in str(one) for one in table.notices)


def test_another_date_column_of_the_file_shows_the_order():
    content = b"Tanggal|Jatuh tempo|n\n01/02/2024|15/02/2024|5\n03/04/2024|25/04/2024|6\n"
    table = read(content, "a.csv").tables[0]
    assert [str(day.date()) for day in table.frame["Tanggal"]] == ["2024-02-01", "2024-04-03"]


def test_days_behind_a_month_name_are_not_taken_for_years():
    cells = [f"Jan-{day:02}" for day in range(1, 29)]
    table, _ = column(cells)
    assert [one.id for one in table.questions] == ["year"]


def test_months_without_years_are_asked_unless_the_title_tells():
    table, _ = column(["Jan", "Feb", "Mar"])
    assert [one.id for one in table.questions] == ["year"]
    table, _ = column(["Jan", "Feb", "Mar"], year=2025)
    assert days(table) == ["2025-01-01", "2025-02-01", "2025-03-01"]
    told = read(b"Laporan 2024\n\nBulan;n\nNov;1\nDes;2\n", "a.csv").tables[0]
    assert [str(day.date()) for day in told.frame["Bulan"]] == ["2024-11-01", "2024-12-01"]
    assert any("2024" in str(one) for one in told.notices)


def test_months_that_begin_again_count_the_years_on():
    names = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split() * 2
    table, _ = column(names, year=2023)
    assert days(table)[11:13] == ["2023-12-01", "2024-01-01"]


def test_weeks_of_a_month_are_not_taken_for_weeks_of_the_year():
    table, _ = column(["Minggu 1 Januari 2025", "Minggu 2 Januari 2025"], header="Minggu")
    assert table.kind is TableKind.OTHER
    assert any("could not be read" in str(one) for one in table.notices)


def test_half_converted_dates_are_asked(sheet):
    rows = [["Tanggal", "n"], [dt.date(2024, 5, 1), 1], [dt.date(2024, 12, 1), 2],
            ["19/01/2024", 3], ["26/01/2024", 4]]  # fmt: skip
    table = read(sheet(rows), "a.xlsx").tables[0]
    assert [one.id for one in table.questions] == ["date_order"]
    answered = read(sheet(rows), "a.xlsx", Answers(date_order={"": "dmy"})).tables[0]
    assert days(answered) == ["2024-01-05", "2024-01-12", "2024-01-19", "2024-01-26"]


FORMS = {
    "%Y-%m-%d": None, "%d %B %Y": None, "%d-%b-%Y": None, "%Y/%m/%d": None, "%b %d, %Y": None,
    "%d/%m/%Y": "dmy", "%m/%d/%Y": "mdy", "%d.%m.%Y": "dmy", "%d-%m-%Y": "dmy",
}  # fmt: skip


@given(st.dates(dt.date(1990, 1, 1), dt.date(2069, 12, 31)), st.sampled_from(sorted(FORMS)))
def test_any_date_written_in_a_form_is_read_back_under_its_order(day, form):
    moment = take_apart(day.strftime(form))
    assert moment is not None
    ordered = moment.ordered(FORMS[form] or "dmy")
    assert ordered is not None and ordered.start() == day
    assert FORMS[form] is None or moment.parts is not None


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader_of_dates(words):
    moment = take_apart(words)
    assert moment is None or moment.grain in Grain


@pytest.mark.parametrize("name", ["Tanggal", "Bulan", "Date"])
def test_day_numbers_in_a_text_file_are_dates_under_a_name_of_time_and_said(name):
    lines = [f"{name};Leads", "44927;12", "44958;13", "44986;15"]
    table = read("\n".join(lines).encode(), "a.csv").tables[0]
    assert [str(day.date()) for day in table.frame[name]] == [
        "2023-01-01",
        "2023-02-01",
        "2023-03-01",
    ]
    assert any("day numbers" in notice.to("en") for notice in table.notices)


def test_five_digits_under_another_name_are_no_dates():
    table = read(b"Bulan;Omzet\nJan 2024;44927\nFeb 2024;44958\nMar 2024;44986\n", "a.csv").tables[
        0
    ]
    assert list(table.frame["Omzet"]) == [44927, 44958, 44986]
