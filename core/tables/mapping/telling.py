"""Every column of a chosen kind with its field and reason, and what is doubtful or missing."""

from collections.abc import Mapping as Mappings
from collections.abc import Sequence
from dataclasses import replace

from core.language import Text, text
from core.tables.mapping.choosing import Candidate
from core.tables.mapping.model import Assigned, Mapping
from core.tables.mapping.names import KIND_NAMES, field_name
from core.tables.mapping.profile import NUMBERS, Profile
from core.tables.mapping.questions import is_scored
from core.tables.mapping.reasons import (
    SAID,
    why,
    why_doubtful,
    why_left,
    why_question,
    why_rival,
    why_rivalled,
    why_stage,
)
from core.tables.mapping.senses import tokens, written
from core.tables.mapping.thesaurus import PERSONAL
from core.tables.mapping.together import with_each_other
from core.tables.model import ColumnType

LESS_THAN_AGREE = "kurang setuju"  # no dictionary of answers places it alike
FEW = 60  # distinct words by which rows can still be grouped


def told(
    columns: Sequence[Profile],
    one: Candidate,
    said: Mappings[int, str],
    stages: Mappings[int, str],
    notices: tuple[Text, ...],
) -> Mapping:
    """Every column with its field and reason."""
    one = replace(one, matches=with_each_other(columns, one.matches, {*said, *stages, *one.asked}))
    losers = {other: i for i, other in one.matches.rivals.items()}
    found: dict[int, Assigned] = {}
    for i, column in enumerate(columns):
        if i in said:
            found[i] = Assigned(said[i], 1.0, SAID)
        elif i in stages:
            found[i] = Assigned(f"entered_at:{stages[i]}", 1.0, why_stage(stages[i]))
        elif i in one.asked:
            found[i] = _question(column, first=i == one.asked[0])
        elif i in one.matches.fields:
            match = one.matches.fields[i]
            reason = match.reason or why(column, match)
            if i in one.matches.rivals:
                reason = why_rivalled(reason, columns[one.matches.rivals[i]].name)
            found[i] = Assigned(match.field.id, match.score, reason)
        elif i in one.matches.doubtful:
            field = one.matches.doubtful[i].id
            found[i] = Assigned(_left(column), 0.0, why_doubtful(field))
        elif i in losers:
            won = losers[i]
            meant = one.matches.fields[won].field.id
            found[i] = Assigned(_left(column), 0.0, why_rival(meant, columns[won].name))
        else:
            field = _left(column)
            found[i] = Assigned(field, 0.0, why_left(column, field, _is_personal(column)))
    doubtful = tuple(sorted(one.matches.doubtful))
    return Mapping(
        one.kind.kind, found, doubtful, (*notices, *_doubts(columns, one), *_missing(one))
    )


def _question(column: Profile, *, first: bool) -> Assigned:
    scored = is_scored(column)
    reason = why_question(column, scored)
    if first:
        return Assigned("score", 1.0, reason)
    return Assigned(f"score:{column.name}" if scored else f"comment:{column.name}", 1.0, reason)


def _left(one: Profile) -> str:
    """What a column is to a kind that does not need it."""
    if not len(one.known) or _is_personal(one):
        return ""
    if one.type in NUMBERS:
        numbering = any("id" in token for token in tokens(one.name))
        return "" if numbering else "measure"
    grouping = len(one.words) < FEW and (one.once < 0.5 or len(one.words) <= 6)
    if one.type is ColumnType.BOOLEAN or (one.type is ColumnType.TEXT and grouping):
        return "dimension"
    return ""


def _is_personal(one: Profile) -> bool:
    named = " ".join(written(one.name))
    listed = any(name.strip() in named for name in PERSONAL.split(","))
    return listed or max(one.like("email"), one.like("phone")) > 0.6


def _doubts(columns: Sequence[Profile], one: Candidate) -> list[Text]:
    """What was left though it nearly fits, and what fits as well as what was taken."""
    found = [
        text(
            "“{column}” may be: {field}. It was left; say so if it is.",
            column=columns[i].name,
            field=field_name(field.id),
        )
        for i, field in sorted(one.matches.doubtful.items())
    ]
    for i, other in sorted(one.matches.rivals.items()):
        match = one.matches.fields[i]
        found.append(
            text(
                "“{column}” was taken for: {field}. “{other}” would fit as well.",
                column=columns[i].name,
                field=field_name(match.field.id),
                other=columns[other].name,
            )
        )
    return found + [
        text(
            "“{column}” holds “Kurang setuju”, which many forms place in the middle though it"
            " means less than agree. It is doubtful, so no number is made of it here.",
            column=columns[i].name,
        )
        for i in one.asked
        if any(word == LESS_THAN_AGREE for word, _ in columns[i].words)
    ]


def _missing(one: Candidate) -> list[Text]:
    """The required fields that no column holds."""
    have = {found.field.id for found in one.matches.fields.values()}
    if one.asked:
        have |= {"question", "score"}
    lack = [field_name(id) for id in one.kind.required if id not in have]
    if not lack:
        return []
    return [
        text(
            "Read as: {kind}. No column was found for: {fields}.",
            kind=KIND_NAMES[one.kind.kind],
            fields=Text.joined(", ", lack),
        )
    ]
