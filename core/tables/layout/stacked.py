"""Where another table begins inside a block without a blank row: a second header."""

import numpy as np

from core.tables.layout.looks import BLANK, NUMBER, PERIOD, TYPED, WORDS, Words, profile

MOST_ROWS = 2000  # longer blocks are one table
NEAR = 6  # rows below a header that show what its columns hold
MOSTLY = 0.8


def heads_again(words: Words, kinds: Words) -> list[int]:
    """Rows of a block that name other columns than its first header, from the second table on."""
    if not 4 <= len(words) <= MOST_ROWS:
        return []
    wordy = [row for row in range(2, len(words) - 1) if in_words(words[row])]
    looks = profile(words, kinds) if wordy else words
    found: list[int] = []
    for row in wordy:
        top = found[-1] if found else 0
        if row > top + 1 and _heads(words, looks, row, top):
            found.append(row)
    return [row - 1 if _is_lone(words[row - 1]) else row for row in found]


def _is_lone(cells: Words) -> bool:
    """A label alone: the title of the table below it."""
    return bool(cells[0]) and not any(cells[1:])


def in_words(cells: Words) -> bool:
    """Several different cells, none with a digit."""
    known = [cell for cell in cells if cell]
    plain = not any(letter.isdecimal() for cell in known for letter in cell)
    return plain and len(known) > 1 and len(set(known)) == len(known)


def _heads(words: Words, looks: Words, row: int, top: int) -> bool:
    filled = np.flatnonzero(looks[row] != BLANK)
    if (looks[row, filled] != WORDS).any() or not np.isin(looks[row + 1], TYPED).any():
        return False
    if _same_label(words, looks, row, top):
        return True
    above, below = _usual(_records(looks[top:row])), _usual(looks[row + 1 : row + 1 + NEAR])
    if not np.isin(below[filled], TYPED).any() or not np.isin(above, TYPED).any():
        return False
    known = (above != "?") & (below != "?")
    changed = int((above != below)[known].sum())
    broken = int(np.isin(above[filled], TYPED).sum())
    over = np.flatnonzero(above != BLANK)
    new_time = broken > 0 and above[over[0]] == PERIOD if len(over) else False
    return changed > 1 or bool(new_time) or (broken > 0 and changed > 0)


def _same_label(words: Words, looks: Words, row: int, top: int) -> bool:
    """A row that begins like the header above but names other columns."""
    head = looks[top] != BLANK
    if not words[top, 0] or (looks[top, head] != WORDS).any():
        return False
    return bool(words[row, 0] == words[top, 0] and (words[row] != words[top]).any())


def _records(looks: Words) -> Words:
    """The rows below the names of a table, lone labels aside."""
    below: Words = looks[(looks != BLANK).sum(axis=1) > 1][1:]
    return below


def _usual(looks: Words) -> Words:
    """What nearly all cells of each column look like; ? where they differ."""
    width = looks.shape[1]
    if not len(looks):
        return np.full(width, "?")
    usual = np.full(width, "?", dtype="U1")
    for one in (BLANK, NUMBER, PERIOD, WORDS):
        usual[(looks == one).mean(axis=0) >= MOSTLY] = one
    return usual
