"""No record is lost to a header that is not there."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.headless import headless

CASES = [odd for seed in range(3) for odd in headless(seed)]


@pytest.mark.parametrize("odd", CASES, ids=lambda odd: odd.name)
def test_the_first_record_of_a_table_without_a_header_is_kept(odd):
    verdict, why = judged(odd)
    assert verdict == "right", why
