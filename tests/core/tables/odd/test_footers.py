"""Whatever stands between and below the records is no record, and is said."""

import pytest

from core.tables import read
from tests.core.tables.odd.case import judged
from tests.core.tables.odd.footers import MADE, group_headings

SEED = 1


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_only_records_are_data(make):
    found = {odd.name: judged(odd) for odd in make(SEED)}
    assert {name: one for name, one in found.items() if one[0] != "right"} == {}


@pytest.mark.parametrize("seed", [900, 901, 902])
def test_a_blank_row_before_a_heading_begins_no_other_table(seed):
    found = [judged(odd) for odd in group_headings(seed)]
    assert [one for one in found if one[0] != "right"] == []


@pytest.mark.parametrize(
    "between",
    [
        ["", "2025-01-04,", "2025-01-05,7"],  # after a blank row a record with a gap
        ["", "2025-01-04,9", "Tanggal,Jumlah", "2025-01-05,7"],  # the header, said again
        ["", "2025-01-04,9", "", "2025-01-05,7"],
    ],
)
def test_records_after_a_blank_row_go_on_with_the_table(between):
    lines = ["Tanggal,Jumlah", *(f"2025-01-0{i},{i}" for i in (1, 2, 3)), *between]
    (table,) = read("\n".join(lines).encode(), "harian.csv").tables
    assert table.frame["Tanggal"].dt.day.tolist() == [1, 2, 3, 4, 5]


def test_a_block_of_targets_below_a_table_is_no_group_of_it():
    lines = ["Kota,Omzet,Unit", "Jawa,,", "A,1,2", "B,3,4", "", "Target 2026,,", "A,5,6", "B,7,8"]
    tables = read("\n".join(lines).encode(), "kota.csv").tables
    assert [len(one.frame) for one in tables] == [2, 2]
