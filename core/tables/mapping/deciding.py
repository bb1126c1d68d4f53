"""Columns -> Mapping: the kind that convinces, its fields, and a reason for every column.

A sheet of figures by period stays one unless the fields of another kind explain it wholly: its
required ones are there and most of its figures are theirs.
"""

import re
from collections.abc import Mapping as Mappings
from collections.abc import Sequence

from core.language import Text, text
from core.tables.columns.typed import Typed
from core.tables.mapping.choosing import CONVINCING, Candidate, candidate, candidates
from core.tables.mapping.matching import is_numeric
from core.tables.mapping.model import Mapping
from core.tables.mapping.names import KIND_NAMES
from core.tables.mapping.profile import NUMBERS, TIMES, Profile, profile_of
from core.tables.mapping.questions import RECOMMEND
from core.tables.mapping.senses import tokens, written
from core.tables.mapping.telling import told
from core.tables.mapping.vocabulary import KINDS
from core.tables.model import ColumnType, TableKind

FIGURES = (TableKind.KPI_WIDE, TableKind.KPI_LONG)
MOST_COLUMNS = 400  # wider tables are no records of a sales system
ANSWERED = frozenset({"response_id", "respondent", "question"})  # one beside a day and a score
WHOLLY = 0.9  # share of the required fields another kind needs to be more than figures by period
HALF = 0.5  # and to be more than nothing at all
SPOKEN = 0.4  # what cells alone must say to stand for what a kind needs
CLEARLY = 0.35  # weight by which a kind must lead the next one to be taken without a word
REPEATED = 0.5  # share of different cells below which waves and questions stand on many rows
SENTENCE = 4  # words of a header that asks
NAMED = 0.8  # what a name must be worth to be a field's own
TITLED = 3  # telling fields with a title among them that no sheet of figures has
STAGE_DATE = re.compile(
    r"^(?:(?:deal|opportunity)\s*-\s*)?date entered\s+[\"'“”‘’]*(?P<stage>.+?)[\"'“”‘’]*$"
    r"|^(?:hs_(?:v2_)?)date_entered_(?P<key>\w+)$",
    re.IGNORECASE,
)
_WEB_RATES = re.compile(
    r"\b(ctr|cpc|cpm|cost|rate|per (session|user)|bounce|engagement|spent|tingkat|rasio|reach|click"
    r"|impression|session|previous)\b",
    re.I,
)


def mapping_of(
    typed: Sequence[Typed],
    said: Mappings[int, str],
    kind: TableKind | None,
    generic: TableKind,
    called: str,
) -> Mapping | None:
    """The mapping to a kind of records; None where the columns are figures by period, or nothing.

    `said`: place -> what the person said it is; `kind`: the kind the person said; `generic`: what
    types alone make of the table; `called`: the words of its sheet and file.
    """
    if len(typed) > MOST_COLUMNS or (kind is not None and kind not in KINDS):
        return None
    columns = [profile_of(one) for one in typed]
    stages = _stages(columns, said)
    fixed = {**said, **dict.fromkeys(stages, "entered_at:")}
    if kind is not None:
        return told(columns, candidate(columns, KINDS[kind], fixed, called), said, stages, ())
    ranked = [one for one in candidates(columns, fixed, called) if _is_one(one, columns, generic)]
    if not ranked:
        return None
    return told(columns, ranked[0], said, stages, _close_calls(ranked))


def _is_one(one: Candidate, columns: Sequence[Profile], generic: TableKind) -> bool:
    """Whether a candidate convinces against figures by period, or against nothing."""
    if one.weight < CONVINCING or not _stands(one):
        return False
    if one.kind.kind is TableKind.WEB_TRAFFIC and not _mostly_web(one, columns):
        return False
    if one.kind.kind is TableKind.SURVEY and not (one.ids & ANSWERED or one.asked):
        return False
    if generic not in FIGURES:
        return True
    if one.kind.kind is TableKind.SURVEY and _asks(one, columns):
        return True
    if any(column.coarse for column in columns):
        return False
    if _identified(one, columns) or _titled(one):
        return True
    if one.covered < WHOLLY * _sure(one):
        return False
    figures = [i for i, column in enumerate(columns) if column.type in NUMBERS]
    theirs = [i for i in figures if i in one.matches.fields or i in one.asked]
    known = [i for i in figures if i in one.matches.decoys]
    return len(theirs) + len(known) >= 0.6 * len(figures)


def _asks(one: Candidate, columns: Sequence[Profile]) -> bool:
    """Whether people surely answered questions, though waves of months or quarters stand there."""
    if any(column.coarse and column.once > REPEATED for column in columns):
        return False
    fields = {match.field.id: (i, match) for i, match in one.matches.fields.items()}
    if fields.keys() >= {"question", "score"}:
        sure = all(fields[id][1].named > NAMED for id in ("question", "score"))
        asked = columns[fields["question"][0]]
        return sure and asked.once < REPEATED and _are_questions(asked)
    return any(
        RECOMMEND.search(columns[i].name) and len(written(columns[i].name)) >= SENTENCE
        for i in one.asked
    )


def _are_questions(one: Profile) -> bool:
    """Whether the cells ask something, or the header says so."""
    if any("question" in token for token in tokens(one.name)) or one.like("sentence") > SPOKEN:
        return True
    return any(RECOMMEND.search(word) for word, _ in one.words)


def _stands(one: Candidate) -> bool:
    """Whether enough of a kind is there: what it requires, or else what only it has."""
    if one.kind.kind is TableKind.WEB_TRAFFIC:
        return True
    if not _has_needed(one):
        return False
    telling = len(one.ids & set(one.kind.telling))
    named = one.named >= 1 and telling >= 2
    several = one.named >= 2 and len(one.ids) >= 2
    return one.covered >= HALF or named or several or (one.named >= 1 and len(one.ids) >= 3)


def _has_needed(one: Candidate) -> bool:
    """Whether something is there without which the columns are hardly of this kind."""
    spoken = any(match.spoken >= SPOKEN for match in one.matches.fields.values())
    named = one.named and one.kind.kind is not TableKind.CUSTOMERS
    return not one.kind.needs or bool(named or spoken or one.ids & set(one.kind.needs))


def _identified(one: Candidate, columns: Sequence[Profile]) -> bool:
    """Whether a column surely names each record once."""
    return bool(one.kind.once) and any(
        found.field.id == one.kind.once and found.score > 0.8 and columns[i].once > 0.9
        for i, found in one.matches.fields.items()
    )


def _titled(one: Candidate) -> bool:
    """Whether each row has a title and, by their names, enough of what only such records have."""
    found = {match.field.id for match in one.matches.fields.values() if match.named > 0.8}
    return one.kind.titled in found and len(found & set(one.kind.telling)) >= TITLED


def _sure(one: Candidate) -> float:
    """How much of a required field a good match is worth."""
    return 0.85 if one.matches.fields else 1.0


def _mostly_web(one: Candidate, columns: Sequence[Profile]) -> bool:
    """Whether nearly all figures are those of a website: two at least, or one and rates of it."""
    figures = [i for i, column in enumerate(columns) if column.type in NUMBERS]
    web = [
        i for i in figures
        if (found := one.matches.fields.get(i)) and is_numeric(found.field)
        and found.field.id != "revenue"
    ]  # fmt: skip
    near = [i for i in figures if i not in web and _is_web_rate(one, columns[i], i)]
    return len(web) >= 1 and len(web) + len(near) >= 2 and len(web) + len(near) > 0.7 * len(figures)


def _is_web_rate(one: Candidate, column: Profile, place: int) -> bool:
    return place in one.matches.fields or bool(_WEB_RATES.search(" ".join(written(column.name))))


def _stages(columns: Sequence[Profile], said: Mappings[int, str]) -> dict[int, str]:
    """The columns that hold the date one stage was entered -> that stage."""
    found = {}
    for i, one in enumerate(columns):
        held = STAGE_DATE.match(one.name.strip())
        if held and i not in said and one.type in (*TIMES, ColumnType.TEXT, ColumnType.EMPTY):
            stage = (held.group("stage") or held.group("key")).strip(" \"'“”‘’")
            if stage.casefold() != "current stage":
                found[i] = stage
    return found


def _close_calls(ranked: Sequence[Candidate]) -> tuple[Text, ...]:
    """A word when the next kind explains the columns nearly as well."""
    if len(ranked) < 2 or ranked[0].weight - ranked[1].weight > CLEARLY:
        return ()
    return (
        text(
            "Read as: {kind}. It could also be: {other}.",
            kind=KIND_NAMES[ranked[0].kind.kind],
            other=KIND_NAMES[ranked[1].kind.kind],
        ),
    )
