"""Odd columns of yes and no, lengths of time, given types: right, asked, never wrong in silence."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.kinds_of_cells import cell_files


@pytest.mark.parametrize("odd", cell_files(), ids=lambda odd: odd.name)
def test_cells_are_right_or_rightly_asked(odd):
    verdict, why = judged(odd)
    assert verdict in ("right", "asked"), f"{verdict}: {why}"
