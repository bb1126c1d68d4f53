"""Workbooks of every format are read right, or refused, and what they hide is said."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.workbooks import PARTS

CASES = [one for part in PARTS for one in part()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_workbook_is_read_right_or_refused(case):
    verdict, why = judged(case)
    assert verdict in ("right", "refused"), why
