"""Questions about many rows, asked of their cube in place of the rows.

A question is an expression over the rows that ends in counts, extremes or different values. What
only the rows themselves can tell (different deals, medians) is left for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import ibis.expr.types as ir

from core.metrics.engine.cube import COMBINATION, COUNT, Cube
from core.metrics.engine.readings import Columns, Reading, reading

_CARRIED = (COUNT, COMBINATION)
_OF_DIFFERENT = (ops.Max, ops.Min, ops.Any, ops.All, ops.CountDistinct)
_ABOVE = (ops.Aggregate, ops.Sort, ops.Limit, ops.Filter, ops.Project)


@dataclass(frozen=True)
class Carried:
    """What a table made from the rows is when it is made from the cube: `rows` has the columns
    that the cube can tell, COUNT and COMBINATION."""

    was: ops.Relation
    rows: ops.Relation
    columns: Columns

    def tells(self, value: ops.Value | None) -> bool:
        """Whether a value worked out from one row is the same for the cube."""
        return value is None or reading(value, self.columns) == "same"

    def moved(self, value: ops.Value) -> ops.Value:
        """The value, worked out from the cube."""
        fields = {ops.Field(self.was, one): ops.Field(self.rows, one) for one in self.columns}
        return replaced(value, fields)


def replaced(value: ops.Value, by: Mapping[ops.Value, ops.Value]) -> ops.Value:
    """The value with some parts replaced; tables beneath it are not looked at."""

    def part(node: ops.Node, changed: Mapping[str, object] | None) -> ops.Node:
        return by.get(node) or (node if changed is None else node.__recreate__(changed))

    return value.replace(part, filter=ops.Value)


def answered_from(cube: Cube, asked: ir.Table) -> ir.Table | None:
    """The same question of the cube, None where the cube cannot answer it all."""
    found = _above(asked.op(), cube)
    return None if found is None else found.to_expr()


def _above(node: ops.Relation, cube: Cube) -> ops.Relation | None:
    """A table that begins with an aggregate over the rows, from the cube."""
    if isinstance(node, ops.Distinct):
        return _distinct(node, cube)
    if not isinstance(node, _ABOVE):
        return None
    below = carried(node.parent, cube)
    if below is not None:
        return _aggregate(node, below) if isinstance(node, ops.Aggregate) else None
    inner = _above(node.parent, cube)
    return None if inner is None else node.replace({node.parent: inner})


def carried(node: ops.Relation, cube: Cube) -> Carried | None:
    """A table that has a row for each of the rows, or for some of them, from the cube."""
    if node == cube.of.op():
        keys = [one for one in cube.rows.columns if one not in _CARRIED]
        read: dict[str, Reading] = {o: "day" if o in cube.moments else "same" for o in keys}
        return Carried(node, cube.rows.op(), read)
    if not isinstance(node, ops.Project | ops.Filter):
        return None
    below = carried(node.parent, cube)
    if below is None:
        return None
    if isinstance(node, ops.Project):
        return _projected(node, below)
    if not all(below.tells(one) for one in node.predicates):
        return None
    kept = ops.Filter(below.rows, [below.moved(one) for one in node.predicates])
    return Carried(node, kept, below.columns)


def _projected(node: ops.Project, below: Carried) -> Carried:
    read = {name: reading(value, below.columns) for name, value in node.values.items()}
    read = {name: one for name, one in read.items() if one is not None}
    values = {name: below.moved(node.values[name]) for name in read}
    own = {name: ops.Field(below.rows, name) for name in _CARRIED}
    return Carried(node, ops.Project(below.rows, values | own), read)


def _distinct(node: ops.Distinct, cube: Cube) -> ops.Relation | None:
    below = carried(node.parent, cube)
    if below is None or any(below.columns.get(one) != "same" for one in node.schema):
        return None
    fields = {one: ops.Field(below.rows, one) for one in node.schema}
    return ops.Distinct(ops.Project(below.rows, fields))


def _aggregate(node: ops.Aggregate, below: Carried) -> ops.Relation | None:
    parts = {one: counted(one, below) for one in reductions(node)}
    if None in parts.values() or not all(below.tells(one) for one in node.groups.values()):
        return None
    groups = {name: below.moved(value) for name, value in node.groups.items()}
    metrics = {name: replaced(value, parts) for name, value in node.metrics.items()}
    return ops.Aggregate(below.rows, groups, metrics)


def reductions(node: ops.Aggregate) -> list[ops.Reduction]:
    """Everything over several rows that an aggregate asks for."""
    found = (one.find(ops.Reduction, filter=ops.Value) for one in node.metrics.values())
    return list(dict.fromkeys(part for parts in found for part in parts))


def counted(part: ops.Reduction, below: Carried) -> ops.Value | None:
    """What a reduction over the rows is over the cube; None where the cube does not tell it."""
    where = part.where if hasattr(part, "where") else None
    if not below.tells(where):
        return None
    where = None if where is None else below.moved(where)
    n = ops.Field(below.rows, COUNT)
    match part:
        case ops.CountStar(arg=rows) if rows == below.was:
            return _whole(ops.Sum(n, where=where))
        case ops.Count(arg=arg) if reading(arg, below.columns) is not None:
            known = ops.NotNull(below.moved(arg))
            where = known if where is None else ops.And(known, where)
            return _whole(ops.Sum(n, where=where))
        case ops.Sum(arg=arg) if below.tells(arg):
            one = (
                ops.Cast(below.moved(arg), dt.int64) if arg.dtype.is_boolean() else below.moved(arg)
            )
            return ops.Cast(ops.Sum(ops.Multiply(one, n), where=where), part.dtype)
        case _ if type(part) in _OF_DIFFERENT and below.tells(part.arg):
            return type(part)(below.moved(part.arg), where=where)
    return None


def _whole(total: ops.Value) -> ops.Value:
    """A number of rows: 0 where there are none."""
    return ops.Coalesce([ops.Cast(total, dt.int64), ops.Literal(0, dt.int64)])
