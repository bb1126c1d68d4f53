"""Laws of reading a column: what is written with enough evidence is read back, cell by cell."""

import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables import Answers, ColumnType
from core.tables.columns.column import read_column
from core.tables.context import Context

STYLES = [
    (",", "."),
    (".", ","),
    (",", " "),
    (",", "\u00a0"),
    (".", "'"),
    (".", "’"),
    (",", "\u202f"),
]
WRAPS = ["{}", "Rp {}", "{} IDR", "${}", "{} €", "RM {}", "{} kg", "{} orang"]
MINUS = ["-{}", "({})", "{}-", "\u2212{}"]
NOTHING = ["", "-", "n/a", "kosong", "nihil", "#N/A", "belum ada", "?", "null"]


def typed(cells, name="Nilai", **given):
    index = pd.RangeIndex(2, len(cells) + 2)
    words = pd.Series(cells, index, dtype="str")
    kinds = pd.Series(["text" if one.strip() else "empty" for one in cells], index)
    return read_column(name, "B", words, kinds, Context(answers=Answers(**given)))


def grouped(value, style):
    whole, fraction = f"{abs(value):,.2f}".split(".")
    return whole.replace(",", style[1]) + style[0] + fraction


@settings(max_examples=150, deadline=None)
@given(
    values=st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=8),
    style=st.sampled_from(STYLES), wrap=st.sampled_from(WRAPS), minus=st.sampled_from(MINUS),
)  # fmt: skip
def test_numbers_of_a_style_are_read_back_exactly(values, style, wrap, minus):
    shown = [wrap.format(grouped(value, style)) for value in values]
    cells = [
        minus.format(one) if value < 0 else one for one, value in zip(shown, values, strict=True)
    ]
    found = typed(cells)
    assert found.questions == () and found.issues == ()
    assert list(found.values) == [float(value) for value in values]


@settings(max_examples=150, deadline=None)
@given(
    days=st.lists(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), min_size=1, max_size=8),
    proof=st.dates(dt.date(2000, 1, 13), dt.date(2000, 1, 31)),
    order=st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m.%d.%Y", "%d %m %Y"]),
)  # fmt: skip
def test_dates_of_a_proved_order_are_read_back(days, proof, order):
    found = typed([day.strftime(order) for day in [proof, *days]], "Tanggal")
    assert found.questions == () and found.issues == () and found.notices
    assert [stamp.date() for stamp in found.values] == [proof, *days]


CELLS = {
    "numbers": ["1.234,5", "12", "3,75", "980"], "money": ["Rp 1.500", "Rp 2.750", "Rp 900"],
    "dates": ["25/01/2025", "03/02/2025", "14/03/2025"], "truths": ["ya", "tidak", "ya"],
    "months": ["Jan 2025", "Feb 2025", "Mei 2025"], "lengths": ["1h 30m", "45m", "2h"],
    "open": ["1.234", "2.345"], "codes": ["007", "012"], "words": ["satu", "dua"],
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(sorted(CELLS)), nothing=st.sampled_from(NOTHING), place=st.integers(0, 4)
)
def test_a_cell_of_nothing_changes_no_other_cell(name, nothing, place):
    header = "Tanggal" if name in ("dates", "months") else "X"
    cells = CELLS[name]
    with_it = [*cells[:place], nothing, *cells[place:]]
    before, after = typed(cells, header), typed(with_it, header)
    others = after.values.drop(after.values.index[min(place, len(cells))]).reset_index(drop=True)
    assert after.type is before.type and after.unit == before.unit
    assert [one.id for one in after.questions] == [one.id for one in before.questions]
    pd.testing.assert_series_equal(others, before.values.reset_index(drop=True))


def test_no_word_for_nothing_ever_becomes_zero():
    found = typed(["5", *NOTHING, "7"])
    assert found.issues == () and list(found.values.dropna()) == [5, 7]


@pytest.mark.parametrize("type", [one for one in ColumnType if one is not ColumnType.EMPTY])
def test_a_type_the_person_gives_is_kept_and_what_does_not_fit_is_told_by_cell(type):
    found = typed(["2025-01-05", "12,5", "ya", "1:30:00", "zzz"], types={"Nilai": type})
    assert found.type is type
    lost = {issue.place.cell for issue in found.issues}
    blank = {f"B{row}" for row, value in found.values.items() if pd.isna(value)}
    assert lost == blank and (type is ColumnType.TEXT) == (not lost)


def test_numbers_that_an_answer_cannot_read_are_told():
    found = typed(["1.234,50", "8.25", "3"], decimal={"": "comma"})
    assert [issue.place.cell for issue in found.issues] == ["B3"] and math.isnan(found.values[3])


@pytest.mark.parametrize("cells", [["3 m", "4 m"], ["2 mil", "3 mil"], ["1.5M", "2M"]])
def test_a_scale_word_of_two_meanings_is_asked(cells):
    assert [one.id for one in typed(cells, "X").questions] == ["suffix"]


@pytest.mark.parametrize(("cell", "unit"), [("5 t", "t"), ("12 mm", "mm"), ("7 g", "g")])
def test_small_units_are_no_scale_words(cell, unit):
    found = typed([cell, cell], "X")
    assert found.unit == unit and list(found.values) == [float(cell.split()[0])] * 2


@pytest.mark.parametrize("name", ["Deal ID", "Kode", "No. Transaksi"])
def test_ids_that_look_like_weeks_ask_for_no_year(name):
    words = pd.Series([f"W{i}" for i in range(1, 9)], dtype="str")
    kinds = pd.Series("text", index=words.index)
    read = read_column(name, "A", words, kinds, Context())
    assert (read.type, read.questions) == (ColumnType.TEXT, ())
    assert read_column("Minggu", "A", words, kinds, Context()).questions
    days = pd.Series(["03/04/2024"] * 8, dtype="str")
    (asked,) = read_column(f"{name} date", "A", days, kinds, Context()).questions
    assert asked.id == "date_order"


@pytest.mark.parametrize("calls", ["1.250.000", "Rp 1.250.000", "1,250,000", "1 250 000,50"])
def test_figures_under_a_name_of_phones_are_counted_where_nobody_dials_them(calls):
    def typed(cell):
        words = pd.Series([cell] * 8, dtype="str")
        return read_column("Telepon", "A", words, pd.Series("text", index=words.index), Context())

    assert typed(calls).type in (ColumnType.INTEGER, ColumnType.NUMBER)
    for dialled in ("0812345678", "+62 812 345 678", "021-555-1234", "0812.345.678",
                    "811.345.671", "628.112.345.671"):  # fmt: skip
        assert typed(dialled).type is ColumnType.TEXT
