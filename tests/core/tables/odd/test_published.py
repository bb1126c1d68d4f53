"""Each class that published data showed reads right, with its notices."""

import pytest

from tests.core.tables.odd.case import Odd, judged
from tests.core.tables.odd.published import published


@pytest.mark.parametrize("odd", published(3), ids=lambda odd: odd.name)
def test_reads_right(odd: Odd) -> None:
    assert judged(odd)[0] == "right", judged(odd)[1]
