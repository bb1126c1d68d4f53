"""Whether a large text needs no mending, told by its bytes without decoding it."""

from collections.abc import Callable

import numpy as np
import pyarrow as pa

STEP = 1 << 20  # bytes looked at together: they stay in the processor's cache
MOST_BEYOND = 0.1  # share of bytes beyond ASCII from which decoding costs no more than looking
_DELETE = b"\x7f"
# UTF-8 of what nobody sees (`invisible`): U+200B to U+202E and U+2060 to U+2069 by their last byte.
_UNSEEN = {0x80: (0x8B, 0x8E, 0x8F, *range(0xAA, 0xAF)), 0x81: tuple(range(0xA0, 0xAA))}

_TWICE = (*range(0x82, 0x87), *range(0x88, 0x92), 0xA2)  # second bytes of Â to Ñ and â


def is_spotless(content: bytes) -> bool:
    """Plain ASCII whose only control characters are tab and line ends."""
    return content.isascii() and _DELETE not in content and _is_calm(content)


def is_clean(content: bytes) -> bool:
    """Spotless, or UTF-8 with letters beyond ASCII that are neither unseen nor encoded twice."""
    if content.isascii():
        return is_spotless(content)
    return _DELETE not in content and _is_calm(content) and _is_plainly_utf8(content)


def count_of(content: bytes, mark: bytes) -> int:
    """How often a byte occurs."""
    return _count(content, lambda letters: letters == mark[0])


def places_of(mark: bytes, content: bytes) -> "np.ndarray":
    """Where a byte stands."""
    return _where(content, lambda letters: letters == mark[0])


def _is_calm(content: bytes) -> bool:
    """Whether tab and line ends are the only control characters."""
    below = _count(content, lambda letters: letters < 32)
    for mark in (b"\n", b"\t", b"\r"):
        if below and mark in content:
            below -= count_of(content, mark)
    return below == 0


def _is_plainly_utf8(content: bytes) -> bool:
    if _count(content, lambda letters: letters > 127) > MOST_BEYOND * len(content):
        return False
    held = [None, pa.py_buffer(np.array([0, len(content)], np.int64)), pa.py_buffer(content)]
    try:
        pa.Array.from_buffers(pa.large_binary(), 1, held).cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return not _may_be_unseen(content)


def _may_be_unseen(content: bytes) -> bool:
    """Whether letters that nobody sees, or that look like UTF-8 read as Windows-1252, occur."""
    letters = np.frombuffer(content + bytes(3), np.uint8)
    at = _where(content, lambda some: some >= 0xC3)
    first, second, third = letters[at], letters[at + 1], letters[at + 2]
    unseen = (first == 0xEF) | (first == 0xC3) & np.isin(second, _TWICE) & (third >= 0xC2)
    for middle, last in _UNSEEN.items():
        unseen |= (first == 0xE2) & (second == middle) & np.isin(third, last)
    return bool(unseen.any())


def _where(content: bytes, fits: Callable[["np.ndarray"], "np.ndarray"]) -> "np.ndarray":
    letters = np.frombuffer(content, np.uint8)
    steps = range(0, max(1, len(letters)), STEP)
    return np.concatenate([np.flatnonzero(fits(letters[at : at + STEP])) + at for at in steps])


def _count(content: bytes, fits: Callable[["np.ndarray"], "np.ndarray"]) -> int:
    letters = np.frombuffer(content, np.uint8)
    steps = range(0, len(letters), STEP)
    return sum(int(np.count_nonzero(fits(letters[at : at + STEP]))) for at in steps)
