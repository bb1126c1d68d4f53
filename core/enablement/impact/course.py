"""The series that a question about a date is put to: groups added up, compared, on one scale."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from core.enablement.impact.model import Asked
from core.enablement.impact.span import Span, cycle_days, span, usual_after
from core.errors import Refusal
from core.language import text
from core.metrics import Aggregate, Indicator, Panel


@dataclass(frozen=True)
class Scale:
    """How amounts become the numbers that are compared: log, share of a level, or as they are."""

    kind: str  # log | share | plain
    level: float = 1.0

    def to(self, values: pd.Series) -> pd.Series:
        """On the working scale; what a logarithm cannot take is unknown."""
        return np.log(values.where(values > 0)) if self.kind == "log" else values / self.level

    def back(self, values: pd.Series) -> pd.Series:
        """In the unit of the indicator."""
        return np.exp(values) if self.kind == "log" else values * self.level

    def effect(self, change: float, mean: float) -> float:
        """A change on the working scale in units of the indicator whose mean after is `mean`."""
        return mean * -float(np.expm1(-change)) if self.kind == "log" else change * self.level


@dataclass(frozen=True)
class Course:
    """Treated and compared series, and the one number of each period that the date may move.

    gap: the treated on the working scale, less the comparison's where there is one.
    """

    treated: pd.Series
    comparison: pd.Series | None
    control: pd.Series | None
    span: Span
    scale: Scale
    gap: pd.Series

    @cached_property
    def rows(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """The periods of which everything is known."""
        known = self.gap.notna()
        return np.asarray(known if self.control is None else known & self.control.notna())


def course(panel: Panel, metric: str, when: date, asked: Asked) -> Course:
    """The treated beside the comparison. Raises Refusal for what is not there or too short.

    Where every value is above zero changes are told in shares, so that large and small groups can
    be held against each other; rates are held in points; else each is divided by its level before.
    """
    one = panel.indicator(metric)
    _apart(asked, one)
    treated = together(panel, one, asked.treated)
    comparison = together(panel, one, asked.comparison) if asked.comparison else None
    control = panel.values[asked.control] if asked.control else None
    every = [one for one in (treated, comparison, control) if one is not None]
    known = pd.concat(every, axis=1).notna().all(axis=1)
    periods = asked.periods or usual_after(panel.grain, cycle_days(panel))
    found = span(known, when, periods)
    scales = _scales(every[: 1 if comparison is None else 2], one.unit, found)
    gap = scales[0].to(treated)
    if comparison is not None:
        gap = gap - scales[1].to(comparison)
    if control is not None:
        control = _scales([control], panel.indicator(str(asked.control)).unit, found)[0].to(control)
    made = Course(treated, comparison, control, found, scales[0], gap)
    _varies(made, one)
    return made


def alone(panel: Panel, one: Indicator, group: str, found: Span) -> pd.Series:
    """One group by itself on its own working scale."""
    values = together(panel, one, (group,))
    return _scales([values], one.unit, found)[0].to(values)


def together(panel: Panel, one: Indicator, groups: tuple[str, ...]) -> pd.Series:
    """The indicator of some groups as one; of the whole panel where none is named.

    Sums and levels are added up and unknown where one is; rates and means are weighed by the
    records behind them. Raises Refusal for a group without the indicator.
    """
    if not groups:
        return panel.values[one.id]
    parts = [_group(panel, name, one) for name in groups]
    if len(parts) == 1:
        return parts[0].values[one.id]
    values = pd.concat([part.values[one.id] for part in parts], axis=1)
    if one.aggregate is not Aggregate.MEAN:
        return values.sum(axis=1, skipna=False).rename(one.id)
    counts = pd.concat([part.counts[one.id] for part in parts], axis=1)
    weights = counts.where(values.notna(), 0.0).astype(float)
    weights = weights.where(weights.sum(axis=1) > 0, values.notna().astype(float), axis=0)
    weighed = (values.fillna(0.0) * weights).sum(axis=1) / weights.sum(axis=1)
    return weighed.where(values.notna().any(axis=1)).rename(one.id)


def _group(panel: Panel, name: str, one: Indicator) -> Panel:
    found = panel.segments.get(name)
    if found is None or one.id not in found.values:
        known = [name for name, own in panel.segments.items() if one.id in own.values]
        undivided = text("Say with --by which column holds the groups.")
        raise Refusal(
            text("{metric} is not known for the group “{name}”.", metric=one.name, name=name),
            text("Choose from: {known}.", known=", ".join(known)) if known else undivided,
        )
    return found


def _scales(every: list[pd.Series], unit: str, found: Span) -> list[Scale]:
    if unit == "rate":
        return [Scale("plain") for _ in every]
    if all(bool((one.iloc[found.start : found.end].dropna() > 0).all()) for one in every):
        return [Scale("log") for _ in every]
    levels = [float(one.iloc[found.start : found.out].mean()) for one in every]
    return [Scale("share", level) if min(levels) > 0 else Scale("plain") for level in levels]


def _apart(asked: Asked, one: Indicator) -> None:
    """Raises Refusal where something would be held against itself."""
    both = [name for name in asked.treated if name in asked.comparison]
    if both:
        raise Refusal(
            text("The group “{name}” cannot be compared with itself.", name=both[0]),
            text("Name groups for the comparison that it was not for."),
        )
    if asked.comparison and not asked.treated:
        raise Refusal(
            text("It is not said for which groups it was, only with which to compare them."),
            text("Name the groups it was for (--treated)."),
        )
    if asked.control == one.id:
        raise Refusal(
            text("{metric} cannot be held against itself.", metric=one.name),
            text("Choose another indicator, one that the event cannot have moved."),
        )


def _varies(made: Course, one: Indicator) -> None:
    """Raises Refusal where nothing ever moved: no chance can be judged from that."""
    past = made.gap.iloc[made.span.start : made.span.out].dropna()
    if float(past.std()) <= 1e-9 * max(1.0, float(past.abs().max())):
        raise Refusal(
            text("{metric} never changed before this date.", metric=one.name),
            text("Choose an indicator, or groups, whose figures move from period to period."),
        )
