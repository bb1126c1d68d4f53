"""What tables leave open, and what to say when nothing in them can be read."""

from collections.abc import Mapping, Sequence

from core.errors import Place, Refusal
from core.language import Text, text
from core.metrics.catalogue import CATALOGUE
from core.tables.mapping import KIND_NAMES, KINDS
from core.tables.model import ColumnType, Table

REASONS = 3  # said in a refusal at most


def nothing_to_read(tables: Sequence[Table], usable: Sequence[Table]) -> Refusal:
    """The refusal of tables without a period or without a number; an open question goes first.

    `usable` are those with a period and a number beside it.
    """
    for table in tables:
        for question in table.questions:
            remedy = text("Answer it with {option}.", option=question.option)
            place = Place(table.source, table.sheet, column=question.column)
            return Refusal(question.what, remedy, place)
    if not tables:
        return Refusal(
            text("No table with figures by period is in use."),
            text("Bring a sheet with one row for each period, or choose a table on the data page."),
        )
    place = Place(tables[0].source, tables[0].sheet)
    if tables[0].kind in KINDS and not usable:
        if any(column.field == "churned" for column in tables[0].columns):
            return _who_and_not_when(place)
        return Refusal(
            text(
                "None of the rows of this table ({kind}) has a date.",
                kind=KIND_NAMES[tables[0].kind],
            ),
            text("Add the dates, or say on the data page which column holds them."),
            place,
        )
    kinds = {column.type for table in tables for column in table.columns}
    if not usable and not kinds & {ColumnType.DATE, ColumnType.DATETIME}:
        return Refusal(
            text("No column says which period a row belongs to."),
            text("Add a column with the month, week or date of each row."),
            place,
        )
    return Refusal(
        text("No column of numbers was found beside the period."),
        text("Add at least one column with a number for each period."),
        place,
    )


def _who_and_not_when(place: Place) -> Refusal:
    return Refusal(
        text("This table says who left and not when, so no period can be given a churn rate."),
        text("Add the day each customer began and, for those who left, the day they left."),
        place,
    )


def nothing_told(notices: Sequence[Text], refused: Mapping[str, Text]) -> Refusal:
    """The refusal of records that tell no indicator, with what was said of them and why not."""
    what = text("No indicator can be worked out from these tables.")
    known = {id: why for id, why in refused.items() if id in CATALOGUE}
    reasons = [Text.joined(": ", [CATALOGUE[id].name, why]) for id, why in known.items()]
    return Refusal(
        Text.joined(" ", [what, *notices[:REASONS]]),
        Text.joined(". ", reasons[:REASONS]) if reasons else text("Bring other tables."),
    )


def left_out(table: Table) -> list[Text]:
    """What to say of a table whose period is an open question."""
    return [
        text(
            "{place} is left out until its question is answered ({option}).",
            place=Place(table.source, table.sheet).text(),
            option=question.option,
        )
        for question in table.questions[:1]
    ]


def unanswered(table: Table) -> list[Text]:
    """What to say of columns whose numbers are an open question."""
    return [
        text(
            "Column “{column}” is left out until its question is answered ({option}).",
            column=question.column,
            option=question.option,
        )
        for question in table.questions
    ]
