"""Groups and their parts in one column are taken apart where sums or letters prove it."""

import pytest

from core.tables import read
from tests.core.tables.odd.case import judged
from tests.core.tables.odd.outlines import headed, no_outlines, outlines

CASES = [odd for make in (outlines, headed, no_outlines) for seed in range(4) for odd in make(seed)]


@pytest.mark.parametrize("odd", CASES, ids=lambda odd: odd.name)
def test_no_group_is_taken_for_one_of_its_parts(odd):
    verdict, why = judged(odd)
    assert verdict == "right", why


def test_sums_on_two_levels_stay_and_are_said():
    lines = ["Row Labels;Omzet;Deal", "Jawa;4512;91", "Jakarta;1013;22", "Kota;612;11",
             "Depok;401;11", "Bandung;3499;69", "Dago;1500;30", "Braga;1999;39"]  # fmt: skip
    (table,) = read("\n".join(lines).encode(), "pivot.csv").tables
    assert len(table.frame) == 7
    assert any("count twice" in one.to("en") for one in table.notices)


def test_a_lone_label_that_may_be_a_heading_is_said():
    lines = ["Cabang;Omzet", "Jawa;", "Jakarta;100", "Bandung;200", "Bali;", "Ubud;90"]
    (table,) = read("\n".join(lines).encode(), "cabang.csv").tables
    assert len(table.frame) == 5
    assert any("Rows 2, 5 hold a label" in one.to("en") for one in table.notices)
