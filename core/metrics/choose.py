"""Which of a file's tables the panel is made of, unless the person says otherwise."""

from collections.abc import Sequence

from core.metrics.by_period import FIGURES, by_period
from core.periods import Grain
from core.tables.model import Table


def choose_tables(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The KPI tables that speak at the grain of the one with most values, in file order.

    A yearly summary beside a monthly sheet would else make everything yearly. None when the file
    holds no KPI table.
    """
    usable = [one for one in tables if by_period(one).kind in FIGURES]
    if not usable:
        return ()
    largest = max(usable, key=lambda one: int(one.frame.notna().to_numpy().sum()))
    return tuple(one for one in usable if _grain(one) is _grain(largest))


def _grain(table: Table) -> Grain | None:
    return next((one.grain for one in by_period(table).columns if one.field == "period"), None)


def possible_grains(tables: Sequence[Table]) -> tuple[Grain, ...]:
    """The grains these tables can all speak at, shortest first."""
    order = list(Grain)
    longest = max((order.index(one) for one in map(_grain, tables) if one is not None), default=0)
    return tuple(order[longest:])
