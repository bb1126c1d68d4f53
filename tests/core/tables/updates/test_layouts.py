"""Every way in which a company lays its figures out can be brought again next month."""

from dataclasses import replace

import pytest

from core.tables import TableKind, read
from core.tables.updates import Mode, compare, resemblance, take
from tests.core.tables.layouts import made
from tests.core.tables.torture import LAYOUTS
from tests.core.tables.updates.made import same, shuffled
from tests.core.tables.written import written


def period_of(table):
    return next(one.name for one in table.columns if one.field == "period")


def without_last(table):
    """The table as it was one period ago."""
    days = table.frame[period_of(table)]
    kept = (days != days.max()).to_numpy()
    origin = None if table.origin is None else table.origin[kept].reset_index(drop=True)
    return replace(table, frame=table.frame[kept], origin=origin), int((~kept).sum())


@pytest.mark.parametrize("seed", range(2 * len(LAYOUTS)))
def test_the_newest_period_is_new_and_nothing_else(seed):
    after = read(*written(made(seed))).tables
    if any(one.kind is TableKind.OTHER or one.questions for one in after):
        pytest.skip("asked first")
    assert compare(after, after).is_same
    mixed = [replace(shuffled(one, seed), origin=None) for one in after]
    assert compare(after, mixed).is_same
    cut = [without_last(one) for one in after]
    before = [table for table, _ in cut]
    assert resemblance(before, after) >= 0.9
    for change, (table, dropped) in zip(compare(before, after).changes, cut, strict=True):
        assert len(change.new) == dropped and change.unchanged == len(table.frame)
        assert not len(change.changed) and not len(change.vanished) and not change.renamed
    for one, other in zip(take(before, after, Mode.UPDATE, {}), after, strict=True):
        assert compare([one], [other]).is_same
        for position in range(len(one.frame)):
            value = next(c.name for c in one.columns if c.field in ("value", "measure"))
            assert one.place(position, value).cell
    assert all(map(same, take(after, mixed, Mode.UPDATE, {}), after))
