import pytest

from tests.core.tables.odd import outside
from tests.core.tables.odd.case import judged

SMALL = [(seed, odd) for seed in range(6) for odd in outside.small_tables(seed)]


@pytest.mark.parametrize("odd", [pytest.param(odd, id=f"{odd.name}-{n}") for n, odd in SMALL])
def test_a_small_table_of_words_keeps_its_header_and_every_row(odd):
    assert judged(odd) == ("right", "")


@pytest.mark.parametrize("odd", outside.said_otherwise(), ids=lambda odd: odd.name)
def test_what_one_make_of_cells_means_is_read_or_refused(odd):
    verdict, why = judged(odd)
    assert verdict == ("refused" if odd.columns is None else "right"), why
