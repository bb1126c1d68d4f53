"""How far a header stands for a field: the weighted share of senses they have in common."""

from collections.abc import Sequence
from functools import cache, lru_cache

from core.tables.mapping.model import Field, Kind
from core.tables.mapping.senses import Token, Tokens
from core.tables.mapping.thesaurus import groups

_WEIGHTS = {
    "date": 0.5, "id": 0.8, "name": 0.45, "count": 0.3, "by": 0.3, "type": 0.9, "amount": 0.8,
    "sales": 0.3, "status": 0.9, "yesno": 0.2, "note": 0.8, "web": 0.4, "last": 0.9, "days": 0.6,
    "account": 0.9, "position_order": 0.6, "to": 0.7, "from": 0.7, "minute": 0.4, "second": 0.4,
    "occur": 0.6, "visible": 0.8, "record": 0.6,
}  # fmt: skip
_SENSES = frozenset(groups())
SUBJECT = 0.25  # weight of the word for the records themselves: “Deal Owner” is the owner
UNKNOWN = 0.6  # weight of a word the thesaurus does not know
COMMON = 0.1  # weight of a word that stands before most headers of the table
BLURRED = 0.97  # a word of several senses, or another word for it, is a little less sure


def likeness(header: Tokens, field: Field, kind: Kind, common: frozenset[Token]) -> float:
    """0 to 1: the best of the field's names."""
    senses = _senses(header)
    if senses.isdisjoint(field.senses):
        return 0.0
    return max(
        (
            strength * _alike(header, alias, kind.subject, common)
            for alias, strength in field.aliases
            if not senses.isdisjoint(_senses(alias))
        ),
        default=0.0,
    )


@cache
def _senses(name: Tokens) -> Token:
    """All senses of a name together."""
    return frozenset().union(*name)


@lru_cache(maxsize=200_000)
def _alike(
    header: Tokens, alias: Tokens, subject: frozenset[str], common: frozenset[Token]
) -> float:
    """Weighted Jaccard of two rows of senses; a token of several senses matches any of them."""
    if header == alias:
        return 1.0
    left = list(header)
    shared, wanted = 0.0, 0.0
    for token in alias:
        weight = _own_weight(token, subject)
        wanted += weight
        match = next((one for one in left if one & token), None)
        if match is not None:
            left.remove(match)
            shared += min(weight, _own_weight(match & token, subject))
    extra = sum(_weight(one, subject, common) for one in left)
    if not shared:
        return 0.0
    return BLURRED * shared / (wanted + extra) if wanted + extra else 0.0


def _weight(token: Token, subject: frozenset[str], common: frozenset[Token]) -> float:
    return COMMON if token in common else _own_weight(token, subject)


@lru_cache(maxsize=200_000)
def _own_weight(token: Token, subject: frozenset[str]) -> float:
    if token & subject:
        return SUBJECT
    return min(_WEIGHTS.get(sense, 1.0 if sense in _SENSES else UNKNOWN) for sense in token)


def common_start(headers: Sequence[Tokens]) -> frozenset[Token]:
    """The first word of the headers when most of them start with it: an export's prefix."""
    firsts = [one[0] for one in headers if len(one) > 1]
    return frozenset(
        token for token in set(firsts) if firsts.count(token) >= max(3, 0.4 * len(headers))
    )
