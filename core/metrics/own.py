"""A metric a person adds without code: an aggregate of a column, of the rows that meet a condition.

    Big deals = count() in deals by closed_at where amount >= 1000 and status = won
    Cost per lead = ratio(marketing_spend, new_leads)

The first form reads records; columns are named by field or as the file writes them. The second
divides one indicator of the panel by another.
"""

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from typing import Any

import ibis
from ibis import _

from core.errors import Refusal
from core.language import Text, text
from core.metrics import measures
from core.metrics.measures import EVERY, Aggregation, Derived, Flow, Measure, Where
from core.metrics.names import slug
from core.metrics.spec import Aggregate, Metric, Role
from core.tables.mapping import KINDS
from core.tables.model import ColumnType, Table, TableKind

HOW = ("count", "sum", "distinct", "mean", "median", "ratio")
SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_FORM = re.compile(
    r"(?P<name>[^=]+?)\s*=\s*(?P<how>\w+)\(\s*(?P<of>[^,()]*?)\s*(?:,\s*(?P<below>[^,()]+?)\s*)?\)"
    r"(?:\s+in\s+(?P<kind>\w+)\s+by\s+(?P<at>.+?)(?:\s+where\s+(?P<where>.+))?)?\s*$"
)
_CONDITION = re.compile(r"\s*(?P<column>.+?)\s*(?P<sign>!=|>=|<=|=|>|<)\s*(?P<value>.+?)\s*$")


@dataclass(frozen=True)
class Condition:
    """What a row must meet: a column, a sign of SIGNS, and a value as written."""

    column: str
    sign: str
    value: str


@dataclass(frozen=True)
class Own:
    """One metric of a person's own; `kind` "": a ratio of two indicators of the panel."""

    name: str
    how: str  # one of HOW
    of: str = ""  # the column added up or looked at; for count none
    below: str = ""  # of a ratio: what is divided by
    kind: str = ""  # a TableKind
    at: str = ""  # the column of the date that counts
    where: tuple[Condition, ...] = ()
    role: Role = Role.LEADING

    @property
    def id(self) -> str:
        """Its id on the panel."""
        return slug(self.name)

    @property
    def written(self) -> str:
        """The definition in the form that `parsed` reads."""
        inside = ", ".join(part for part in (self.of, self.below) if part)
        said = f"{self.name} = {self.how}({inside})"
        if self.kind:
            said += f" in {self.kind} by {self.at}"
        conditions = [f"{one.column} {one.sign} {one.value}" for one in self.where]
        return f"{said} where {' and '.join(conditions)}" if conditions else said


def parsed(written: str) -> Own:
    """The metric a definition describes. Raises Refusal when it is none."""
    match = _FORM.match(written)
    if match is None or match["how"] not in HOW:
        raise _no_form(written)
    conditions = re.split(r"\s+and\s+", match["where"]) if match["where"] else []
    own = Own(
        name=match["name"].strip(),
        how=match["how"],
        of=match["of"],
        below=match["below"] or "",
        kind=match["kind"] or "",
        at=(match["at"] or "").strip(),
        where=tuple(_condition(one, written) for one in conditions),
    )
    return _checked(own, written)


def _condition(written: str, whole: str) -> Condition:
    match = _CONDITION.match(written)
    if match is None:
        raise _no_form(whole)
    return Condition(match["column"], match["sign"], match["value"].strip("\"'“”"))


def _checked(own: Own, written: str) -> Own:
    """The definition, when it can mean something at all."""
    ratio = own.how == "ratio"
    dated = own.kind in {kind.value for kind in KINDS} and bool(own.at)
    filled = own.how == "count" or bool(own.of)
    if (dated or (ratio and not own.kind)) and filled and ratio == bool(own.below):
        return own
    raise _no_form(written)


def _no_form(written: str) -> Refusal:
    return Refusal(
        text("“{written}” does not define an indicator.", written=written),
        text(
            "Write it as {records}, or as {ratio}.",
            records="Name = sum(amount) in deals by closed_at where status = won",
            ratio="Name = ratio(revenue, new_leads)",
        ),
    )


def metric_of(own: Own, tables: Sequence[Table]) -> Metric:
    """The declared metric it is, for the panel to work out like any other.

    Its columns are found among the tables by name or field; one that is not there stays as written,
    so that the metric is refused and the column named.
    """
    own, types = _resolved(own, [table for table in tables if table.kind.value == own.kind])
    counted = own.how in ("count", "distinct")
    added = counted or own.how == "sum"
    return Metric(
        id=own.id,
        name=Text.joined("", [own.name]),
        meaning=text("Your own: {written}", written=own.written),
        role=own.role,
        better="up",
        unit="count" if counted else "ratio" if own.how == "ratio" else "",
        aggregate=Aggregate.SUM if added else Aggregate.MEAN,
        aliases=(),
        measures=(_measure(own, types),),
        contains=() if own.kind else (own.of, own.below),
    )


def _resolved(own: Own, tables: Sequence[Table]) -> tuple[Own, Mapping[str, ColumnType]]:
    """The definition with columns under the names records have, and the type of each."""
    known: dict[str, tuple[str, ColumnType]] = {}
    for table in tables:
        for column in table.columns:
            canonical = column.field in KINDS[table.kind].ids - {"-"}
            found = (column.field if canonical else column.name, column.type)
            known |= {column.name.casefold(): found, **({column.field: found} if canonical else {})}
    name = {one: known[one.casefold()][0] for one in _columns(own) if one.casefold() in known}
    resolved = replace(
        own,
        of=name.get(own.of, own.of),
        below=name.get(own.below, own.below),
        at=name.get(own.at, own.at),
        where=tuple(replace(one, column=name.get(one.column, one.column)) for one in own.where),
    )
    return resolved, dict(known.values())


def _columns(own: Own) -> list[str]:
    return [own.of, own.below, own.at, *(one.column for one in own.where)]


def _measure(own: Own, types: Mapping[str, ColumnType]) -> Measure:
    if not own.kind:
        return Derived((own.of, own.below), lambda above, below: above / below.where(below != 0))
    needs = [one.column for one in own.where]
    needs += [own.of, own.below] if own.how == "ratio" else []
    return Flow(
        TableKind(own.kind),
        own.at,
        _aggregation(own),
        reduce(operator.and_, (_meets(one, types) for one in own.where), EVERY),
        needs=tuple(needs),
        known=own.of if own.how not in ("count", "ratio") else "",
        empty=0.0 if own.how in ("count", "distinct", "sum") else float("nan"),
    )


def _aggregation(own: Own) -> Aggregation:
    match own.how:
        case "count":
            return measures.rows
        case "sum":
            return measures.total(own.of)
        case "distinct":
            return measures.distinct(own.of)
        case "mean":
            return measures.mean(own.of)
        case "median":
            return measures.median(_[own.of])
        case _:
            return measures.ratio(measures.total(own.of), measures.total(own.below))


def _meets(one: Condition, types: Mapping[str, ColumnType]) -> Where:
    """The condition, its value taken as what the column holds. Raises Refusal when it is none."""
    column, sign, type = _[one.column], SIGNS[one.sign], types.get(one.column, ColumnType.TEXT)
    if one.column == "status":  # said in words of its own, whatever the file wrote
        return sign(column.cast("string").lower(), one.value.lower())
    try:
        if type in (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.DURATION):
            return sign(column, float(one.value))
        if type in (ColumnType.DATE, ColumnType.DATETIME):
            return sign(column, ibis.timestamp(datetime.fromisoformat(one.value)))
    except ValueError:
        raise Refusal(
            text(
                "“{value}” cannot be compared with column “{name}”.",
                value=one.value,
                name=one.column,
            ),
            text("Write numbers with a decimal point and dates as 2025-12-31."),
        ) from None
    if type is ColumnType.BOOLEAN:
        return sign(column, one.value.lower() in ("true", "yes", "ya", "1"))
    return sign(column.lower(), one.value.lower())
