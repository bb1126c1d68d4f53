"""How a metric is worked out from records: declared as data, run by any engine Ibis speaks to.

A Flow puts every row into the period of one of its dates and aggregates there. A Stock is what
entered up to the end of the period less what left. A Share is a flow over the stock it started
from. A Derived metric is worked out from other columns of the panel.

In the expressions `_` is the kind's canonical rows (metrics.md) and two columns more: `period`, the
first moment of the row's period, and `as_of`, the day up to which the data are known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import nan
from typing import TypeAlias

import ibis
import ibis.expr.types as ir
import pandas as pd
from ibis import _
from ibis.common.deferred import Deferred

from core.language import Text
from core.tables.model import TableKind

Where: TypeAlias = Deferred  # or a boolean expression
Aggregation = Callable[[Where], Deferred]  # condition on the rows -> aggregate over those rows
View = Callable[[Mapping[TableKind, ir.Table]], ir.Table]
EVERY = ibis.literal(True)


@dataclass(frozen=True)
class Requirement:
    """What must hold over all rows of the table, else the metric is refused."""

    holds: Deferred  # boolean aggregate
    otherwise: Text  # why the metric is not computable
    joined: bool = False  # over the rows of the view, not of the table alone


@dataclass(frozen=True)
class HalfTold:
    """A field that is there and tells less than the one that is missing."""

    there: str
    missing: str
    why: Text  # why the metric is not computable from it


@dataclass(frozen=True)
class Flow:
    """One value a period from the rows dated in it."""

    table: TableKind
    at: str  # the field whose date puts a row into a period
    value: Aggregation
    where: Where = field(default_factory=lambda: EVERY)
    needs: tuple[str, ...] = ()  # fields without which it is not computable, beside `at`
    known: str = ""  # rows without this field are left out, counted and said
    empty: float = nan  # the value of a period without rows: 0.0 where none is a measurement
    requires: tuple[Requirement, ...] = ()
    matures: Deferred | None = None  # aggregate: days after which a cohort hardly changes any more
    view: View | None = None  # the rows, when they are made from several kinds
    beside: tuple[TableKind, ...] = ()  # the other kinds the view takes
    beside_needs: tuple[str, ...] = ()  # fields that each of those needs
    unless: tuple[str, ...] = ()  # fields with which another measure is the better one
    ahead: bool = False  # its dates are plans: known to the end of the period that is running
    unit: str = ""  # where it is another than the metric's
    unknown: Text | None = None  # why, where no period has a value
    half_told: tuple[HalfTold, ...] = ()  # reasons better than the name of a missing column


@dataclass(frozen=True)
class Stock:
    """What stands at the end of the period: entered up to then less left up to then."""

    entered: Flow
    left: Flow


@dataclass(frozen=True)
class Net:
    """What entered in the period less what left in it."""

    entered: Flow
    left: Flow


@dataclass(frozen=True)
class Share:
    """A flow over the stock at the start of the period."""

    part: Flow
    whole: Stock


@dataclass(frozen=True)
class Derived:
    """Worked out, period by period, from other columns of the panel by their ids."""

    of: tuple[str, ...]  # the first is the one whose absence is no reason to speak of the metric
    formula: Callable[..., pd.Series]  # their series, in that order -> series
    sheets: bool = False  # sheets of figures alone can tell it, without any records
    above_zero: tuple[str, ...] = ()  # parts that must be above 0; where they are not is said


Measure = Flow | Stock | Net | Share | Derived


def flows(measure: Measure | None) -> tuple[Flow, ...]:
    """The flows a measure is made of."""
    match measure:
        case Flow():
            return (measure,)
        case Stock() | Net():
            return measure.entered, measure.left
        case Share():
            return measure.part, measure.whole.entered, measure.whole.left
        case Derived() | None:
            return ()


def rows(where: Where) -> Deferred:
    """The number of rows."""
    return _.count(where=where)


def total(of: str) -> Aggregation:
    """The sum of a field."""
    return lambda where: _[of].cast("float64").sum(where=where)


def distinct(of: str) -> Aggregation:
    """How many different values a field has."""
    return lambda where: _[of].nunique(where=where)


def median(of: Deferred) -> Aggregation:
    """The exact median of an expression over each row.

    Spark takes no condition beside a median, so the rows left out are made unknown.
    """
    return lambda where: _among(of, where).median()


def _among(of: Deferred, where: Where) -> Deferred:
    """The values of the rows that meet a condition, unknown elsewhere."""
    return ibis.ifelse(where, of.cast("float64"), ibis.null("float64"))


def mean(of: str) -> Aggregation:
    """The mean of a field."""
    return lambda where: _[of].cast("float64").mean(where=where)


def ratio(above: Aggregation, below: Aggregation) -> Aggregation:
    """One aggregate over another; unknown where the lower one is zero."""
    return lambda where: above(where).cast("float64") / below(where).cast("float64").nullif(0.0)


def share(of: Deferred) -> Aggregation:
    """The rows for which a condition holds, as a share of all of them."""
    return ratio(lambda where: rows(where & of), rows)


def days(since: str, until: str) -> Deferred:
    """Days from one moment to another, with their fraction."""
    return (_[until].epoch_seconds() - _[since].epoch_seconds()).cast("float64") / 86400.0


def usually(field: str) -> Deferred:
    """What a field hardly ever exceeds: its mean and two standard deviations more."""
    taken = _[field].cast("float64")
    return taken.mean() + 2 * taken.std(how="pop")


def key_of(column: ir.Column) -> ir.Value:
    """A number as words, so that 17 and "17" are the same record."""
    whole = column.cast("int64") if column.type().is_floating() else column
    return whole.cast("string")
