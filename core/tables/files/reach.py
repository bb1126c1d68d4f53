"""How far the cells of a large sheet's XML reach, by whole-file kernels instead of one by one.

Empty cells count too, so the reach found here is never less than that of the cells with a value.
"""

import numpy as np

from core.tables.files.eights import starts

_MARK = b'<c r="'
_LETTERS, _DIGITS = 4, 12  # more, and no spreadsheet program wrote the file


def reach(xml: bytes) -> tuple[int, int] | None:
    """The last row and column that a cell names, from 1; None when a name is too long to tell."""
    letters = np.frombuffer(xml + bytes(_LETTERS + _DIGITS + 2), np.uint8)
    at = starts(_MARK, letters) + len(_MARK)
    column, row = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
    _count(letters, at, column, range(ord("A"), ord("Z") + 1))
    _count(letters, at, row, range(ord("0"), ord("9") + 1))
    if not (letters[at] == ord('"')).all():
        return None
    return int(row.max(initial=0)), int(column.max(initial=0))


def _count(letters: np.ndarray, at: np.ndarray, count: np.ndarray, digits: range) -> None:
    """Read the numbers that stand at places, and move the places behind them."""
    alphabetic = digits.start == ord("A")  # A is 1, but 0 is 0
    left, most = np.arange(len(at)), _LETTERS if alphabetic else _DIGITS
    for _ in range(most):
        digit = letters[at[left]] - np.uint8(digits.start)  # below the first, it wraps round
        fits = digit < len(digits)
        if not fits.all():
            left, digit = left[fits], digit[fits]
        if not len(left):
            return
        count[left] = count[left] * len(digits) + digit + alphabetic
        at[left] += 1
