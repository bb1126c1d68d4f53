"""The ways for large files, taken with small ones too, give the tables that the careful ways give.

`python -m tests.core.tables.test_quick_and_careful` compares them over every odd file.
"""

import sys
from itertools import islice

import pytest

from core.errors import Refusal
from core.settings import Settings
from core.tables.columns import column as columns
from core.tables.columns import plainly
from core.tables.files import ends, records, regular, regular_sheets
from core.tables.files.lying import grid_of
from core.tables.files.parse import parse
from core.tables.layout import tall, unlike
from core.tables.read import understood
from core.tables.stored import to_parquet
from tests.core.tables.odd import test_footers, test_headers, test_sheets, test_text_files
from tests.core.tables.odd.dates import date_files
from tests.core.tables.odd.kinds_of_cells import cell_files
from tests.core.tables.odd.numbers import number_files
from tests.core.tables.odd.test_workbooks import CASES as BOOKS

THRESHOLDS = (
    (regular, "WORTHWHILE"), (tall, "TALL"), (plainly, "WORTHWHILE"), (columns, "WORTHWHILE"),
    (ends, "WORTHWHILE"), (regular_sheets, "WORTHWHILE"), (records, "FEWEST"),
)  # fmt: skip
NEVER = 10**9


def odd_files():
    """Every odd file that no reader dies of."""
    yield from test_text_files.CASES
    yield from BOOKS
    for make in (*test_footers.MADE, *test_headers.MADE, *test_sheets.MADE):
        yield from make(0)
    for files in (date_files, number_files, cell_files):
        yield from files()


def outcome(odd):
    """The tables of a file as stored bytes, or why it is refused."""
    try:
        sheets = parse(odd.content, odd.source, Settings()).sheets
        tables = understood(tuple(map(grid_of, sheets)), odd.source, odd.answers)
    except Refusal as stop:
        return [str(stop.what)]
    return [to_parquet(one) for one in tables]


def set_all(change, least, edge):
    for module, name in THRESHOLDS:
        change(module, name, least)
    change(unlike, "EDGE", edge)


def both_ways(odd, change):
    """What the quick ways and what the careful ways make of a file."""
    set_all(change, 0, 6)
    change(unlike, "BEFORE", 3)
    change(unlike, "AFTER", 8)
    quickly = outcome(odd)
    set_all(change, NEVER, 500)
    return quickly, outcome(odd)


@pytest.mark.parametrize("odd", list(islice(odd_files(), 0, None, 12)), ids=lambda odd: odd.name)
def test_an_odd_file_gives_the_same_tables_both_ways(odd, monkeypatch):
    quickly, carefully = both_ways(odd, monkeypatch.setattr)
    assert quickly == carefully


if __name__ == "__main__":
    differing = 0
    for one in odd_files():
        quick, careful = both_ways(one, setattr)
        if quick != careful:
            differing += 1
            sys.stdout.write(f"{one.name} ({one.source}) differs\n")
    sys.stdout.write(f"{differing} files differ\n")
