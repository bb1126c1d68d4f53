"""Columns that divide surveys and other tables alike; the same words are the same group."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import Refusal
from core.metrics import columns_named
from core.people.series.columns import By
from core.people.series.model import StaffSurvey
from core.tables import Table


@dataclass(frozen=True)
class Divided:
    """For each column that divides all it may be called; everywhere: other tables have them all."""

    names: By = ()
    everywhere: bool = True


def by_names(tables: Sequence[Table], surveys: Sequence[StaffSurvey], by: Sequence[str]) -> Divided:
    """What the columns are called in those tables. Raises Refusal: neither has such a column."""
    names, everywhere = list[frozenset[str]](), True
    for one in by:
        own = {one.strip().casefold()}
        try:
            own |= {name.strip().casefold() for name in columns_named(tables, [one])[0]}
        except Refusal as stop:
            _need_column(surveys, one, stop if tables else None)
            everywhere = False
        names.append(frozenset(own))
    return Divided(tuple(names), everywhere)


def _need_column(surveys: Sequence[StaffSurvey], name: str, stop: Refusal | None) -> None:
    """Raises Refusal where no survey has that column either."""
    for at, one in enumerate(surveys):
        newest = one.waves[-1].released
        try:
            newest.column_named(newest.group_named(name))
            return
        except Refusal as unknown:
            if at == len(surveys) - 1:
                raise stop or unknown from None
    if stop is not None:
        raise stop
