"""Why two tables must not be put together: other kinds, types, units or lengths of period."""

from core.errors import Issue, Place
from core.language import Text, text
from core.periods import Grain
from core.tables.model import Column, ColumnType, Table
from core.tables.type_names import GRAINS, TYPES
from core.tables.updates.likeness import NUMBERS, TIMES, common_grain
from core.tables.updates.pairing import Pair


def doubts(pair: Pair) -> tuple[Issue, ...]:
    """What of the columns forbids comparing their values."""
    found = [_question(pair.before), _question(pair.after) or _kind(pair)]
    for old, new in pair.columns:
        found.append(_type(pair, old, new) or _unit(pair, old, new) or _grain(pair, old, new))
    return tuple(one for one in found if one is not None)


def _question(table: Table) -> Issue | None:
    if not table.questions:
        return None
    asked = table.questions[0]
    return Issue(
        asked.what,
        text("Answer this question first; then the two files can be compared."),
        Place(table.source, table.sheet, column=asked.column),
    )


def _kind(pair: Pair) -> Issue | None:
    if pair.before.kind is pair.after.kind or not pair.lost:
        return None
    return Issue(
        text("The table was read as another kind of table than before."),
        text("Give the columns the same names and the rows the same meaning in both files."),
        Place(pair.after.source, pair.after.sheet),
    )


def _type(pair: Pair, old: Column, new: Column) -> Issue | None:
    types = {old.type, new.type} - {ColumnType.EMPTY}
    if len(types) < 2 or types <= set(NUMBERS) or types <= set(TIMES):
        return None
    what = text(
        "“{name}” was read as {before} before and as {after} now.",
        name=old.name,
        before=TYPES[old.type],
        after=TYPES[new.type],
    )
    return _issue(pair, new, what, text("Write the column the same way in both files."))


def _unit(pair: Pair, old: Column, new: Column) -> Issue | None:
    if old.unit == new.unit or ColumnType.EMPTY in (old.type, new.type):
        return None
    if "" in (old.unit, new.unit) and "percent" not in (old.unit, new.unit):
        return None
    what = text(
        "“{name}” was in {before} before and is in {after} now.",
        name=old.name,
        before=_unit_said(old.unit),
        after=_unit_said(new.unit),
    )
    return _issue(pair, new, what, text("Write the column in the same unit in both files."))


def other_kind(pair: Pair) -> tuple[Text, ...]:
    """A word on a new table that by itself would be of another kind."""
    if pair.before.kind is pair.after.kind:
        return ()
    return (text("By itself the new table would be of another kind; taken as before."),)


def unit_unsaid(pair: Pair) -> tuple[Text, ...]:
    """Columns of which one file only names the currency."""
    return tuple(
        text(
            "“{name}” names {unit} in one file only; taken as the same unit.",
            name=old.name,
            unit=old.unit or new.unit,
        )
        for old, new in pair.columns
        if "" in (old.unit, new.unit)
        and old.unit != new.unit
        and ColumnType.EMPTY not in (old.type, new.type)
    )


def _unit_said(unit: str) -> Text:
    if unit == "percent":
        return text("percent")
    return Text(unit) if unit else text("plain numbers")


def _grain(pair: Pair, old: Column, new: Column) -> Issue | None:
    grains = old.grain, new.grain
    if old.field != "period" or None in grains or grains[0] == grains[1]:
        return None
    if Grain.DAY in grains and common_grain(pair, old, new) is not None:
        return None
    what = text(
        "“{name}” was in {before} before and is in {after} now.",
        name=old.name,
        before=GRAINS[old.grain or Grain.DAY],
        after=GRAINS[new.grain or Grain.DAY],
    )
    return _issue(pair, new, what, text("Bring a file with periods of the same length."))


def _issue(pair: Pair, column: Column, what: Text, remedy: Text) -> Issue:
    return Issue(what, remedy, Place(pair.after.source, pair.after.sheet, column=column.name))
