"""Where the values of cells and the texts of strings begin and end in a sheet's XML.

None is said of any shape not known here: the whole sheet is then read with care.
"""

import numpy as np

from core.tables.files import eights

_VALUE = b"<v>"
Shape = tuple[np.ndarray, np.ndarray, int]  # where values begin and end, and how many tags


def texts_in(padded: bytes, inside: np.ndarray, end: np.ndarray, holder: bytes) -> Shape | None:
    """Texts that stand alone in their holder, is or si; `end` is the place behind it."""
    words, letters = eights.words_of(padded), np.frombuffer(padded, np.uint8)
    opened = holder + b"<t>"
    word = words[inside]
    bare = eights.first(word, 7) == eights.word(opened)
    kept = np.flatnonzero(~bare)
    preserved = holder + b'<t xml:space="preserve">'
    for at in range(0, len(preserved), 8):
        part = preserved[at : at + 8]
        if (eights.first(words[inside[kept] + at], len(part)) != eights.word(part)).any():
            return None
    closing = b"</t></" + holder[1:]
    begins = inside + np.where(bare, len(opened), len(preserved))
    ends = end - len(closing)
    tail = (words[ends] == eights.word(closing[:8])) & (letters[end - 1] == ord(">"))
    if not (tail & (begins <= ends)).all() or _trimmed(letters, begins[bare], ends[bare]):
        return None
    return begins, ends, 6 * len(inside)


def _trimmed(letters: np.ndarray, begins: np.ndarray, ends: np.ndarray) -> bool:
    """Whether blanks stand at the ends of a text, bare or as a number: they would not count."""
    begins, ends = begins[begins < ends], ends[begins < ends]
    heads, tails = letters[begins], letters[ends - 1]
    numbered = (heads == ord("&")) & (letters[begins + 1] == ord("#"))
    if (heads <= 32).any() or (tails <= 32).any() or numbered.any():
        return True
    return any(
        b"&#" in letters[max(begins[i], ends[i] - 10) : ends[i]].tobytes()
        for i in np.flatnonzero(tails == ord(";"))
    )


def texts_of_cells(padded: bytes, inside: np.ndarray, end: np.ndarray) -> Shape | None:
    """Texts that cells hold in line."""
    return texts_in(padded, inside, end, b"<is>")


def values_of_cells(padded: bytes, inside: np.ndarray, end: np.ndarray) -> Shape | None:
    """Values, bare or behind a formula."""
    words = eights.words_of(padded)
    begins, tags = inside + len(_VALUE), 4 * len(inside)
    some = np.flatnonzero(eights.first(words[inside], 3) != eights.word(_VALUE))
    if len(some):
        formulas = _behind_formulas(padded, inside[some], end[some])
        if formulas is None:
            return None
        begins[some], _, more = formulas
        tags += more
    ends = end - len(_VALUE) - 1
    fits = (words[ends] == eights.word(b"</v></c>")) & (begins <= ends)
    return (begins, ends, tags) if fits.all() else None


def _behind_formulas(padded: bytes, inside: np.ndarray, end: np.ndarray) -> Shape | None:
    """Where the values behind formulas begin, and how many tags the formulas have."""
    words = eights.words_of(padded)
    if (eights.first(words[inside], 2) != eights.word(b"<f")).any():
        return None
    at = eights.starts(_VALUE, np.frombuffer(padded, np.uint8))
    at = np.append(at, len(padded))
    begins = at[np.searchsorted(at, inside)]
    if (begins >= end).any():
        return None
    closed = words[begins - 4] & np.uint64(0xFFFFFFFF) == eights.word(b"</f>")
    alone = eights.first(words[begins - 2], 2) == eights.word(b"/>")
    if not (closed | alone).all():
        return None
    return begins + len(_VALUE), end, int(closed.sum() * 2 + (~closed).sum())
