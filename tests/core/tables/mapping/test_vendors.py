"""Every header list of real exports that was collected: the kind and the field of each column."""

from functools import cache

import pytest

from core.tables import Answers, Table, read
from tests.core.tables.mapping.vendors import Layout, exported, layouts

LEFT = ("", "measure", "dimension")
ASKED = {"ask": "score", "words": "comment"}
KINDS_RIGHT, COLUMNS_RIGHT = 0.95, 0.95
WEAKEST = 0.75  # of the columns of any one vendor


@cache
def understood(layout: Layout) -> Table:
    """A layout with cells as its vendor writes them; only the order of its dates is said."""
    answers = Answers(date_order={"": "mdy" if layout.month_first else "dmy"})
    return read(exported(layout), "export.csv", answers).tables[0]


def hits(layout: Layout) -> list[bool]:
    """Column by column: whether it is what the truth says, or one of what it allows."""
    found = {one.name: one.field for one in understood(layout).columns}
    other = understood(layout).kind.value == "other" and "other" in layout.kinds
    return [
        found.get(header) in (*LEFT, "period") if other else is_right(found.get(header), fields)
        for header, fields, _ in layout.columns
    ]


def is_right(found: str | None, fields: tuple[str, ...]) -> bool:
    if found in LEFT:
        return "-" in fields
    return found in fields or (found or "").partition(":")[0] in {ASKED.get(one) for one in fields}


def test_nearly_every_export_is_taken_for_what_it_is():
    right = [understood(one).kind.value in one.kinds for one in layouts()]
    assert sum(right) / len(right) >= KINDS_RIGHT


def test_nearly_every_column_of_every_export_is_taken_for_what_it_is():
    right = [hit for one in layouts() for hit in hits(one)]
    assert sum(right) / len(right) >= COLUMNS_RIGHT


@pytest.mark.parametrize("vendor", sorted({one.vendor for one in layouts()}))
def test_no_vendor_is_left_behind(vendor):
    right = [hit for one in layouts() if one.vendor == vendor for hit in hits(one)]
    assert sum(right) / len(right) >= WEAKEST
