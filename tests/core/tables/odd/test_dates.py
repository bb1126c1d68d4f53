"""Odd columns of dates: right or rightly asked, never wrong without a word."""

import pytest

from tests.core.tables.odd.case import judged
from tests.core.tables.odd.dates import date_files


@pytest.mark.parametrize("odd", date_files(), ids=lambda odd: odd.name)
def test_dates_are_right_or_rightly_asked(odd):
    verdict, why = judged(odd)
    assert verdict in ("right", "asked"), f"{verdict}: {why}"
