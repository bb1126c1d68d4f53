"""Odd columns of numbers: right or rightly asked, never wrong without a word."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.numbers import number_files


@pytest.mark.parametrize("odd", number_files(), ids=lambda odd: odd.name)
def test_numbers_are_right_or_rightly_asked(odd):
    verdict, why = judged(odd)
    assert verdict in ("right", "asked"), f"{verdict}: {why}"
