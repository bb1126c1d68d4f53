"""Every cell of made company files is read as planted, asked about, or named as lost."""

from collections import Counter

import pytest

from tests.core.tables.judge import judged
from tests.core.tables.layouts import made
from tests.core.tables.torture import LAYOUTS
from tests.core.tables.written import written

FILES_PER_LAYOUT = 4


@pytest.mark.parametrize("layout", range(len(LAYOUTS)), ids=LAYOUTS)
def test_no_cell_is_wrong_in_silence(layout):
    found = Counter()
    for seed in range(layout, FILES_PER_LAYOUT * len(LAYOUTS), len(LAYOUTS)):
        case = made(seed)
        verdict, why = judged(case, *written(case))
        assert verdict in ("right", "asked"), f"seed {seed}: {verdict}, {why}"
        found[verdict] += 1
    assert found["right"] >= FILES_PER_LAYOUT - 1


def test_the_judge_sees_one_changed_cell():
    case = made(0)
    key = next(key for key, value in case.truth.items() if value)
    case.truth[key] = (case.truth[key] or 0) + 1
    assert judged(case, *written(case))[0] == "wrong"
