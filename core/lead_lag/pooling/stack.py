"""Panels of several segments as one wide panel on one calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.errors import Refusal
from core.language import text
from core.lead_lag.answer import NO_PERIODS
from core.lead_lag.open_days import on_open_days
from core.lead_lag.study import Compared
from core.metrics.panel import Indicator, Panel


@dataclass(frozen=True)
class Stack:
    """The segments by name, and one panel with a column for each indicator of each of them."""

    segments: tuple[str, ...]
    panel: Panel
    closed: bool  # weekdays on which nothing is ever known were left out

    def compared(self, pair: tuple[str, str]) -> Compared:
        """A pair of indicators in every segment."""
        places = range(len(self.segments))
        return Compared(*pair, tuple((column(at, pair[0]), column(at, pair[1])) for at in places))


def column(place: int, id: str) -> str:
    """The column of one indicator in the segment at that place."""
    return f"{place}|{id}"


def indicator_of(column: str) -> str:
    """The indicator whose column this is."""
    return column.split("|", 1)[1]


def stack(segments: Mapping[str, Panel], ids: Sequence[str]) -> Stack:
    """Those indicators of all segments side by side; what a segment lacks is unknown there.

    Raises Refusal when there is no segment, or when their periods are not of one kind.
    """
    if not segments:
        raise Refusal(
            text("There are no segments to pool."), text("Choose what to cut the data by.")
        )
    names = tuple(sorted(segments))
    panels = [segments[name] for name in names]
    calendar = _calendar(panels)
    wide = {
        column(place, id): panel.values[id].reindex(calendar)
        if id in panel.values
        else pd.Series(np.nan, index=calendar)
        for place, panel in enumerate(panels)
        for id in dict.fromkeys(ids)
    }
    values = pd.DataFrame(wide, index=calendar)
    kept = on_open_days(values)
    key = "|".join(f"{name}={panel.key}" for name, panel in zip(names, panels, strict=True))
    counts = kept.notna().astype(int)
    panel = Panel(kept, counts, panels[0].grain, _indicators(panels), None, (), key)
    return Stack(names, panel, len(kept) < len(values))


def _calendar(panels: list[Panel]) -> pd.PeriodIndex:
    """All periods from the first of any segment to the last of any."""
    kinds = {(panel.grain, pd.PeriodIndex(panel.values.index).freqstr) for panel in panels}
    if len(kinds) > 1:
        raise Refusal(
            text("The segments are counted in different periods."),
            text("Use the same kind of period, for example months, for all of them."),
        )
    filled = [pd.PeriodIndex(panel.values.index) for panel in panels if len(panel.values)]
    if not filled:
        raise Refusal(*NO_PERIODS)
    first, last = min(one.min() for one in filled), max(one.max() for one in filled)
    return pd.period_range(first, last, freq=filled[0].freq)


def _indicators(panels: list[Panel]) -> tuple[Indicator, ...]:
    found: dict[str, Indicator] = {}
    for panel in panels:
        for one in panel.indicators:
            found.setdefault(one.id, one)
    return tuple(found.values())
