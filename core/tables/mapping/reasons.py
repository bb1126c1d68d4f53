"""Why a column was taken for what it is, in one short sentence."""

from core.language import Text, text
from core.tables.mapping.matching import Match
from core.tables.mapping.names import field_name
from core.tables.mapping.profile import Profile

SAID = text("You said so.")
_FIGURES = text("Its cells are figures; no field of this table asks for them.")
_GROUPS = text("Its words repeat from row to row, so rows can be grouped by them.")
_PERSONAL = text("It points to one person and is not needed.")
_NOT_NEEDED = text("Nothing that is worked out from this table needs it.")
_EMPTY = text("It has no cells with anything in them.")


def why(one: Profile, found: Match) -> Text:
    """Name, cells or both."""
    meant = field_name(found.field.id)
    if found.named >= 0.5:
        return text("Its name “{name}” stands for: {field}.", name=one.name, field=meant)
    cells = ", ".join(word for word, _ in one.words[:3])
    if found.named >= 0.2:
        return text(
            "Its name “{name}” and its cells ({cells}) speak for: {field}.",
            name=one.name, cells=cells, field=meant,
        )  # fmt: skip
    return text("Its cells are {cells}: {field}.", cells=cells, field=meant)


def why_left(one: Profile, field: str, personal: bool) -> Text:
    """Of a column that no field of the kind takes: dimension, measure or nothing."""
    if not len(one.known):
        return _EMPTY
    if field == "measure":
        return _FIGURES
    if field == "dimension":
        return _GROUPS
    return _PERSONAL if personal else _NOT_NEEDED


def why_doubtful(field: str) -> Text:
    """Of a column left although one field nearly fits."""
    return text("Perhaps: {field}. That is not sure, so it was left.", field=field_name(field))


def why_rivalled(reason: Text, other: str) -> Text:
    """Of a column taken for a field that another fits as well."""
    return text("{why} “{other}” would fit as well.", why=reason, other=other)


def why_rival(field: str, taken: str) -> Text:
    """Of a column left though it fits a field as well as the one that was taken."""
    return text(
        "It could as well be: {field}. “{taken}” was taken for that.",
        field=field_name(field),
        taken=taken,
    )


def why_stage(stage: str) -> Text:
    """Of one column of dates for each stage."""
    return text("Its name says when a deal entered the stage “{stage}”.", stage=stage)


def why_question(one: Profile, scored: bool) -> Text:
    """Of a survey's question."""
    if scored:
        return text("Its name asks something and its cells are answers on a scale.")
    return text("Its name asks something and its cells are words of one's own.")


_GENERIC = {
    "period": text("Its cells are dates or periods."),
    "metric": text("Its cells name the figures."),
    "value": text("Its cells are the figures that the rows name."),
    "unit": text("Its cells are units."),
    "target": text("Its name says that it is a target."),
    "measure": text("Its cells are figures."),
    "dimension": _GROUPS,
}


def why_generic(field: str, said: bool) -> Text:
    """Of a column of a sheet of figures by period."""
    if said:
        return SAID
    return _GENERIC.get(field, _NOT_NEEDED)
