"""Between two moments, of which one may be known by the day only."""

import ibis.expr.types as ir
from ibis import _

from core.metrics.engine import Engine

_DAY = 86_400.0


def only_days(rows: ir.Table, engine: Engine) -> frozenset[str]:
    """The columns of moments that never have a time of day."""
    moments = [name for name in rows.columns if rows[name].type().is_timestamp()]
    if not moments:
        return frozenset()
    asked = {f"at_{i}": (_[name] == _[name].truncate("D")).all() for i, name in enumerate(moments)}
    told = engine.run(rows.aggregate(**asked)).iloc[0]
    return frozenset(n for n, whole in zip(moments, told, strict=True) if whole is None or whole)


def days_between(rows: ir.Table, since: str, until: str, coarse: frozenset[str]) -> ir.Value:
    """Days with their fraction; whole days where either is known by the day only."""
    first, last = rows[since], rows[until]
    if {since, until} & coarse:
        first, last = first.truncate("D"), last.truncate("D")
    return (last.epoch_seconds() - first.epoch_seconds()).cast("float64") / _DAY
