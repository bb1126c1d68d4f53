"""Prepare each series alone: scale, season, trend, memory (method.md, steps 1 and 2).

What was decided on the real series is a Recipe; `prepare` turns a series into what is new in it,
and `reruns` makes other histories of it with the same memory and the same treatment.
Time never shifts: every array keeps one column per calendar period, and a mask says which count.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import spearmanr

from core.language import Text
from core.lead_lag.model import Preparation
from core.lead_lag.season import has_season, seasonal_columns
from core.lead_lag.stationarity import wanders
from core.lead_lag.whitening import (
    Array,
    Filter,
    Mask,
    basis_of,
    has_seasonal_memory,
    order_by_aicc,
    rerun,
    residual_of,
    whiten,
)
from core.periods import grain_of

LONGEST_BRIDGE = 3
FEWEST = 10  # known values below which a series cannot be prepared
FLAT = 1e-9  # share of its own size under which what is left of a series is rounding
GROWS = 0.2  # Spearman correlation of move size with level above which a series is logged
WIDE = 1.2  # highest over lowest below which a logarithm changes nothing


@dataclass(frozen=True)
class Recipe:
    """What is done to one series before its memory is taken out."""

    logged: bool
    seasonal: bool
    differenced: bool


@dataclass(frozen=True)
class Bridge:
    """Short gaps and the known periods on either side of them, one entry per period bridged."""

    gap: NDArray[np.intp]
    before: NDArray[np.intp]
    after: NDArray[np.intp]
    share: Array  # of the way from before to after

    def fill(self, rows: Array) -> Array:
        """Rows (runs, periods) with their short gaps on a straight line."""
        filled = rows.copy()
        filled[:, self.gap] = (1 - self.share) * rows[:, self.before]
        filled[:, self.gap] += self.share * rows[:, self.after]
        return filled


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


def prepare(values: Array, index: pd.PeriodIndex) -> Prepared:
    """What is new in one series (periods,), NaN unknown."""
    bridge = bridge_of(np.isfinite(values))
    recipe = choose_recipe(values, index)
    if np.isfinite(values).sum() < FEWEST:
        return _nothing(len(values), recipe, bridge)
    scaled = _scaled(values, recipe.logged)
    filled = bridge.fill(scaled[None])[0]
    level = filled if not recipe.differenced else differences(filled)
    seen = scaled if not recipe.differenced else differences(scaled)
    design = design_of(index, recipe)
    usable = np.isfinite(level)
    basis = basis_of(design, usable)
    residual = residual_of(np.nan_to_num(level)[None], usable, basis)[0]
    if usable.sum() < design.shape[1] + 4 or np.std(residual[usable]) < FLAT:
        return _nothing(len(values), recipe, bridge)
    filter = _filter(residual, usable, basis, grain_of(index[0]).season)
    done = whiten(np.nan_to_num(level)[None], filter)
    known = np.isfinite(seen)
    size = np.std(done.values[0][known])
    if known.sum() < FEWEST or size < FLAT:
        return _nothing(len(values), recipe, bridge)
    return Prepared(
        values=done.values[0] * known / size,
        known=known,
        recipe=recipe,
        filter=filter,
        bridge=bridge,
        coefficients=done.coefficients[0],
        seasonal=float(done.seasonal[0]),
        columns=design.shape[1],
    )


def reruns(prepared: Prepared, draws: Array) -> Array:
    """Other histories of a series, prepared like it: (runs, periods), 0 where not known.

    draws (runs, BURN_IN + periods), uniform in [0, 1), choose among the series' own innovations.
    """
    assert prepared.filter is not None
    own = prepared.values[prepared.known]
    innovations = (own - own.mean())[(draws * len(own)).astype(int)]
    season = prepared.filter.season
    made = rerun(innovations, prepared.coefficients, prepared.seasonal, season)
    if len(prepared.bridge.gap):
        made = _rebridged(made, prepared)
    return whiten(made, prepared.filter).values * prepared.known


def choose_recipe(values: Array, index: pd.PeriodIndex) -> Recipe:
    """Whether to log, deseasonalise and difference one series."""
    logged = grows_with_level(values)
    scaled = _scaled(values, logged)
    filled = bridge_of(np.isfinite(values)).fill(scaled[None])[0]
    columns = seasonal_columns(index)
    seasonal = has_season(filled, columns, grain_of(index[0]))
    if seasonal:
        steps = np.arange(len(values), dtype=float)
        filled = _residual(filled, np.column_stack([np.ones(len(values)), steps, columns]))
    return Recipe(logged, seasonal, wanders(filled))


def grows_with_level(values: Array) -> bool:
    """Whether moves grow with the level of a series that is always above 0."""
    known = values[np.isfinite(values)]
    if len(known) < FEWEST or known.min() <= 0 or known.max() < WIDE * known.min():
        return False
    move, level = np.abs(np.diff(values)), (values[1:] + values[:-1]) / 2
    both = np.isfinite(move)
    if both.sum() < FEWEST or np.ptp(move[both]) == 0 or np.ptp(level[both]) == 0:
        return False
    r, p = spearmanr(move[both], level[both])
    return bool(r > GROWS and p < 0.05)


def design_of(index: pd.PeriodIndex, recipe: Recipe) -> Array:
    """Constant, trend unless differenced, season if there is one: (periods, columns)."""
    steps = np.linspace(-1, 1, len(index))
    columns = [np.ones((len(index), 1))]
    if not recipe.differenced:
        columns.append(steps[:, None])
    if recipe.seasonal:
        columns.append(seasonal_columns(index))
    return np.column_stack(columns)


def differences(values: Array) -> Array:
    """Change since the period before; the first period has none."""
    return np.concatenate([[np.nan], np.diff(values)])


def bridge_of(known: Mask) -> Bridge:
    """How gaps of up to three periods are filled."""
    places = np.flatnonzero(known)
    steps = np.diff(places)
    start, length = places[:-1], steps - 1
    short = (length > 0) & (length <= LONGEST_BRIDGE)
    start, length = start[short], length[short]
    within = np.concatenate([np.arange(1, one + 1) for one in length] or [np.empty(0, int)])
    before, wide = np.repeat(start, length), np.repeat(length + 1, length)
    return Bridge(before + within, before, before + wide, within / wide)


def _scaled(values: Array, logged: bool) -> Array:
    """On the chosen scale, centred, so that a huge offset costs no digits."""
    known = np.isfinite(values)
    if not known.any():
        return values
    scaled = np.log(values, where=known, out=np.full(len(values), np.nan)) if logged else values
    middle = np.median(scaled[known])
    centred: Array = scaled - middle
    size = np.std(centred[known])
    # what is left of a constant after its offset is rounding, not movement
    tiny = size <= 1e-13 * (abs(middle) + np.abs(scaled[known]).max())
    return np.where(known, 0.0, np.nan) if tiny else centred / size


def _filter(residual: Array, usable: Mask, basis: Array, season: int) -> Filter:
    n = int(usable.sum())
    most = 10 if n >= 120 else 6 if n >= 48 else 3
    order = order_by_aicc(residual, usable, most)
    plain = Filter(usable, basis, order, 0)
    values = whiten(residual[None], plain).values[0]
    yearly = season if has_seasonal_memory(values, usable, season) else 0
    return Filter(usable, basis, order, yearly)


def _rebridged(made: Array, prepared: Prepared) -> Array:
    """Re-runs with the real series' short gaps, bridged as it was."""
    assert prepared.filter is not None
    if not prepared.recipe.differenced:
        return prepared.bridge.fill(made)
    filled = prepared.bridge.fill(np.cumsum(made, axis=1))
    return np.diff(filled, axis=1, prepend=0.0) * prepared.filter.usable


def _residual(values: Array, design: Array) -> Array:
    known = np.isfinite(values)
    left = np.full(len(values), np.nan)
    solved = np.linalg.lstsq(design[known], values[known], rcond=None)[0]
    left[known] = values[known] - design[known] @ solved
    return left


def _nothing(periods: int, recipe: Recipe, bridge: Bridge) -> Prepared:
    none = np.zeros(periods, dtype=bool)
    empty = np.zeros(periods)
    return Prepared(empty, none, recipe, None, bridge, np.empty(0), 0.0, 1)
