"""What is written down comes back the same, and the same state gives the same bytes."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language import Amount, Share, Text, counted, packed, text, unpacked
from core.metrics import Role
from core.periods import Grain
from core.tables import Answers, ColumnType, RowRole, RowSaid
from core.tables.updates import Mode
from core.workspace import (
    Choice,
    Dataset,
    Event,
    EventKind,
    Note,
    Owner,
    Rhythm,
    Shading,
    State,
    Tracking,
    Upload,
)
from core.workspace.written import answers_json, answers_of, state_json, state_of

words = st.text(st.characters(codec="utf-8"), max_size=12)
maps = st.dictionaries(words, words, max_size=3)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
answers = st.builds(
    Answers,
    date_order=maps,
    decimal=maps,
    fields=maps,
    year=st.none() | st.integers(1900, 2100),
    sheet=st.none() | words,
    suffix=maps,
    types=st.dictionaries(words, st.sampled_from(ColumnType), max_size=2),
    rows=st.lists(
        st.builds(RowSaid, words, st.integers(1, 99), words, st.sampled_from(RowRole)), max_size=2
    ).map(tuple),
)
uploads = st.builds(
    Upload,
    id=words,
    source=words,
    digest=words,
    at=moments,
    mode=st.sampled_from(Mode),
    renamed=maps,
    tables=st.lists(words, max_size=2).map(tuple),
)
states = st.builds(
    State,
    name=words,
    datasets=st.lists(
        st.builds(
            Dataset, id=words, name=words, answers=answers, uploads=st.tuples(uploads, uploads)
        ),
        max_size=2,
    ).map(tuple),
    choice=st.builds(
        Choice,
        tables=st.none() | st.frozensets(st.tuples(words, st.integers(0, 9)), max_size=4),
        grain=st.none() | st.sampled_from(Grain),
        lags=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
        keep_unfinished=st.booleans(),
        roles=st.dictionaries(words, st.sampled_from(Role), max_size=3),
        holidays=st.none() | st.sampled_from(Shading),
        targets=st.dictionaries(words, st.floats(-1e9, 1e9), max_size=3),
    ),
    events=st.lists(
        st.builds(
            Event,
            id=words,
            at=moments,
            kind=st.sampled_from(EventKind),
            name=words,
            begins=st.dates(),
            ends=st.none() | st.dates(),
            note=words,
        ),
        max_size=2,
    ).map(tuple),
    tracked=st.dictionaries(
        words,
        st.builds(
            Tracking, st.sampled_from(Owner), st.sampled_from(Rhythm), st.none() | st.dates()
        ),
        max_size=2,
    ),
    notes=st.lists(
        st.builds(Note, id=words, at=moments, on=st.none() | st.dates(), text=words), max_size=2
    ).map(tuple),
)


@given(states)
def test_a_state_comes_back_and_is_written_alike(state):
    written = state_json(state)
    assert state_of(written) == state
    assert state_json(state_of(written)) == written


@given(answers)
def test_answers_come_back(said):
    assert answers_of(answers_json(said)) == said


def test_the_order_in_which_things_were_said_does_not_show():
    one = State(
        choice=Choice(frozenset({("a", 1), ("b", 2)}), roles={"x": Role.LEADING, "y": Role.LAGGING})
    )
    two = State(
        choice=Choice(frozenset({("b", 2), ("a", 1)}), roles={"y": Role.LAGGING, "x": Role.LEADING})
    )
    assert state_json(one) == state_json(two)


def test_a_state_of_another_version_is_not_read():
    with pytest.raises(ValueError, match="version 2"):
        state_of(state_json(State()).replace(b'"version":1', b'"version":2'))


VALUES = [
    "word", 7, 1234567, 0.1, float("inf"), True, date(2025, 12, 31), datetime(2025, 1, 2, 3, 4),
    pd.Period("2025-01", "M"), pd.Period("2025-01-05", "W-SUN"), pd.Period("2025Q3", "Q-DEC"),
    Amount(1.25, 1), Share(0.63), text("row {row}", row="7"),
    counted("{n} row", "{n} rows", 2), Text.joined(", ", [text("sheet “{sheet}”", sheet="A"), "b"]),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_text_says_the_same_after_it_was_packed(value):
    said = text("{value} and {other}", value=value, other="x")
    again = unpacked(packed(said))
    assert again == said
    assert [again.to(one) for one in ("id", "en")] == [said.to(one) for one in ("id", "en")]
