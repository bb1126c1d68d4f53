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

REQUIRED, TELLING, SUBJECT, CALLED = 2.0, 0.6, 0.4, 1.2
STAGES = 0.5  # what each column of a stage's date speaks for deals
SUBJECT_MOST = 4  # headers that name the subject, of which more say no more
CONVINCING = 2.6  # the least a kind must weigh to be taken at all


@dataclass(frozen=True)
class Candidate:
    """One kind the table could be."""

    kind: Kind
    matches: Matches
    weight: float
    covered: float  # share of the required fields that are there
    asked: tuple[int, ...] = field(default=())  # columns that are questions of a survey


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
    if asked:
        scores |= {"question": 1.0, "score": 1.0}
    covered = sum(scores.get(id, 0.0) for id in kind.required) / len(kind.required)
    telling = sum(scores.get(id, 0.0) for id in kind.telling)
    weight = (
        sum(scores.values())
        + REQUIRED * covered
        + TELLING * telling
        + SUBJECT * _subject(columns, kind)
        + (CALLED if _names(called, kind) else 0.0)
        + 0.5 * min(4, len(asked))
    )
    return Candidate(kind, found, weight, covered, tuple(asked))


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
