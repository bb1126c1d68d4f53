"""Oddities that are read one by one are read together, too."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.combined import combined


@pytest.mark.parametrize("seed", range(30))
def test_several_oddities_in_one_file_are_read_right(seed):
    odd = combined(seed)
    told, why = judged(odd)
    assert told == "right", f"{odd.name}: {why}"
