"""Columns known by what stands beside them: figures by their currency, a payment by its trial."""

from core.language import Text, text
from core.tables.mapping.changes import CHANGED, stage_words
from core.tables.mapping.known import Known
from core.tables.mapping.matching import Match
from core.tables.mapping.profile import NUMBERS, TIMES
from core.tables.model import ColumnType, TableKind

FEWEST = 8  # rows that must agree


def _beside_currency(table: Known) -> dict[int, Match]:
    """The only open column of figures right beside a column of currencies."""
    if "currency" not in table.placed or "amount" not in table.open:
        return {}
    at = table.placed["currency"]
    beside = [i for i in table.free(NUMBERS) if abs(i - at) == 1]
    if len(beside) != 1:
        return {}
    (money,) = table.names(at)

    def why(field: Text) -> Text:
        return text("It stands beside “{money}”, which speaks for: {field}.",
                    money=money, field=field)  # fmt: skip

    return table.taken({beside[0]: "amount"}, why)


def _changed(table: Known) -> dict[int, Match]:
    """The only open column whose cells name the stage among other fields."""
    free = [
        i for i in table.free((ColumnType.TEXT,))
        if len(table.columns[i].words) > 1
        and stage_words([word for word, _ in table.columns[i].words])
    ]  # fmt: skip
    if len(free) != 1 or not {"stage", "entered_at"} <= table.placed.keys():
        return {}

    def why(field: Text) -> Text:
        return text("Its cells name fields, which speaks for: {field}.", field=field)

    return table.taken({free[0]: CHANGED}, why)


def _paying(table: Known) -> dict[int, Match]:
    """Where trials begin in a column of their own, the later beginning is that of paying."""
    if table.found.kind.kind is not TableKind.CUSTOMERS:
        return {}
    if not {"trial_started_at", "started_at"} <= table.placed.keys():
        return {}
    trial, begun = table.placed["trial_started_at"], table.placed["started_at"]
    first, later = table.columns[trial].values, table.columns[begun].values
    known = first.notna() & later.notna()
    if begun in table.said or table.columns[begun].type not in TIMES:
        return {}
    if known.sum() < FEWEST or not (later[known] >= first[known]).all():
        return {}
    if (later[known] > first[known]).mean() <= 0.5:
        return {}
    (name,) = table.names(trial)

    def why(field: Text) -> Text:
        return text("It is later than “{name}”, which speaks for: {field}.", name=name, field=field)

    return table.taken({begun: "paid_at"}, why)


BESIDE = (_beside_currency, _changed, _paying)
