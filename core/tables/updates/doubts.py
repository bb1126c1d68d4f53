"""Why two tables must not be put together: other types, units, lengths of period, or scales."""

import numpy as np
import pandas as pd

from core.errors import Issue, Place
from core.language import Text, text
from core.periods import Grain
from core.tables.model import Column, ColumnType, Table
from core.tables.updates.keys import Key
from core.tables.updates.likeness import NUMBERS, TIMES, common_grain
from core.tables.updates.matching import Matched
from core.tables.updates.pairing import Pair, metric_of

SCALES = (1e2, 1e3, 1e6, 1e9)
NEAR = 0.01  # how far from such a factor rounding may lead
MOSTLY = 0.9
FAR = 90.0  # times from which rows that overlap nowhere are doubted
LEAST = 2  # cells before one factor shows another unit
TYPES = {
    ColumnType.TEXT: text("text"),
    ColumnType.NUMBER: text("number"),
    ColumnType.INTEGER: text("whole number"),
    ColumnType.DATE: text("date"),
    ColumnType.DATETIME: text("date and time"),
    ColumnType.BOOLEAN: text("yes or no"),
    ColumnType.DURATION: text("duration"),
}


def doubts(pair: Pair) -> tuple[Issue, ...]:
    """What of the columns forbids comparing their values."""
    found = [_question(pair.before), _question(pair.after) or _kind(pair)]
    for old, new in pair.columns:
        found.append(_type(pair, old, new) or _unit(pair, old, new) or _grain(pair, old, new))
    return tuple(one for one in found if one is not None)


def jumps(pair: Pair, key: Key, rows: Matched) -> tuple[Issue, ...]:
    """Columns, and metrics of a long table, of which nearly every number went up or down by one
    power of ten on the rows both files have."""
    if not key.names or not len(rows.old):
        return ()
    old = np.concatenate([rows.same_old, rows.old])
    new = np.concatenate([rows.same_new, rows.new])
    metric = metric_of(pair.before)
    names = None if metric is None else pair.before.frame[metric].to_numpy()[old]
    found = []
    for mine, its in pair.columns:
        if mine.type in NUMBERS and its.type in NUMBERS and mine.name not in key.names:
            before = pair.before.frame[mine.name].to_numpy(float)[old]
            after = pair.after.frame[its.name].to_numpy(float)[new]
            ratios = pd.Series(after / np.where(before == 0, np.nan, before))
            groups = ratios.groupby(names) if names is not None else [(mine.name, ratios)]
            found += [
                _jumped(pair.after, str(name), factor)
                for name, each in groups
                if (factor := _factor(each)) is not None
            ]
    return tuple(found)


def _factor(ratios: "pd.Series[float]") -> float | None:
    """The power of ten by which nearly all numbers changed; None when they did not."""
    known = ratios[np.isfinite(ratios) & (ratios != 0)].to_numpy()
    if len(known) < LEAST:
        return None
    for scale in SCALES:
        for factor in (scale, 1 / scale):
            if (np.abs(known / factor - 1) <= NEAR).mean() >= MOSTLY:
                return factor
    return None


def other_scale(pair: Pair, key: Key, rows: Matched) -> tuple[Text, ...]:
    """Columns of which the new rows lie far above or below every old one."""
    found = []
    for mine, its in pair.columns:
        if mine.type in NUMBERS and its.type in NUMBERS and mine.name not in key.names:
            old = _sizes(pair.before.frame[mine.name])
            new = _sizes(pair.after.frame[its.name].iloc[rows.only_new])
            if len(old) > LEAST and len(new) and (old.max() < new.min() or new.max() < old.min()):
                found += _scaled(mine.name, float(np.median(new) / np.median(old)))
    return tuple(found)


def _sizes(values: "pd.Series[float]") -> "pd.Series[float]":
    known = values.dropna().abs().astype(float)
    return known[known > 0]


def _scaled(name: str, ratio: float) -> list[Text]:
    if ratio >= FAR:
        return [
            text(
                "The new rows of “{name}” are about {factor} times as large as the old ones: is "
                "the unit the same?",
                name=name,
                factor=round(ratio),
            )
        ]
    if ratio <= 1 / FAR:
        return [
            text(
                "The new rows of “{name}” are about {factor} times smaller than the old ones: is "
                "the unit the same?",
                name=name,
                factor=round(1 / ratio),
            )
        ]
    return []


def _jumped(table: Table, name: str, factor: float) -> Issue:
    up = text("“{name}” is {factor} times as large as before on the rows both files have.",
              name=name, factor=round(factor))  # fmt: skip
    down = text("“{name}” is {factor} times smaller than before on the rows both files have.",
                name=name, factor=round(1 / factor))  # fmt: skip
    return Issue(
        up if factor > 1 else down,
        text("Write both files in the same unit, or replace the old file by the new one."),
        Place(table.source, table.sheet, column=name),
    )


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
        before=_GRAINS[old.grain or Grain.DAY],
        after=_GRAINS[new.grain or Grain.DAY],
    )
    return _issue(pair, new, what, text("Bring a file with periods of the same length."))


_GRAINS = {
    Grain.DAY: text("days"),
    Grain.WEEK: text("weeks"),
    Grain.MONTH: text("months"),
    Grain.QUARTER: text("quarters"),
    Grain.YEAR: text("years"),
}


def _issue(pair: Pair, column: Column, what: Text, remedy: Text) -> Issue:
    return Issue(what, remedy, Place(pair.after.source, pair.after.sheet, column=column.name))
