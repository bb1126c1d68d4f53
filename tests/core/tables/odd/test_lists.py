"""A list alone in its file is a table of one column; prose in one column is none."""

import pytest

from core.tables import Answers, RowRole, RowSaid, read
from tests.core.tables.odd.case import judged
from tests.core.tables.odd.lists import lists, no_lists


@pytest.mark.parametrize("seed", range(3))
def test_a_list_is_read_whole(seed):
    found = {odd.name: judged(odd) for odd in lists(seed)}
    assert {name: said for name, said in found.items() if said[0] != "right"} == {}


@pytest.mark.parametrize("odd", no_lists(), ids=lambda odd: odd.name)
def test_what_is_no_list_is_refused_with_a_way_on(odd):
    assert judged(odd)[0] == "refused"


def test_the_first_entry_taken_for_a_name_is_data_when_the_person_says_so():
    names = b"Budi\nSiti\nAgus\nDewi\nRina\nJoko\nMade\n"
    assert len(read(names, "a.csv").tables[0].frame) == 6
    said = Answers(rows=(RowSaid("", 1, "Budi", RowRole.DATA),))
    assert len(read(names, "a.csv", said).tables[0].frame) == 7
