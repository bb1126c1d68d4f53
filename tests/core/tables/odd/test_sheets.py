"""Wherever a table lies on its sheet, it is read whole and nothing else is."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.sheets import MADE

SEED = 1


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_a_table_is_read_wherever_it_lies(make):
    found = {odd.name: judged(odd) for odd in make(SEED)}
    assert {name: one for name, one in found.items() if one[0] != "right"} == {}
