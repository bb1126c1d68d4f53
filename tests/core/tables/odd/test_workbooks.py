"""Workbooks of every format are read right, or refused, and what they hide is said."""

from pathlib import Path

import pytest

from core.tables import read, to_csv
from tests.core.tables.odd.case import judged
from tests.core.tables.odd.workbooks import PARTS

CASES = [one for part in PARTS for one in part()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_workbook_is_read_right_or_refused(case):
    verdict, why = judged(case)
    assert verdict in ("right", "refused"), why


SAVED = Path(__file__).parents[1] / "saved"  # one workbook, saved by LibreOffice 7 in each format


@pytest.mark.parametrize("name", ["r.xls", "r.ods", "r.fods"])
def test_a_workbook_gives_the_same_table_and_notices_in_every_format(name):
    whole, other = (read((SAVED / one).read_bytes(), one).tables[0] for one in ("r.xlsx", name))
    assert to_csv(other) == to_csv(whole) and b"00014,," in to_csv(whole)
    assert [str(one) for one in other.notices] == [str(one) for one in whole.notices]
    assert sum("hidden" in str(one) for one in whole.notices) == 2
