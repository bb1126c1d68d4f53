"""A column of distinct texts and places is, to whoever asks, the column of its texts."""

import pickle

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables.coded import TEXT, Coded, CodedWords, array_of, arrow_of, coded, coded_words
from core.tables.files.ends import equal, filled, first_bytes, fits, last_bytes, stripped

WORDS = st.sampled_from(["", "a", " a ", "Medan", "12", "é", "#REF!", "a\nb", "-"])
CELLS = st.lists(WORDS, min_size=1, max_size=30)


def both(cells, start=0):
    """The same column, from a row on, coded and as plain texts."""
    held = coded(pa.chunked_array([pa.array(cells, TEXT).dictionary_encode()]))
    column = pd.Series(CodedWords.of(held.narrowed()))
    return column.iloc[start:], pd.Series(cells, dtype="str").iloc[start:]


@settings(deadline=None)
@given(cells=CELLS, start=st.integers(0, 29))
def test_pandas_sees_the_texts(cells, start):
    ours, plain = both(cells, min(start, len(cells) - 1))
    pd.testing.assert_series_equal(ours, plain)
    pd.testing.assert_series_equal(ours.str.strip(), plain.str.strip())
    pd.testing.assert_series_equal(ours.mask(plain.eq("a"), "b"), plain.mask(plain.eq("a"), "b"))
    codes, words = ours.factorize()
    expected, texts = plain.factorize()
    assert codes.tolist() == expected.tolist() and list(words) == list(texts)
    assert list(ours.unique()) == list(plain.unique())
    assert ours.value_counts().to_dict() == plain.value_counts().to_dict()
    pd.testing.assert_series_equal(pickle.loads(pickle.dumps(ours)), plain)


@settings(deadline=None)
@given(cells=CELLS, start=st.integers(0, 29))
def test_the_distinct_texts_are_those_of_the_rows_in_their_order(cells, start):
    ours, plain = both(cells, min(start, len(cells) - 1))
    held = coded_words(ours)
    assert held.words.to_pylist() == list(dict.fromkeys(plain))
    assert held.texts.to_pylist() == plain.tolist()


@settings(deadline=None)
@given(cells=CELLS)
def test_whatever_is_asked_of_each_cell_has_the_same_answer(cells):
    ours, plain = (arrow_of(one.array) for one in both(cells))
    for ask in (first_bytes, last_bytes, filled, lambda one: equal(one, "a")):
        assert ask(ours).tolist() == ask(plain).tolist()
    some = np.ones(len(cells), bool)
    assert fits(ours, r"\d", some).tolist() == fits(plain, r"\d", some).tolist()
    bare = array_of(stripped(ours))
    assert list(bare) == [cell.strip() for cell in cells]
    assert len(set(bare.factorize()[1])) == len(bare.factorize()[1])


def test_a_cell_changed_in_place_changes_no_other_column():
    ours, plain = both(["a", "b", "a"])
    other = ours.copy()
    other.iloc[0] = "c"
    assert other.tolist() == ["c", "b", "a"] and ours.tolist() == plain.tolist()


@pytest.mark.parametrize("count", [2, 200, 40_000])
def test_codes_take_as_few_bytes_as_their_number_needs(count):
    held = Coded(np.arange(count), pa.array([str(i) for i in range(count)], TEXT)).narrowed()
    assert held.codes.tolist() == list(range(count))
    assert held.codes.itemsize == {2: 1, 200: 2, 40_000: 4}[count]
