"""Which of a file's tables the panel is made of, unless the person says otherwise."""

from collections.abc import Sequence

from core.metrics.by_period import FIGURES
from core.periods import Grain
from core.tables.mapping import KINDS
from core.tables.model import Table


def choose_tables(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables of records, and the sheets of figures that speak at the grain of the largest.

    A yearly summary beside a monthly sheet would else make everything yearly. In file order; none
    when the file holds neither.
    """
    usable = [one for one in tables if one.kind in FIGURES]
    largest = max(usable, key=lambda one: int(one.frame.notna().to_numpy().sum()), default=None)
    return tuple(
        one
        for one in tables
        if one.kind in KINDS
        or (one.kind in FIGURES and largest is not None and _grain(one) is _grain(largest))
    )


def _grain(table: Table) -> Grain | None:
    if table.kind in KINDS:
        return None
    return next((one.grain for one in table.columns if one.field == "period"), None)


def possible_grains(tables: Sequence[Table]) -> tuple[Grain, ...]:
    """The grains these tables can all speak at, shortest first."""
    order = list(Grain)
    longest = max((order.index(one) for one in map(_grain, tables) if one is not None), default=0)
    return tuple(order[longest:])
