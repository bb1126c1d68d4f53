"""Whether two files are of one template, whatever their months."""

from dataclasses import replace

import pytest

from core.tables import Column, ColumnType
from core.tables.updates import resemblance
from tests.core.tables.updates.made import BRANCH, LEADS, PERIOD, SALES, months, records, wide

SAME = 0.6  # from which a file is offered as an update
BEFORE = [wide(months(6))]


@pytest.mark.parametrize(
    "after",
    [
        [wide(months(6))],
        [wide(months(9))],
        [wide(months(3, first="2025-07"))],
        [wide(months(6), sheet="Feb")],
        [wide(months(6), (PERIOD, BRANCH, replace(LEADS, name="Prospek"), SALES))],
        [wide(months(6)), wide(months(6), sheet="Feb")],
        [wide(months(6), (replace(PERIOD, name="Periode"), BRANCH, LEADS, SALES))],
    ],
    ids=[
        "same",
        "grown",
        "next months",
        "sheet renamed",
        "column renamed",
        "extra sheet",
        "period",
    ],
)
def test_the_same_template_is_seen(after):
    assert resemblance(BEFORE, after) >= SAME


def test_extra_columns_do_not_hide_it():
    more = [(*row, 1.0, 2.0) for row in months(6)]
    columns = (
        PERIOD,
        BRANCH,
        LEADS,
        SALES,
        *(Column(x, "measure", ColumnType.NUMBER) for x in "PQ"),
    )
    assert resemblance(BEFORE, [wide(more, columns)]) >= SAME


def test_another_file_with_a_few_common_words_is_not():
    columns = (PERIOD, replace(BRANCH, name="Produk"), replace(LEADS, name="Retur"),
               replace(SALES, name="Stok"))  # fmt: skip
    rows = [(day, "Kopi", 7.0 * i % 5, 3.0 * i % 11) for i, (day, *_) in enumerate(months(6))]
    assert resemblance(BEFORE, [wide(rows, columns)]) < SAME / 1.5
    assert resemblance(BEFORE, [records([("D-1", "baru", 5.0), ("D-2", "baru", 7.0)])]) < 0.2


def test_nothing_resembles_nothing():
    assert resemblance([], BEFORE) == 0 and resemblance(BEFORE, []) == 0
