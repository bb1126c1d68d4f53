"""What people wrote, under a rule of its own: never by group, never by few, without names.

At least 10 people must have written. Comments come without time and score, in an order that tells
nothing of that of the rows; names, e-mail addresses and phone numbers are taken out.
"""

import hashlib
import re
from collections.abc import Iterable

from core.language import Text, text
from core.people.answers import Pulse
from core.people.answers.codes import CODED
from core.people.answers.points import says_nothing
from core.tables.model import Table

FEWEST = 10  # people who wrote something
GONE = "[…]"
_MAIL = re.compile(r"[^\s@<>,;:()\[\]\"']+\s?@\s?[^\s@<>,;:()\[\]\"']+\.[^\W\d_]{2,}", re.UNICODE)
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_PHONE = re.compile(
    r"(?P<kept>\b(?:19|20)\d\d-\d\d-\d\d\b|(?:\b(?:rp|idr|usd)|\$|€)\.?\s*[1-9][\d.,]*)|"
    r"(?<![\w.,])(?:\+|\(\+?)?\d(?:[\s().\-/]{0,3}\d){6,14}(?!\d)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME_LETTERS = 3
_NOT_NAMES = frozenset(
    "pak bapak ibu bu mas mbak mr mrs ms dr the and dan anonymous anonim nan none".split()
)


def comments(
    pulse: Pulse, question: str, wave: str, names: Iterable[str]
) -> tuple[str, ...] | Text:
    """The comments of everybody in a wave, or why there are none to show.

    names: of people, as written in full; each part of one is taken out too.
    """
    cells = pulse.comments.loc[pulse.waves == wave, question].astype(str)
    written = [one.strip() for one in cells if one.strip() and not says_nothing(one)]
    if len(written) < FEWEST:
        return text(
            "Hidden: fewer than {floor} people wrote something. Comments open once {floor} have.",
            floor=FEWEST,
        )
    taken = name_parts(names)
    return tuple(sorted((scrubbed(one, taken) for one in written), key=_shuffled))


def scrubbed(words: str, names: frozenset[str] = frozenset()) -> str:
    """A comment without e-mail addresses, phone numbers and those names (folded, word by word)."""
    words = _HANDLE.sub(GONE, _MAIL.sub(GONE, words))
    words = _PHONE.sub(lambda found: found["kept"] or GONE, words)
    return _WORD.sub(lambda found: GONE if found[0].casefold() in names else found[0], words)


def people_named(table: Table, columns: Iterable[str]) -> tuple[str, ...]:
    """Every name in those columns of the file; addresses give the words before the @ as well."""
    cells = {str(cell) for one in columns if one in table.frame for cell in table.frame[one]}
    cells = {one for one in cells if not CODED.fullmatch(one)}
    return tuple(re.sub(r"@.*|[._]", " ", one) for one in sorted(cells))


def name_parts(names: Iterable[str]) -> frozenset[str]:
    """Every word of the names that can be told from an ordinary one."""
    every = {part.casefold() for name in names for part in _WORD.findall(name)}
    return frozenset(one for one in every - _NOT_NAMES if len(one) >= _NAME_LETTERS)


def _shuffled(words: str) -> str:
    """A key that follows neither the rows nor the alphabet."""
    return hashlib.sha256(words.encode()).hexdigest()
