"""Columns of texts that come again and again: the distinct ones, and which of them each row holds.

To pandas they are columns of text like any other; who asks for the texts themselves gets them,
made once.
"""

from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas import arrays

ArrowStringArray: Any = arrays.ArrowStringArray  # its parts that a subclass needs have no stubs
TEXT = pa.large_string()
HEAD = 10_000  # rows looked at first
_DTYPE = pd.StringDtype("pyarrow", np.nan)


class Coded:
    """Distinct texts, and for each row the place of its own among them."""

    def __init__(self, codes: np.ndarray, words: pa.Array) -> None:
        self.codes = codes
        self.words = words

    @cached_property
    def texts(self) -> pa.ChunkedArray:
        """The text of each row."""
        return pa.chunked_array([self.words.take(pa.array(self.codes))], TEXT)

    @cached_property
    def used(self) -> "Coded":
        """The same with no text that no row holds, in the order in which rows show them."""
        count, rows = len(self.words), len(self.codes)
        for most in (HEAD, rows):  # the first rows tell it of texts that all stand among them
            some = self.codes[:most]
            first = np.full(count, rows, np.int64)
            first[some[::-1]] = np.arange(len(some))[::-1]  # of several rows, the last one stays
            known = int(np.count_nonzero(first < rows))
            if known == count:
                break
        if known == count and (first[1:] > first[:-1]).all():
            return self
        order = np.argsort(first, kind="stable")[:known]
        places = np.zeros(count, np.int64)
        places[order] = np.arange(known)
        return Coded(places[self.codes], self.words.take(pa.array(order)))

    def rewritten(self, words: pa.Array) -> "Coded":
        """Other texts in place of the distinct ones; those now alike are one."""
        once = words.dictionary_encode()
        if len(once.dictionary) == len(words):
            return Coded(self.codes, words)
        return Coded(once.indices.to_numpy()[self.codes], once.dictionary).narrowed()

    def part(self, rows: slice) -> "Coded":
        """Some rows of it."""
        return Coded(self.codes[rows], self.words)

    def narrowed(self) -> "Coded":
        """The same in as few bytes as the number of distinct texts allows."""
        return Coded(self.codes.astype(_narrow(len(self.words))), self.words)

    def arrow(self) -> pa.ChunkedArray:
        """The column as Arrow holds such columns."""
        return pa.chunked_array([pa.DictionaryArray.from_arrays(self.codes, self.words)])


class CodedWords(ArrowStringArray):  # type: ignore[misc]
    """A pandas array of such a column, whose texts are made when they are first asked for."""

    _coded: Coded | None = None
    _made: pa.ChunkedArray | None = None

    @staticmethod
    def of(coded: Coded) -> "CodedWords":
        """The array of a column."""
        found = CodedWords.__new__(CodedWords)
        found._coded, found._dtype, found._cache = coded, _DTYPE, {}
        return found

    @property
    def _pa_array(self) -> pa.ChunkedArray:
        return self._made if self._coded is None else self._coded.texts

    @_pa_array.setter
    def _pa_array(self, texts: pa.ChunkedArray) -> None:
        """Where pandas changes cells in place, the column is one of plain texts from then on."""
        self._made, self._coded = texts, None

    def _from_pyarrow_array(self, pa_array: Any) -> Any:
        return ArrowStringArray(pa_array, dtype=self._dtype)

    def __len__(self) -> int:
        return len(self._pa_array if self._coded is None else self._coded.codes)

    def __getitem__(self, item: Any) -> Any:
        if self._coded is not None and isinstance(item, slice):
            return self._again(self._coded.part(item))
        return super().__getitem__(item)

    def copy(self) -> Any:
        """The same column; what Arrow holds never changes."""
        return super().copy() if self._coded is None else CodedWords.of(self._coded)

    def view(self, dtype: Any = None) -> Any:
        """The same column."""
        if dtype is not None or self._coded is None:
            return super().view(dtype)
        return self._again(self._coded)

    def factorize(self, use_na_sentinel: bool = True) -> tuple[np.ndarray, Any]:
        """The place of each row's text among the distinct ones, and those."""
        if self._coded is None:
            codes, words = super().factorize(use_na_sentinel)
            return codes, words
        used = self._coded.used
        return used.codes.astype(np.intp), ArrowStringArray(used.words, dtype=self._dtype)

    def __reduce__(self) -> Any:
        return ArrowStringArray(self._pa_array, dtype=self._dtype).__reduce__()

    def _again(self, coded: Coded) -> "CodedWords":
        found = CodedWords.of(coded)
        found._readonly = self._readonly
        return found


def is_coded(column: pa.ChunkedArray) -> bool:
    """Whether Arrow holds a column as distinct texts."""
    return bool(pa.types.is_dictionary(column.type))


def coded(column: pa.ChunkedArray) -> Coded:
    """Such a column."""
    chunks = column.unify_dictionaries().chunks
    if not chunks:
        return Coded(np.empty(0, np.int8), pa.array([], TEXT))
    words = chunks[0].dictionary
    codes = [one.indices.to_numpy() for one in chunks]
    whole = codes[0] if len(codes) == 1 else _joined(codes, len(words))
    return Coded(whole, words if words.type == TEXT else words.cast(TEXT))


def _joined(codes: list[np.ndarray], words: int) -> np.ndarray:
    """Codes in a row, in as few bytes as the number of distinct texts allows."""
    return np.concatenate(codes, dtype=_narrow(words), casting="unsafe")


def _narrow(words: int) -> np.dtype[Any]:
    return np.min_scalar_type(-words - 1)


def texts_of(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column as plain texts."""
    return coded(column).texts if is_coded(column) else column


def array_of(column: pa.ChunkedArray) -> Any:
    """A column as a pandas array."""
    return CodedWords.of(coded(column)) if is_coded(column) else column.to_pandas().array


def arrow_of(array: Any) -> pa.ChunkedArray:
    """A pandas array of texts as Arrow holds it."""
    if isinstance(array, CodedWords) and array._coded is not None:
        return array._coded.arrow()
    found = pa.array(array, TEXT)
    return found if isinstance(found, pa.ChunkedArray) else pa.chunked_array([found])


def coded_words(words: "pd.Series[str]") -> Coded | None:
    """The distinct texts of a column and where they stand; None where only cells are known."""
    array = words.array
    return array._coded.used if isinstance(array, CodedWords) and array._coded else None
