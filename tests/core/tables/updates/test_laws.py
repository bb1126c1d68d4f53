"""What holds of every update, whatever the figures."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables.updates import Mode, compare, take
from tests.core.tables.updates.made import same, shuffled, wide

FIGURES = st.one_of(
    st.none(), st.integers(0, 500).map(float), st.floats(-1e9, 1e9).map(lambda x: round(x, 3))
)
KEYS = st.tuples(st.integers(0, 8), st.sampled_from(["Bandung", "Jakarta", ""]))
DAYS = pd.period_range("2025-01", periods=9, freq="M").to_timestamp()


def tables(unique=True):
    """Tables of a few months and branches; keys may repeat unless unique."""
    row = st.tuples(KEYS, st.integers(0, 500).map(float), FIGURES)
    rows = st.lists(
        row, min_size=1, max_size=14, unique_by=(lambda one: one[0]) if unique else None
    )
    return rows.map(
        lambda many: wide([(DAYS[month], branch, *values) for (month, branch), *values in many])
    )


some, any_keys = tables(), tables(unique=False)
quick = settings(max_examples=25, deadline=None)


def told(table):
    """The rows without their order."""
    rows = table.frame.astype(object).where(table.frame.notna(), None)
    return sorted(map(repr, rows.itertuples(index=False, name=None)))


@quick
@given(any_keys)
def test_an_identical_file_changes_nothing(table):
    assert compare([table], [table]).is_same
    assert same(take([table], [table], Mode.UPDATE, {})[0], table)


@quick
@given(any_keys, st.integers(0, 99))
def test_shuffled_rows_change_nothing(table, seed):
    other = shuffled(table, seed)
    assert compare([table], [other]).is_same
    assert same(take([table], [other], Mode.UPDATE, {})[0], table)


def fits(before, after):
    """Whether the two may be put together; a jump of scale on every row stands in the way."""
    return not compare([before], [after], {}).issues


@quick
@given(any_keys, any_keys)
def test_after_an_update_nothing_is_new_or_changed(before, after):
    if not fits(before, after):
        return
    (result,) = take([before], [after], Mode.UPDATE, {})
    (change,) = compare([result], [after], {}).changes
    assert not len(change.new) and not len(change.changed)


@quick
@given(any_keys, any_keys)
def test_an_update_taken_twice_is_the_update_taken_once(before, after):
    if not fits(before, after):
        return
    once = take([before], [after], Mode.UPDATE, {})
    assert same(take(once, [after], Mode.UPDATE, {})[0], once[0])


@quick
@given(some, some, st.integers(0, 99))
def test_the_order_of_rows_does_not_matter(before, after, seed):
    if not fits(before, after):
        return
    plain = take([before], [after], Mode.UPDATE, {})[0]
    mixed = take([shuffled(before, seed)], [shuffled(after, seed + 1)], Mode.UPDATE, {})[0]
    assert told(plain) == told(mixed)


@quick
@given(any_keys, st.data())
def test_a_part_of_the_old_rows_changes_nothing(table, data):
    places = data.draw(st.sets(st.integers(0, len(table.frame) - 1), min_size=1))
    part = wide(list(table.frame.iloc[sorted(places)].itertuples(index=False, name=None)))
    (change,) = compare([table], [part]).changes
    assert not len(change.new) and not len(change.changed) and not len(change.emptied)
    assert len(change.vanished) == len(table.frame) - len(places)
    assert same(take([table], [part], Mode.UPDATE, {})[0], table)


@quick
@given(some, some)
def test_no_known_figure_is_lost_by_an_update(before, after):
    if not fits(before, after):
        return
    (result,) = take([before], [after], Mode.UPDATE, {})
    (change,) = compare([before], [after], {}).changes
    key = list(change.key) or ["Bulan", "Cabang"]  # one branch each month: the month names a row
    old = before.frame.merge(result.frame, on=key, suffixes=("", " now"))
    assert len(old) == len(before.frame)
    assert not (old["Omzet"].notna() & old["Omzet now"].isna()).any()


@quick
@given(some, some)
def test_counts_add_up(before, after):
    (change,) = compare([before], [after], {}).changes
    if change.key:
        assert len(change.new) + change.changed_rows + change.unchanged == len(after.frame)
        assert len(change.vanished) + change.changed_rows + change.unchanged == len(before.frame)


@quick
@given(any_keys, any_keys)
def test_replacing_gives_the_new_file(before, after):
    assert compare(take([before], [after], Mode.REPLACE, {}), [after]).is_same


@quick
@given(any_keys, any_keys)
def test_appending_keeps_every_row(before, after):
    if not fits(before, after):
        return
    (result,) = take([before], [after], Mode.APPEND, {})
    assert len(result.frame) == len(before.frame) + len(after.frame)
