"""Which kind a table is: the one whose fields explain most of it, its required ones first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.tables.mapping.matching import Matches, match
from core.tables.mapping.model import Kind
from core.tables.mapping.profile import Profile
from core.tables.mapping.questions import free_text, scored_questions
from core.tables.mapping.senses import tokens
from core.tables.mapping.vocabulary import KINDS
from core.tables.model import TableKind

REQUIRED, TELLING, SUBJECT, CALLED = 2.0, 0.6, 0.6, 1.2
SURE, AGAIN, ALIEN = 6.0, 1.5, 20.0
SUBJECT_MOST = 4  # headers that name the subject, of which more say no more
REPEATED = 0.75  # share of different ids below which they stand on several rows
CONVINCING = 2.6  # the least a kind must weigh to be taken at all


@dataclass(frozen=True)
class Candidate:
    """One kind the table could be."""

    kind: Kind
    matches: Matches
    weight: float
    covered: float  # share of the required fields that are there
    named: int = 0  # headers that name what the kind is about
    asked: tuple[int, ...] = field(default=())  # columns that are questions of a survey

    @property
    def ids(self) -> frozenset[str]:
        """The fields that were found."""
        return frozenset(one.field.id for one in self.matches.fields.values())


def candidates(columns: Sequence[Profile], said: Mapping[int, str], called: str) -> list[Candidate]:
    """Every kind with its weight, heaviest first; `called`: the words of file and sheet."""
    found = [candidate(columns, KINDS[kind], said, called) for kind in KINDS]
    return sorted(found, key=lambda one: -one.weight)


def candidate(
    columns: Sequence[Profile], kind: Kind, said: Mapping[int, str], called: str
) -> Candidate:
    """One kind weighed."""
    asked = _asked(columns, kind, said)
    found = match(columns, kind, {**dict.fromkeys(asked, ""), **said})
    scores = {one.field.id: one.score for one in found.fields.values()}
    by_name = {one.field.id: one.named for one in found.fields.values()}
    if asked:
        scores |= {"question": 1.0, "score": 1.0}
    covered = sum(scores.get(id, 0.0) for id in kind.required) / len(kind.required)
    named = _subject(columns, kind)
    telling = sum(scores.get(id, 0.0) for id in kind.telling)
    weight = (
        sum(scores.values())
        + REQUIRED * covered
        + TELLING * telling
        + SUBJECT * named
        + (CALLED if _names(called, kind) else 0.0)
        + 0.5 * min(4, len(asked))
        + SURE * any(min(by_name.get(id, 0.0) for id in every) > 0.8 for every in kind.sure)
        + AGAIN * _repeating(columns, found)
        - ALIEN * (sum(_speaks_of("ticket", one) for one in columns) > 1)
    )
    return Candidate(kind, found, weight, covered, named, tuple(asked))


def _repeating(columns: Sequence[Profile], found: Matches) -> int:
    """1 where ids stand on several rows as the kind has it, -1 where it has each once."""
    ids = {match.field.id: columns[i].once for i, match in found.fields.items()}
    if len(columns) and ids.get(found.kind.repeats, 1.0) < REPEATED:
        return 1
    return -1 if ids.get(found.kind.once, 1.0) < REPEATED else 0


def _speaks_of(sense: str, one: Profile) -> bool:
    return any(sense in token for token in tokens(one.name))


def _asked(columns: Sequence[Profile], kind: Kind, said: Mapping[int, str]) -> list[int]:
    if kind.kind is not TableKind.SURVEY:
        return []
    scored = scored_questions(columns)
    found = [*scored, *free_text(columns)] if scored else []
    return [i for i in found if i not in said]


def _subject(columns: Sequence[Profile], kind: Kind) -> int:
    """How many headers name what the kind is about, and nothing else it could be about."""
    named = sum(any(token <= kind.subject for token in tokens(one.name)) for one in columns)
    return min(SUBJECT_MOST, named)


def _names(called: str, kind: Kind) -> bool:
    return any(token & kind.subject for token in tokens(called))
