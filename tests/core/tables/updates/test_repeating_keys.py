"""Rows whose key repeats: the key of the first update holds, so that no file taken again adds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables import Column, ColumnType, TableKind
from core.tables.stored import from_parquet, to_parquet
from core.tables.updates import Mode, compare, take
from tests.core.tables.updates.made import (
    BRANCH,
    LEADS,
    PERIOD,
    SALES,
    months,
    same,
    shuffled,
    wide,
)

COUNT = Column("Jumlah", "measure", ColumnType.INTEGER, letter="C")
AMOUNT = Column("Nilai", "measure", ColumnType.NUMBER, letter="D")
# kind -> what its rows are told apart by, and how two rows with one key may differ beside
KEYED = {
    TableKind.ORDERS: (("order_id", "product"), ["Meja", "Kursi", ""]),
    TableKind.DEALS: (("deal_id", "stage"), ["Baru", "Menang", ""]),
    TableKind.STAGE_HISTORY: (("deal_id", "stage"), ["Baru", "Demo", ""]),
    TableKind.SURVEY: (("respondent", "question"), ["Puas?", "Kenapa?", ""]),
    TableKind.LEADS: (("lead_id", "source"), ["Web", "Iklan", ""]),
    TableKind.CUSTOMERS: (("customer_id", ""), ["Baru", ""]),
}
quick = settings(max_examples=15, deadline=None)


@st.composite
def made(draw):
    """Months, numbered records or answers: a fifth to two fifths of the rows repeat their key."""
    kind = draw(st.sampled_from([TableKind.KPI_WIDE, *KEYED]))
    size = draw(st.integers(5, 20))
    keys = size - round(size * draw(st.floats(0.2, 0.4)))
    day = [one[0] for one in months(keys)]
    fields, words = KEYED.get(kind, (("period", "dimension"), ["Bandung", "Jakarta", ""]))
    named = [day[i % keys] if kind is TableKind.KPI_WIDE else f"K-{i % keys}" for i in range(size)]
    figures = st.tuples(st.sampled_from(words), st.integers(1, 9), st.none() | st.integers(1, 99))
    rows = [(one, *draw(figures)) for one in named]
    first = PERIOD if kind is TableKind.KPI_WIDE else Column("Kunci", fields[0], ColumnType.TEXT)
    second = replace(BRANCH, field=fields[1])
    return replace(wide(rows, (first, second, COUNT, AMOUNT)), kind=kind)


@st.composite
def later(draw, before):
    """The next file: some rows gone, some corrected, some blank now, and new ones."""
    rows = list(before.frame.itertuples(index=False, name=None))
    words = [one[1] for one in rows]
    found = []
    for name, word, count, amount in rows:
        match draw(st.integers(0, 9)):
            case 0:
                continue
            case 1 | 2:
                found.append((name, word, 99.0, amount))
            case 3 | 4:
                found.append((name, word, count, None))
            case 5:
                found.append((name, draw(st.sampled_from(words)), count, amount))
            case _:
                found.append((name, word, count, amount))
    new = st.tuples(st.sampled_from([one[0] for one in rows]), st.sampled_from(words),
                    st.integers(1, 9), st.none() | st.integers(1, 99))  # fmt: skip
    found += draw(st.lists(new, min_size=0 if found else 1, max_size=8))
    return replace(wide(found, before.columns), kind=before.kind)


def saved_again(table, seed):
    """The same rows as another file has them."""
    return replace(table, frame=shuffled(table, seed).frame)


def taken(before, after):
    """The table once the file is taken in, as it is stored; None where it must not be."""
    if compare([before], [after], {}).issues:
        return None
    return from_parquet(to_parquet(take([before], [after], Mode.UPDATE, {})[0]))


@quick
@given(made(), st.integers(0, 99))
def test_the_same_file_saved_again_changes_nothing(table, seed):
    again = saved_again(table, seed)
    assert compare([table], [again]).is_same
    assert same(take([table], [again], Mode.UPDATE, {})[0], table)


@quick
@given(st.data(), made(), st.integers(0, 99))
def test_every_later_file_taken_again_changes_nothing(data, table, seed):
    for _ in range(3):
        after = data.draw(later(table))
        grown = taken(table, after)
        if grown is None:
            return
        (change,) = compare([grown], [saved_again(after, seed)], {}).changes
        assert not len(change.new) and not len(change.changed)
        assert change.key == grown.key or grown.key is None
        table = grown


@quick
@given(st.data(), made(), st.integers(0, 99))
def test_a_corrected_row_is_the_only_one_that_changes(data, table, seed):
    grown = taken(table, data.draw(later(table))) if data.draw(st.booleans()) else table
    if grown is None or grown.key == ():  # whole rows: said, and held below
        return
    frame = grown.frame.copy()
    place = data.draw(st.integers(0, len(frame) - 1))
    frame.iloc[place, 2] = 1234.0
    (change,) = compare([grown], [saved_again(replace(grown, frame=frame), seed)], {}).changes
    assert not len(change.new) and not len(change.vanished) and not len(change.emptied)
    assert change.changed["column"].tolist() == ["Jumlah"]
    row = grown.frame.iloc[change.changed["old"].iloc[0]]
    assert row.equals(grown.frame.iloc[place]) and change.changed["after"].tolist() == [1234.0]


def test_the_key_of_the_first_update_is_kept_with_the_table():
    once = taken(wide(months(4)), wide(months(5)))
    assert once.key == ("Bulan",)
    twice = [(*one[:3], one[3] + 1) for one in months(5)] * 2  # by itself whole rows would do
    assert compare([once], [wide(twice)]).changes[0].key == ("Bulan",)
    assert taken(once, wide(twice)).key == ("Bulan",)


def test_another_branch_after_months_of_one_is_new_rows_not_changed_ones():
    once = taken(wide(months(4)), wide(months(5)))
    jakarta = wide(months(5, branch="Jakarta", factor=2))
    (change,) = compare([once], [jakarta]).changes
    assert change.key == ("Bulan", "Cabang")
    assert len(change.new) == 5 and not len(change.changed)
    assert taken(once, jakarta).key == ("Bulan", "Cabang")


def test_a_file_without_the_column_that_names_rows_is_compared_by_whole_rows_and_the_key_kept():
    both = wide([*months(4), *months(4, branch="Jakarta", factor=2)])
    once = taken(both, wide([*months(5), *months(5, branch="Jakarta", factor=2)]))
    assert once.key == ("Bulan", "Cabang")
    lacking = wide([(one[0], *one[2:]) for one in months(6)], (PERIOD, LEADS, SALES))
    (change,) = compare([once], [lacking]).changes
    assert change.key == () and change.remembered == ("Bulan", "Cabang")
    assert any("whole rows" in one.to("en") for one in change.notices)


@pytest.mark.parametrize("mode", [Mode.REPLACE, Mode.APPEND])
def test_only_updates_settle_what_tells_rows_apart(mode):
    assert take([wide(months(4))], [wide(months(5))], mode, {})[0].key is None
