"""Kernels over the bytes of a whole file: eight letters at each of many places, looked at as one.

A word is eight bytes in file order, the first in its lowest byte.
"""

import numpy as np

STEP = 1 << 18  # bytes looked at together: they stay in the processor's cache
_ONES, _HIGH = np.uint64(0x0101010101010101), np.uint64(0x8080808080808080)


def starts(mark: bytes, letters: np.ndarray) -> np.ndarray:
    """Where a mark of a few letters begins."""
    found = [np.empty(0, np.int64)]
    for at in range(0, len(letters), STEP):
        part = letters[at : at + STEP + len(mark) - 1]
        count = max(0, len(part) - len(mark) + 1)
        begins = np.ones(count, bool)
        for i, letter in enumerate(mark):
            begins &= part[i : count + i] == letter
        found.append(np.flatnonzero(begins) + at)
    return np.concatenate(found)


def words_of(content: bytes) -> np.ndarray:
    """The word that begins at each byte, without a copy."""
    return np.ndarray((len(content) - 7,), "<u8", buffer=content, strides=(1,))


def word(letters: bytes) -> np.uint64:
    """Up to eight letters as a word."""
    return np.uint64(int.from_bytes(letters, "little"))


def first(words: np.ndarray, count: int) -> np.ndarray:
    """The words without the letters behind their first `count`."""
    return np.asarray(words & np.uint64((1 << 8 * count) - 1))


def place_in(words: np.ndarray, letter: int) -> np.ndarray:
    """The place of a letter in each word, 8 where it is not in it."""
    other = words ^ (_ONES * np.uint64(letter))
    hit = (other - _ONES) & ~other & _HIGH
    return np.asarray(np.bitwise_count((hit & (~hit + np.uint64(1))) - np.uint64(1)) >> 3)


def kept(words: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The words with zeros behind their first letters, counted for each (0 to 8)."""
    bits = (counts * 8).astype(np.uint64)
    mask = np.where(
        bits < 64, (np.uint64(1) << (bits & np.uint64(63))) - np.uint64(1), ~np.uint64(0)
    )
    return np.asarray(words & mask)


def whole(words: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The whole numbers that the first 1 to 8 letters write; -1 where one is no digit."""
    missing = (64 - counts.astype(np.int64) * 8).astype(np.uint64)
    digits = (words ^ (_ONES * np.uint64(ord("0")))) << missing
    wrong = ((digits + _ONES * np.uint64(0x76)) | digits) & _HIGH
    value = digits
    value = (value * np.uint64(10) + (value >> np.uint64(8))) & np.uint64(0x00FF00FF00FF00FF)
    value = (value * np.uint64(100) + (value >> np.uint64(16))) & np.uint64(0x0000FFFF0000FFFF)
    value = (value * np.uint64(10_000) + (value >> np.uint64(32))) & np.uint64(0xFFFFFFFF)
    return np.where(wrong == 0, value.astype(np.int64), -1)
