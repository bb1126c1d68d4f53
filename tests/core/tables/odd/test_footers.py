"""Whatever stands between and below the records is no record, and is said."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.footers import MADE

SEED = 1


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_only_records_are_data(make):
    found = {odd.name: judged(odd) for odd in make(SEED)}
    assert {name: one for name, one in found.items() if one[0] != "right"} == {}
