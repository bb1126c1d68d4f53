# ruff: noqa: E501
"""Numbers: every way of writing is read back, or asked about, never guessed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import Answers, ColumnType, read
from core.tables.columns.numbers import take_apart

MONTHS = [f"2025-{month:02}" for month in range(1, 13)]


def column(cells, header="Nilai", **answers):
    lines = [f"{month}|{cell}" for month, cell in zip(MONTHS, cells, strict=False)]
    content = "\n".join([f"ds|{header}", *lines]).encode()
    table = read(content, "a.csv", Answers(**answers)).tables[0]
    return table, table.columns[1], list(table.frame.iloc[:, 1])


@pytest.mark.parametrize(
    ("cells", "values", "unit"),
    [
        (["1.234,5", "12,25"], [1234.5, 12.25], ""),
        (["1,234.5", "12.25"], [1234.5, 12.25], ""),
        (["1.234.567", "12"], [1234567, 12], ""),
        (["1,234,567", "12"], [1234567, 12], ""),
        (["1 234,5", "7"], [1234.5, 7], ""),
        (["1\u00a0234,5", "7"], [1234.5, 7], ""),
        (["1\u2009234\u2009567", "7"], [1234567, 7], ""),
        (["1'234.50", "7"], [1234.5, 7], ""),
        (["1’234’567", "7"], [1234567, 7], ""),
        (["0,125", "1,5"], [0.125, 1.5], ""),
        ([".5", "1.25"], [0.5, 1.25], ""),
        (["Rp 1.500.000", "Rp 900.000"], [1500000, 900000], "IDR"),
        (["Rp1.234", "Rp 987"], [1234, 987], "IDR"),
        (["Rp. 5.000,-", "Rp. 7.500,-"], [5000, 7500], "IDR"),
        (["Rp 1.500.000,50", "Rp 2"], [1500000.5, 2], "IDR"),
        (["1.000 IDR", "2.500 IDR"], [1000, 2500], "IDR"),
        (["$1,000.50", "$2"], [1000.5, 2], "USD"),
        (["US$ 12.50", "US$ 3"], [12.5, 3], "USD"),
        (["12,50 €", "3 €"], [12.5, 3], "EUR"),
        (["£3.50", "£4"], [3.5, 4], "GBP"),
        (["S$ 3.50", "S$ 4"], [3.5, 4], "SGD"),
        (["RM3.50", "RM4"], [3.5, 4], "MYR"),
        (["¥1,200", "¥900"], [1200, 900], "JPY"),
        (["(1.234,5)", "2,5"], [-1234.5, 2.5], ""),
        (["(Rp 500)", "Rp 700"], [-500, 700], "IDR"),
        (["Rp (500)", "-Rp 700"], [-500, -700], "IDR"),
        (["5-", "6"], [-5, 6], ""),
        (["\u22125", "–6", "7"], [-5, -6, 7], ""),
        (["12,5%", "7 %"], [0.125, 0.07], "percent"),
        (["50%", "33.3%"], [0.5, 0.333], "percent"),
        (["50 rb", "2,5 jt"], [50e3, 2.5e6], ""),
        (["850 juta", "1,2 M"], [850e6, 1.2e9], ""),
        (["Rp 3 M", "Rp 2,75 M"], [3e9, 2.75e9], "IDR"),
        (["$3 M", "$2.5 M"], [3e6, 2.5e6], "USD"),
        (["1 miliar", "1,5 milyar"], [1e9, 1.5e9], ""),
        (["Rp 2 T", "Rp 1,1 triliun"], [2e12, 1.1e12], "IDR"),
        (["12k", "1.5K"], [12e3, 1.5e3], ""),
        (["1e6", "2.5E-3"], [1e6, 0.0025], ""),
        (["0", "-", "n/a", "#N/A", "null", "kosong", "belum ada", "—", "5"], [0] + [None] * 7 + [5], ""),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_way_of_writing_numbers_is_read_exactly(cells, values, unit):
    table, found, read_back = column(cells)
    assert table.questions == () and found.unit == unit
    assert found.type in (ColumnType.NUMBER, ColumnType.INTEGER)
    assert [None if math.isnan(value) else value for value in read_back] == values


@pytest.mark.parametrize("cells", [["1.234", "2.345"], ["1,234", "2,345"], ["1.234", "1.2", "1,5"]])
def test_an_open_mark_is_asked_and_the_column_stays_text(cells):
    table, found, read_back = column(cells, header="x")
    assert [one.id for one in table.questions] == ["decimal"]
    assert found.type is ColumnType.TEXT and read_back == cells


@pytest.mark.parametrize(("answer", "value"), [("comma", 1234.0), ("point", 1.234)])
def test_the_answer_settles_an_open_mark(answer, value):
    table, _, read_back = column(["1.234", "2.345"], decimal={"": answer})
    assert table.questions == () and read_back[0] == value


def test_indonesian_words_make_the_point_a_thousands_mark_and_say_so():
    content = b"Bulan|Pendapatan\nJanuari 2025|1.234\nMei 2025|2.345\n"
    table = read(content, "a.csv").tables[0]
    assert list(table.frame["Pendapatan"]) == [1234, 2345]
    assert any("decimal mark" in str(one) for one in table.notices)


def test_another_column_of_the_file_settles_an_open_mark():
    table = read(b"ds|a|b\n2025-01|1.234|1,5\n2025-02|2.345|2,5\n", "a.csv").tables[0]
    assert list(table.frame["a"]) == [1234, 2345]


def test_numbers_below_a_thousand_without_a_mark_show_thousands_marks():
    _, _, read_back = column(["1.234", "987", "2.100", "456", "1.050"])
    assert read_back == [1234, 987, 2100, 456, 1050]


def test_a_bare_m_without_any_cue_is_asked():
    table, found, _ = column(["3 M", "4 M"], header="x")
    assert [one.id for one in table.questions] == ["suffix"] and found.type is ColumnType.TEXT


@pytest.mark.parametrize("cells", [["00123", "00456"], ["12345678901234567890", "5"], ["+6281234567890", "+62812345678"]])  # fmt: skip
def test_codes_stay_text_with_every_digit(cells):
    _, found, read_back = column(cells)
    assert found.type is ColumnType.TEXT and read_back == cells


def test_a_minority_of_bad_cells_are_issues_with_their_place_and_the_rest_goes_on():
    table, found, values = column(["1", "2", "libur", "4", "5"])
    assert [(one.place.row, one.place.cell, one.place.column) for one in found.issues] == [
        (4, "B4", "Nilai")
    ]
    assert values[0] == 1 and math.isnan(values[2]) and table.kind.value == "kpi_wide"


def test_another_currency_in_a_column_is_an_issue_never_added_up():
    _, found, values = column(["Rp 1.000.000", "Rp 2.000.000", "$1,000"])
    assert found.unit == "IDR" and math.isnan(values[2]) and len(found.issues) == 1


def test_a_plain_number_among_percents_is_an_issue():
    _, found, values = column(["12%", "13,5", "11%"])
    assert math.isnan(values[1]) and len(found.issues) == 1


def test_a_percent_header_scales_plain_numbers_and_says_so():
    table, found, values = column(["25,5", "30"], header="Win rate (%)")
    assert values == [0.255, 0.3] and found.unit == "percent"
    assert any("fractions" in str(one) for one in table.notices)


@given(
    number=st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    marks=st.sampled_from([(",", "."), (".", ","), (",", " "), (".", "'"), (",", "\u00a0")]),
    before=st.sampled_from(["", "Rp ", "$", "€"]),
    bracket=st.booleans(),
)
def test_any_number_written_in_a_style_is_read_back(number, marks, before, bracket):
    decimal, thousands = marks
    whole, fraction = f"{abs(number):,.2f}".split(".")
    shown = before + whole.replace(",", thousands) + decimal + fraction
    shown = (f"({shown})" if bracket else f"-{shown}") if number < 0 else shown
    written = take_apart(shown)
    assert written is not None and written.style in ("none", "comma" if decimal == "," else "point")
    assert written.value("comma" if decimal == "," else "point", 6) == float(number)


@given(words=st.text(max_size=12))
def test_no_text_breaks_the_reader_of_numbers(words):
    written = take_apart(words)
    assert written is None or any(char.isdigit() for char in words)


def test_a_number_too_large_to_keep_is_an_issue():
    _, found, values = column(["1e400", "1", "2"])
    assert math.isnan(values[0]) and len(found.issues) == 1


@pytest.mark.parametrize("cell", ["²", "½", "٣", "99/99/9999", "2024-W60"])
def test_odd_digits_break_nothing(cell):
    table, _, _ = column([cell, "1", "2", cell])
    assert len(table.frame) == 4
