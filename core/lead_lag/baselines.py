"""The two baselines of a result, and what is new in an indicator, by what was known at a time.

Recipes and coefficients come from the periods before `start` only; the last known value stands in
for an unknown one for at most three periods (a bridge would look ahead).
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array, Mask
from core.lead_lag.bridge import LONGEST_BRIDGE
from core.lead_lag.least_squares import MEMORY
from core.lead_lag.open_days import days_a_week
from core.lead_lag.recipe import (
    FEWEST,
    Recipe,
    choose_recipe,
    constant,
    design_of,
    differences,
)
from core.lead_lag.scales import Scale
from core.lead_lag.season import seasonal_columns
from core.lead_lag.whitening import autoregression, order_by_aicc
from core.lead_lag.windows import lagged

NEWS_ORDER = 3  # longest memory taken out of an indicator


def carried(values: Array) -> Array:
    """Unknown values replaced by the last known one, at most three periods old."""
    filled = pd.Series(values).ffill(limit=LONGEST_BRIDGE)
    return np.asarray(filled.to_numpy(), dtype=np.float64)


@dataclass(frozen=True)
class Model:
    """A linear baseline: target = design x coefficients; forecast = before + that."""

    target: Array  # (periods,)
    design: Array  # (periods, columns), the memory's columns last
    used: Mask  # (columns,)
    before: Array  # (periods,) what is added to the modelled change


@dataclass(frozen=True)
class Target:
    """One result as its two baselines see it."""

    actual: Array
    memory: Model
    naive: Model

    @staticmethod
    def of(values: Array, index: pd.PeriodIndex, start: int) -> "Target":
        """The models whose recipe the periods before start choose."""
        recipe = replace(choose_recipe(values[:start], index[:start]), logged=False)
        filled = carried(values)
        season = days_a_week(index)
        return Target(
            values,
            _autoregressive(values, filled, recipe, index),
            _seasonal_naive(values, lagged_unknown(filled, season), index),
        )


def lagged_unknown(values: Array, lag: int) -> Array:
    """Values lag periods before; NaN before the first."""
    moved = lagged(values, lag)
    moved[:lag] = np.nan
    return moved


def _autoregressive(values: Array, filled: Array, recipe: Recipe, index: pd.PeriodIndex) -> Model:
    before = lagged_unknown(filled, 1) if recipe.differenced else np.zeros(len(values))
    change = differences(filled) if recipe.differenced else filled
    past = np.column_stack([lagged_unknown(change, lag) for lag in range(1, MEMORY + 1)])
    season = seasonal_columns(index)
    trend = np.arange(len(index)) / 100
    design = np.column_stack([np.ones(len(index)), trend, season, past])
    used = np.ones(design.shape[1], dtype=bool)
    used[1] = not recipe.differenced
    used[2 : 2 + season.shape[1]] = recipe.seasonal
    return Model(values - before, design, used, before)


def _seasonal_naive(values: Array, before: Array, index: pd.PeriodIndex) -> Model:
    columns = 2 + seasonal_columns(index).shape[1] + MEMORY
    design = np.zeros((len(index), columns))
    design[:, 0] = 1.0
    used = np.zeros(columns, dtype=bool)
    used[0] = True
    return Model(values - before, design, used, before)


def news(values: Array, index: pd.PeriodIndex, start: int) -> Array:
    """What is new in an indicator, by coefficients of the periods before start; NaN unknown."""
    unknown = np.full(len(values), np.nan)
    known = values[:start][np.isfinite(values[:start])]
    if len(known) < FEWEST or constant(known):
        return unknown
    recipe = choose_recipe(values[:start], index[:start])
    scale = Scale(recipe.logged, *_middle_and_size(np.log(known) if recipe.logged else known))
    filled = carried(scale.to(values))
    change = differences(filled) if recipe.differenced else filled
    design = design_of(index, recipe)
    fitted = np.isfinite(change[:start])
    solved = np.linalg.lstsq(design[:start][fitted], change[:start][fitted], rcond=None)[0]
    residual = np.nan_to_num(change - design @ solved)
    order = order_by_aicc(residual[:start], fitted, NEWS_ORDER, design.shape[1])
    own = autoregression(residual[None, :start], fitted, order)[0]
    for lag, coefficient in enumerate(own, start=1):
        change = change - coefficient * lagged(residual, lag)
    return np.asarray(change - design @ solved)


def _middle_and_size(known: Array) -> tuple[float, float]:
    size = float(np.std(known))
    return float(np.median(known)), size if size > 0 else 1.0
