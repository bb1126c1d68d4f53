"""A question about many rows asked of one stretch of days after the other.

Different deals of each month take memory for each of them. Where a file holds its rows in the order
of their days, so that it need not be read through for some of them, a few months are asked at a
time; what is held then does not grow with the rows.
"""

from collections.abc import Callable, Iterator, Mapping

import ibis.expr.operations as ops
import ibis.expr.types as ir
import pandas as pd

from core.metrics.engine.cube import COMBINATION, Cube
from core.metrics.engine.from_cube import Carried

_AT_ONCE = 2_000_000  # rows; a group with more is asked as a whole
Between = tuple[pd.Timestamp | None, pd.Timestamp | None]  # from, before


def stretches(
    groups: Mapping[str, ops.Value],
    below: Carried,
    cube: Cube,
    ask: Callable[[ir.Table], pd.DataFrame],
) -> list[ir.BooleanValue]:
    """Conditions on the rows that part them, each group whole; none where all are asked at once."""
    if not cube.ordered_by or not groups or int(cube.counts.sum()) <= _AT_ONCE:
        return []
    fields = {name: below.moved(value) for name, value in groups.items()}
    number = {COMBINATION: ops.Field(below.rows, COMBINATION)}
    found = ask(ops.Project(below.rows, fields | number).to_expr()).set_index(COMBINATION)
    days = cube.days.loc[found.index]
    if days.isna().any():
        return []
    keys = [found[name] for name in groups]
    each = pd.DataFrame({"day": days, "rows": cube.counts.loc[found.index]})
    spans = each.groupby(keys, dropna=False).agg(
        first=("day", "min"), last=("day", "max"), rows=("rows", "sum")
    )
    moment = cube.of[cube.ordered_by]
    parts = list(_parted(spans.sort_values("first")))
    return [_within(moment, part) for part in parts] if len(parts) > 1 else []


def _parted(spans: pd.DataFrame) -> Iterator[Between]:
    """Stretches of days between which no group goes on, each with enough rows."""
    begins, until, rows = None, spans["first"].iloc[0], 0
    for first, last, n in spans.itertuples(index=False):
        if rows and first > until and rows + n > _AT_ONCE:
            yield begins, first
            begins, rows = first, 0
        until, rows = max(until, last), rows + n
    yield begins, None


def _within(moment: ir.TimestampColumn, part: Between) -> ir.BooleanValue:
    begins, ends = part
    if begins is None:
        return moment < ends
    return moment >= begins if ends is None else (moment >= begins) & (moment < ends)
