"""A header as a row of senses: “Tgl. Penutupan (est.)” -> (date)(close)(expected).

A token is the set of senses its word or phrase may have; an unknown word stands for itself. The
longest phrase wins. Words over four letters are forgiven one slip of the finger.
"""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from core.tables.mapping.thesaurus import STOPWORDS, groups

Token = frozenset[str]
Tokens = tuple[Token, ...]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_WORD = re.compile(r"[a-z0-9]+")
_JOINED = (("e-mail", "email"), ("id_ID", ""), ("#", " no "), ("rata-rata", "rata rata"))
LIKE = 0.86  # share of letters two words share to be one word misspelt


@cache
def tokens(name: str) -> Tokens:
    """The senses of a header, its bracketed part only when nothing stands outside."""
    outside = _phrases(written(_BRACKETS.sub(" ", name)))
    return outside or _phrases(written(name))


def written(name: str) -> tuple[str, ...]:
    """The words of a name: lower case, without accents, marks, stopwords and plurals."""
    for old, new in _JOINED:
        name = name.replace(old, new)
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
    known = _lexicon()
    found: list[Token] = []
    at = 0
    while at < len(words):
        for size in range(min(4, len(words) - at), 0, -1):
            senses = known.get(tuple(words[at : at + size]))
            if senses is not None:
                break
        found.append(senses if senses is not None else _misspelt(words[at]))
        at += size
    return tuple(found)


@cache
def _misspelt(word: str) -> Token:
    """The senses of the one word it is like, else the word itself."""
    if len(word) < 5 or word.isdigit():
        return frozenset({word})
    near = [
        (SequenceMatcher(None, word, other).ratio(), other)
        for other in _words_starting(word[0])
        if abs(len(other) - len(word)) < 2
    ]
    best, other = max(near, default=(0.0, ""))
    return _lexicon()[(other,)] if best >= LIKE else frozenset({word})


@cache
def _words_starting(letter: str) -> tuple[str, ...]:
    return tuple(one[0] for one in _lexicon() if len(one) == 1 and one[0][0] == letter)


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
