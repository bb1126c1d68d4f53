"""Pages, captions, codes above names and years from April read right; plain ones are asked."""

import pytest

from core.tables import Answers, read
from tests.core.tables.odd.case import Odd, judged
from tests.core.tables.odd.parted import parted


@pytest.mark.parametrize("odd", parted(5), ids=lambda odd: odd.name)
def test_reads_right(odd: Odd) -> None:
    wanted = "asked" if odd.asks else "right"
    assert judged(odd)[0] == wanted, judged(odd)[1]


@pytest.mark.parametrize(("start", "first"), [(4, "2021-04-01"), (1, "2022-04-01")])
def test_the_answer_says_what_plain_years_beside_april_mean(start: int, first: str) -> None:
    odd = next(one for one in parted(5) if one.name == "financial plain across")
    (table,) = read(odd.content, odd.source, Answers(fiscal_start=start)).tables
    (open_,) = read(odd.content, odd.source).tables[0].questions
    assert str(start) in [value for value, _ in open_.choices]
    assert (
        str(table.frame[table.frame["value"].eq(_first_value(odd))]["period"].iloc[0])[:10] == first
    )


def _first_value(odd: Odd) -> int:
    return int(odd.content.decode().splitlines()[1].split(";")[1])
