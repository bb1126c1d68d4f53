"""Prepare each series alone, and make other histories of it (method.md, steps 1, 2 and 4).

`prepare` turns a series into what is new in it; `reruns` makes other histories with the same memory
and the same treatment. Time never shifts: every array keeps one column per calendar period, and a
mask says which count.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.language import Text
from core.lead_lag.arrays import Array, Mask
from core.lead_lag.bridge import Bridge, bridge_of
from core.lead_lag.model import Preparation
from core.lead_lag.open_days import days_a_week
from core.lead_lag.recipe import (
    FEWEST,
    FLAT,
    Recipe,
    design_of,
    differences,
    scaled_of,
)
from core.lead_lag.whitening import (
    Filter,
    basis_of,
    has_seasonal_memory,
    order_by_aicc,
    rerun,
    residual_of,
    whiten,
)


@dataclass(frozen=True)
class Prepared:
    """One series as what is new in it; `known` is False where nothing may be concluded."""

    values: Array  # (periods,), 0 where not known
    known: Mask
    recipe: Recipe
    filter: Filter | None  # None: nothing to compare
    bridge: Bridge
    coefficients: Array
    seasonal: float
    columns: int  # of the design: degrees of freedom it cost
    enough: bool  # values to prepare it at all

    @property
    def exhausted(self) -> bool:
        """Whether nothing is left to compare although there are values enough."""
        return self.filter is None and self.enough

    def preparation(self, notices: tuple[Text, ...]) -> Preparation:
        """What was done, for the record, with what was noticed."""
        order = self.filter.order if self.filter else 0
        yearly = bool(self.filter and self.filter.season)
        done = self.recipe
        return Preparation(
            done.logged,
            done.seasonal,
            done.differenced,
            order,
            yearly,
            len(self.bridge.gap),
            notices,
        )


def measured(series: pd.Series) -> Array:
    """The series as numbers; whatever is not finite is unknown."""
    values = series.to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan)


def unit_of(values: Array) -> float:
    """The power of two just above a series' largest size; 1 for a series of nothing but zeros."""
    largest = float(np.abs(values[np.isfinite(values)]).max(initial=0))
    exponent = int(np.clip(np.frexp(largest)[1], -1000, 1000)) if largest > 0 else 0
    return float(np.ldexp(1.0, exponent))


def prepare(values: Array, index: pd.PeriodIndex, recipe: Recipe) -> Prepared:
    """What is new in one series (periods,), NaN unknown."""
    bridge = bridge_of(np.isfinite(values))
    if np.isfinite(values).sum() < FEWEST:
        return _nothing(values, recipe, bridge)
    scaled = scaled_of(values, recipe.logged)
    filled = bridge.fill(scaled[None])[0]
    level = filled if not recipe.differenced else differences(filled)
    seen = scaled if not recipe.differenced else differences(scaled)
    design = design_of(index, recipe)
    usable = np.isfinite(level)
    basis = basis_of(design, usable)
    residual = residual_of(np.nan_to_num(level)[None], usable, basis)[0]
    if usable.sum() < design.shape[1] + 4 or np.std(residual[usable]) < FLAT:
        return _nothing(values, recipe, bridge)
    filter = _filter(residual, usable, basis, days_a_week(index))
    done = whiten(np.nan_to_num(level)[None], filter)
    known = np.isfinite(seen)
    size = np.std(done.values[0][known])
    if known.sum() < FEWEST or size < FLAT:
        return _nothing(values, recipe, bridge)
    return Prepared(
        values=done.values[0] * known / size,
        known=known,
        recipe=recipe,
        filter=filter,
        bridge=bridge,
        coefficients=done.coefficients[0],
        seasonal=float(done.seasonal[0]),
        columns=design.shape[1],
        enough=True,
    )


def reruns(prepared: Prepared, innovations: Array) -> Array:
    """Other histories that innovations (runs, BURN_IN + periods) make of a series' memory.

    Prepared like the series: (runs, periods), 0 where not known.
    """
    assert prepared.filter is not None
    season = prepared.filter.season
    made = rerun(innovations, prepared.coefficients, prepared.seasonal, season)
    if len(prepared.bridge.gap):
        made = _rebridged(made, prepared)
    return whiten(made, prepared.filter).values * prepared.known


def _filter(residual: Array, usable: Mask, basis: Array, season: int) -> Filter:
    columns = basis.shape[1]
    n = int(usable.sum()) - columns
    most = 10 if n >= 120 else 6 if n >= 48 else 3
    order = order_by_aicc(residual, usable, most, columns)
    plain = Filter(usable, basis, order, 0)
    values = whiten(residual[None], plain).values[0]
    taken = season <= basis.shape[1]
    yearly = season if has_seasonal_memory(values, usable, season, taken) else 0
    return Filter(usable, basis, order, yearly)


def _rebridged(made: Array, prepared: Prepared) -> Array:
    """Re-runs with the real series' short gaps, bridged as it was."""
    assert prepared.filter is not None
    if not prepared.recipe.differenced:
        return prepared.bridge.fill(made)
    filled = prepared.bridge.fill(np.cumsum(made, axis=1))
    return np.diff(filled, axis=1, prepend=0.0) * prepared.filter.usable


def _nothing(values: Array, recipe: Recipe, bridge: Bridge) -> Prepared:
    enough = bool(np.isfinite(values).sum() >= FEWEST)
    none, empty = np.zeros(len(values), dtype=bool), np.zeros(len(values))
    return Prepared(empty, none, recipe, None, bridge, np.empty(0), 0.0, 1, enough)
