"""An aggregate of which the cube tells one part and only the rows the other.

Counts come from the cube. Different deals, medians and the like are asked of the rows, of no more
of them than count.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import ibis.expr.operations as ops
import ibis.expr.types as ir
import pandas as pd

from core.metrics.engine.cube import Cube
from core.metrics.engine.from_cube import Carried, carried, counted, reductions, replaced
from core.metrics.engine.narrowed import narrowed
from core.metrics.engine.stretches import stretches

_COUNTS = (ops.Count, ops.CountStar, ops.CountDistinct)


@dataclass(frozen=True)
class Apportioned:
    """Two questions with the same groups, which together answer the `whole`."""

    whole: ops.Aggregate
    of_cube: ir.Table
    of_rows: tuple[ir.Table, ...]  # some of the groups each
    names: dict[ops.Value, str]  # each part -> the column that answers it

    def together(self, counts: ir.Table, others: ir.Table) -> ir.Table:
        """The whole answer from both, when they are tables here."""
        groups = list(self.whole.groups)
        others = others.rename({f"{name}_there": name for name in groups})
        same = [counts[name].identical_to(others[f"{name}_there"]) for name in groups]
        both = counts.left_join(others, same) if same else counts.cross_join(others)
        told = {part: _told(part, both[name]) for part, name in self.names.items()}
        metrics = {n: replaced(one, told).to_expr() for n, one in self.whole.metrics.items()}
        return both.select(**{name: both[name] for name in groups}, **metrics)


def _told(part: ops.Value, answer: ir.Column) -> ops.Value:
    """Where a group has no row that counts, there are none."""
    column = answer.fill_null(0) if isinstance(part, _COUNTS) else answer
    told: ops.Value = column.op()
    return told


def apportioned(
    asked: ir.Table, cube: Cube, ask: Callable[[ir.Table], pd.DataFrame]
) -> Apportioned | None:
    """The parts of an aggregate; None where the cube tells nothing of it. ask: of the cube."""
    node = asked.op()
    below = carried(node.parent, cube) if isinstance(node, ops.Aggregate) else None
    if below is None or not all(below.tells(one) for one in node.groups.values()):
        return None
    names = {part: f"part_{i}" for i, part in enumerate(reductions(node))}
    told = {part: counted(part, below) for part in names}
    here = {names[part]: one for part, one in told.items() if one is not None}
    there = {names[part]: part for part, one in told.items() if one is None}
    if not here:
        return None
    groups = {name: below.moved(value) for name, value in node.groups.items()}
    return Apportioned(
        node,
        ops.Aggregate(below.rows, groups, here).to_expr(),
        _of_rows(ops.Aggregate(node.parent, node.groups, there), below, cube, ask),
        names,
    )


def _of_rows(
    node: ops.Aggregate, below: Carried, cube: Cube, ask: Callable[[ir.Table], pd.DataFrame]
) -> tuple[ir.Table, ...]:
    """What the rows are asked; where all parts have one condition, of the rows that meet it."""
    parts = stretches(node.groups, below, cube, ask)
    kept = cube.of
    wheres = {getattr(part, "where", None) for part in node.metrics.values()}
    if len(wheres) == 1 and None not in wheres:
        kept, rest = narrowed(wheres.pop(), below, cube, ask)
        node = _among(node, rest)
    tables = [kept.filter(one) for one in parts] or [kept]
    return tuple(node.replace({cube.of.op(): one.op()}).to_expr() for one in tables)


def _among(node: ops.Aggregate, rest: Sequence[ops.Value]) -> ops.Aggregate:
    """The aggregate over rows of which each meets the one condition that its parts have."""
    rows = ops.Filter(node.parent, rest) if rest else node.parent
    moved = {ops.Field(node.parent, one): ops.Field(rows, one) for one in node.parent.schema}
    alone = {name: _alone(part, moved, rows) for name, part in node.metrics.items()}
    groups = {name: replaced(one, moved) for name, one in node.groups.items()}
    return ops.Aggregate(rows, groups, alone)


def _alone(part: ops.Value, moved: Mapping[ops.Value, ops.Value], rows: ops.Relation) -> ops.Value:
    """A part without its condition, over rows that all meet it."""
    if isinstance(part.arg, ops.Relation):
        return part.copy(arg=rows, where=None)
    return replaced(part.copy(where=None), moved)
