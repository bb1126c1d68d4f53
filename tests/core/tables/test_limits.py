"""Each stated limit, at the limit and one over; the real ones are far too large for a test."""

import io
import weakref

import pytest
import xlsxwriter

from core.errors import Refusal
from core.settings import Settings, settings
from core.tables import read
from core.tables.files.memory import give_back
from core.tables.files.parse import parse
from core.tables.files.sheets import Sheet

LIMITS = {"rows": 50, "columns": 6, "cells": 200, "sheets": 3, "upload_mb": 1}


def lines(rows, columns):
    head = [f"k{i}" for i in range(columns)]
    body = [[f"{row * columns + i}" for i in range(columns)] for row in range(rows)]
    return "\n".join(",".join(one) for one in [head, *body]).encode()


def book(rows, columns, sheets=1):
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out)
    for number in range(sheets):
        sheet = made.add_worksheet(f"S{number}")
        for row in range(rows + 1):
            sheet.write_row(row, 0, [f"k{i}" if row == 0 else row + i for i in range(columns)])
    made.close()
    return out.getvalue()


@pytest.mark.parametrize(("make", "name"), [(lines, "a.csv"), (book, "a.xlsx")])
@pytest.mark.parametrize(
    ("at", "over", "figures"),
    [((50, 3), (51, 3), ("52", "50")), ((5, 6), (5, 7), ("7", "6")), ((39, 5), (40, 5), ("200",))],
    ids=["rows", "columns", "cells"],
)
def test_a_sheet_at_a_limit_is_read_and_one_over_is_refused_with_both_figures(
    make, name, at, over, figures
):
    limits = Settings(**LIMITS)
    assert parse(make(*at), name, limits).sheets
    with pytest.raises(Refusal) as stop:
        parse(make(*over), name, limits)
    said = str(stop.value.what)
    assert all(one in said for one in figures), said
    assert stop.value.what.to("id") != said and str(stop.value.remedy)


def test_sheets_and_size_have_their_limit_too():
    limits = Settings(**LIMITS)
    assert len(parse(book(3, 2, 3), "a.xlsx", limits).sheets) == 3
    with pytest.raises(Refusal, match="at most 3"):
        parse(book(3, 2, 4), "a.xlsx", limits)
    full = (lines(40, 3) + b"\n").ljust(1024**2)
    assert parse(full, "a.csv", limits).sheets
    with pytest.raises(Refusal, match="at most 1 MB"):
        parse(full + b" ", "a.csv", limits)


def test_the_stated_limits_are_the_promised_ones():
    given = settings()
    assert (given.upload_mb, given.unpacked_mb, given.members, given.sheets) == (
        200,
        1024,
        1000,
        200,
    )
    assert (given.rows, given.columns, given.cells) == (1_000_000, 2000, 20_000_000)
    assert (given.parse_seconds, given.parse_memory_mb) == (30, 2048)


def test_nothing_keeps_a_table_once_its_reading_is_let_go():
    reading = read(lines(40, 3), "a.csv")
    kept = [weakref.ref(one) for one in (reading, reading.tables[0].frame, reading.grids[0].cells)]
    del reading
    assert [one() for one in kept] == [None, None, None]


def test_a_sheet_of_text_holds_its_cells_once():
    sheet = Sheet("")
    sheet.append_text(["a", "b"])
    assert [len(one) for one in sheet.cells] == [1, 1]


def test_memory_is_given_back_without_losing_what_is_held():
    reading = read(lines(40, 3), "a.csv")
    give_back()
    assert len(reading.tables[0].frame) == 40
