"""Which kind a table is: the one whose fields explain most of it, its required ones first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.tables.mapping.matching import ALWAYS_NEW, Matches, match
from core.tables.mapping.model import Kind
from core.tables.mapping.profile import TIMES, Profile
from core.tables.mapping.questions import free_text, scored_questions
from core.tables.mapping.senses import Tokens, tokens
from core.tables.mapping.vocabulary import KINDS
from core.tables.model import TableKind

REQUIRED, TELLING, SUBJECT, CALLED = 2.0, 0.6, 0.6, 1.2
SURE, AGAIN, ALIEN = 6.0, 2.5, 20.0
SUBJECT_MOST = 4  # headers that name the subject, of which more say no more
REPEATED = 0.75  # share of different ids below which they stand on several rows
OF_OTHERS = (tokens("campaign name"), tokens("date of birth"))  # of campaigns and of staff
KNOW_THEM = (TableKind.WEB_TRAFFIC, TableKind.SURVEY)
ASKED: Tokens = (frozenset({"question"}),)
IN_QUESTIONS = ("question", "score", "comment")  # what questions hold in columns of their own
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
    found = match(columns, _without(kind, asked), {**dict.fromkeys(asked, ""), **said})
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
        - ALIEN * _is_of_others(columns, kind)
    )
    named = named or _told_subject(columns, found)
    return Candidate(kind, found, weight, covered, named, tuple(asked))


def _repeating(columns: Sequence[Profile], found: Matches) -> int:
    """1 where ids stand on several rows as the kind has it, -1 where it is the other way."""
    ids = {match.field.id: columns[i].once for i, match in found.fields.items()}
    if ids.get(found.kind.repeats, 1.0) < REPEATED:
        return 1
    never = ids.get(found.kind.repeats, 0.0) > ALWAYS_NEW
    return -1 if never or ids.get(found.kind.once, 1.0) < REPEATED else 0


def _without(kind: Kind, asked: Sequence[int]) -> Kind:
    """A survey whose questions are columns asks for no other column of questions or answers."""
    if not asked:
        return kind
    return replace(kind, fields=tuple(one for one in kind.fields if one.id not in IN_QUESTIONS))


def _is_of_others(columns: Sequence[Profile], kind: Kind) -> bool:
    """Whether the rows are tickets, or campaigns or staff where a kind does not know them."""
    if sum(_speaks_of("ticket", one) for one in columns) > 1:
        return True
    known = kind.kind in KNOW_THEM or _subject(columns, kind)
    return not known and any(tokens(one.name) in OF_OTHERS for one in columns)


def _speaks_of(sense: str, one: Profile) -> bool:
    return any(sense in token for token in tokens(one.name))


def _asked(columns: Sequence[Profile], kind: Kind, said: Mapping[int, str]) -> list[int]:
    if kind.kind is not TableKind.SURVEY:
        return []
    if any(tokens(one.name) == ASKED for one in columns):
        return []  # one row for each answer, with its question beside it
    scored = scored_questions(columns)
    found = [*scored, *free_text(columns)] if scored else []
    return [i for i in found if i not in said]


def _subject(columns: Sequence[Profile], kind: Kind) -> int:
    """How many headers name what the kind is about, and nothing else it could be about."""
    named = sum(any(token <= kind.subject for token in tokens(one.name)) for one in columns)
    if kind.kind is TableKind.TRAINING:
        named += sum(_dates_another(one, columns) for one in columns)
    return min(SUBJECT_MOST, named)


def _told_subject(columns: Sequence[Profile], found: Matches) -> int:
    """How many telling columns have the subject among what their header may mean: “Transaksi” is
    a deal beside a stage, an order elsewhere.
    """
    telling = [i for i, one in found.fields.items() if one.field.id in found.kind.telling]
    own = [any(token & found.kind.subject for token in tokens(columns[i].name)) for i in telling]
    return min(SUBJECT_MOST, sum(own))


def _dates_another(one: Profile, columns: Sequence[Profile]) -> bool:
    """Whether a column of dates is called by another column's name and more: lesson, then when."""
    dated = one.type in TIMES and " - " in one.name
    return dated and any(one.name.startswith(f"{other.name} - ") for other in columns)


def _names(called: str, kind: Kind) -> bool:
    return any(token & kind.subject for token in tokens(called))
