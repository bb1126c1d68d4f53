"""A header as a row of senses: “Tgl. Penutupan (est.)” -> (date)(close)(expected).

A token is the set of senses its word or phrase may have; an unknown word stands for itself. The
longest phrase wins. Words over four letters are forgiven one slip of the finger, and two words
written as one (closedate) are taken apart.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from core.tables.mapping.thesaurus import STOPWORDS, groups

Token = frozenset[str]
Tokens = tuple[Token, ...]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_WORD = re.compile(r"[a-z0-9]+")
_THIS_PERIOD = re.compile(r"^last \d+ (hours|days|weeks|months) (?=\S)", re.IGNORECASE)
_JOINED = (
    ("e-mail", "email"),
    ("E-Mail", "email"),
    ("E-mail", "email"),
    ("id_ID", ""),
    ("#", " no "),
    ("rata-rata", "rata rata"),
)
SLIPS_FROM = 5  # letters from which a word may be misspelt


@cache
def tokens(name: str) -> Tokens:
    """The senses of a header, its bracketed part only when nothing stands outside."""
    outside = _phrases(written(_BRACKETS.sub(" ", name)))
    return outside or _phrases(written(name))


def written(name: str) -> tuple[str, ...]:
    """The words of a name: lower case, without accents, marks, stopwords and plurals."""
    for old, new in _JOINED:
        name = name.replace(old, new)
    name = _THIS_PERIOD.sub("", name)
    spaced = _CAMEL.sub(" ", name) if not name.isupper() else name
    ascii = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    found = [_singular(word) for word in _WORD.findall(ascii.replace("'", ""))]
    return tuple(word for word in found if word not in STOPWORDS)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return word[:-1]
    return word


def _phrases(words: Sequence[str]) -> Tokens:
    """Words joined to the longest phrases the thesaurus knows."""
    words = [part for word in words for part in _known_parts(word)]
    known = _lexicon()
    found: list[Token] = []
    at = 0
    while at < len(words):
        for size in range(min(4, len(words) - at), 0, -1):
            senses = known.get(tuple(words[at : at + size]))
            if senses is not None:
                break
        found.append(senses if senses is not None else frozenset({words[at]}))
        at += size
    return tuple(found)


@cache
def _known_parts(word: str) -> tuple[str, ...]:
    """The word if it is known; else the two it is made of, or the one it is a slip of."""
    known = _every_word()
    if word in known or len(word) < SLIPS_FROM or word.isdigit():
        return (word,)
    for cut in range(3, len(word) - 1):
        first, second = _singular(word[:cut]), _singular(word[cut:])
        if first in known and second in known and len(second) > 1:
            return first, second
    near = [other for other in _words_starting(word[0]) if is_slip(word, other)]
    return (min(near),) if near else (word,)


def is_slip(word: str, other: str) -> bool:
    """Whether one letter is missing, added, wrong, or two neighbours have changed places."""
    short, long = sorted((word, other), key=len)
    if len(short) < SLIPS_FROM - 1 or len(long) - len(short) > 1:
        return False
    same = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    rest, other_rest = short[same:], long[same:]
    if len(short) < len(long):
        return rest == other_rest[1:]
    swapped = other_rest[1::-1] + other_rest[2:]
    return rest[1:] == other_rest[1:] or rest == swapped


@cache
def _every_word() -> frozenset[str]:
    return frozenset(word for key in _lexicon() for word in key)


@cache
def _words_starting(letter: str) -> tuple[str, ...]:
    return tuple(word for word in _every_word() if word[0] == letter and len(word) > 3)


@cache
def _lexicon() -> dict[tuple[str, ...], Token]:
    """Words and phrases -> their senses."""
    found: dict[tuple[str, ...], set[str]] = {}
    for sense, phrases in groups().items():
        for phrase in (*phrases, sense):
            key = written(phrase)
            if key:
                found.setdefault(key, set()).add(sense)
    return {key: frozenset(senses) for key, senses in found.items()}
