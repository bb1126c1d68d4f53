"""A large regular text file cut by Arrow is the sheet the careful way gives, or is left to it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Refusal
from core.settings import Settings
from core.tables.files import records, regular, textual
from core.tables.files.sheets import ArrowCells
from core.tables.files.textual import read_text

PLAIN = ["1", "2024-01-05", "Budi", "", "12.5", "Tim Barat", "007", "é", "\u00a0x", " y "]
QUOTED = ['"a,b"', '"kata ""besar"" ini"', '""', '"dua\nbaris"', '"a;b"']
ODD_LINES = ["", "Laporan 2024", "# catatan", ",,,", "1,2,3,4,5,6", " , , , ", "---,---,---,---",
             "x,", "Total,,,9", '"lebar, sekali"', "a,b,c,d,,", "a,b,c,  "]  # fmt: skip
BROKEN = ['"', 'a,"b,c,d', 'a,b"b,c,d', 'a,"b"x,c,d', "a,'b','c','d'", 'a, "b",c,d', "a\rb"]


def as_read(content, limits=None):
    """What the sheet holds, or the words of its refusal."""
    try:
        sheet = read_text(content, "a.csv", limits or Settings())
    except Refusal as stop:
        return stop.what, stop.place
    cells = [list(column) for column in sheet.cells]
    return sheet.height, cells, sheet.notices


def both(content, patch, limits=None):
    """The sheet by either way, and whether the quick one answered."""
    answered = []

    def watched(pieces, written):
        found = regular.regularly(pieces, written)
        answered.append(found is not None)
        return found

    with patch.context() as quick:
        quick.setattr(regular, "WORTHWHILE", 1)
        quick.setattr(records, "BLOCK", 400)
        quick.setattr(records, "FEWEST", 1)
        quick.setattr(textual, "regularly", watched)
        found = as_read(content, limits)
    with patch.context() as slow:
        slow.setattr(textual, "regularly", lambda *_: None)
        assert found == as_read(content, limits)
    return any(answered)


ODD_LINE = st.sampled_from(ODD_LINES)
LINE = st.lists(st.sampled_from(PLAIN + QUOTED), min_size=4, max_size=4).map(",".join)


@settings(max_examples=300, deadline=None)
@given(
    lines=st.lists(st.one_of(LINE, LINE, LINE, ODD_LINE), min_size=5, max_size=40),
    broken=st.lists(st.sampled_from(BROKEN), max_size=1),
    place=st.integers(0, 40),
    end=st.sampled_from(["\n", "\r\n"]),
    last=st.sampled_from(["", "\n", "\n\n"]),
)
def test_both_ways_cut_a_text_alike(lines, broken, place, end, last):
    lines[place:place] = broken
    body = end.join(["kode,tanggal,nama,nilai", *lines]) + last.replace("\n", end)
    both(body.encode(), pytest.MonkeyPatch())


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("cell", ["Tim {}", '"Tim {}"', '"Tim ""{}"" A"', '"Tim\n{}"'])
def test_a_regular_file_is_cut_by_arrow(separator, cell, monkeypatch):
    rows = [separator.join((f"{i:05}", cell.format(i), "2024-01-05", f"{i}.5")) for i in range(300)]
    titled = ["Laporan", "", separator.join(("kode", "tim", "tanggal", "nilai")), *rows, "Catatan"]
    assert both("\n".join(titled).encode(), monkeypatch)


@pytest.mark.parametrize("over", ["rows", "columns", "cells"])
def test_both_ways_refuse_the_same_row_in_the_same_words(over, monkeypatch):
    draw = random.Random(1)
    rows = [",".join(draw.choice(PLAIN[:7]) for _ in range(4)) for _ in range(60)]
    content = "\n".join(["a,b,c,d", *rows]).encode()
    tight = {"rows": 60, "columns": 4, "cells": 10_000}
    assert both(content, monkeypatch, Settings(**tight))
    assert as_read(content, Settings(**tight))[0] == 61
    tight[over] = {"rows": 59, "columns": 3, "cells": 200}[over]
    assert both(content, monkeypatch, Settings(**tight))
    assert "read" in str(as_read(content, Settings(**tight))[0])


def test_the_columns_of_a_regular_file_hold_no_python_text(monkeypatch):
    monkeypatch.setattr(regular, "WORTHWHILE", 1)
    sheet = read_text(b"kode,nilai\n" + b"007,1.5\n" * 50, "a.csv", Settings())
    assert all(isinstance(column, ArrowCells) for column in sheet.cells)
