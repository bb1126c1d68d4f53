"""Whatever its header looks like, each column has its name and no row is swallowed."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.headers import MADE

SEED = 1


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_columns_have_the_names_their_header_gives(make):
    found = {odd.name: judged(odd) for odd in make(SEED)}
    assert {name: one for name, one in found.items() if one[0] != "right"} == {}
