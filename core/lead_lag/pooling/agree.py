"""One recipe for an indicator in all its segments: each alone is too short to choose well.

Differences by the majority. A season when the p-values of all segments together pass (Fisher 1932;
shocks in common make that say yes too often, which costs power, never honesty: the re-runs are
deseasonalised too). Logarithms and standing-out weeks stay each segment's own.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from core.lead_lag.pooling.stack import indicator_of
from core.lead_lag.recipe import Recipe
from core.lead_lag.season import LEVEL
from core.lead_lag.stationarity import FEWEST
from core.lead_lag.study import Recipes


def agreement(values: pd.DataFrame) -> Callable[[Recipes], Recipes]:
    """How the segments of a wide panel settle their recipes."""
    known = values.notna().sum()

    def agreed(recipes: Recipes) -> Recipes:
        groups = defaultdict(list)
        for column in recipes:
            groups[indicator_of(column)].append(column)
        found: Recipes = {}
        for columns in groups.values():
            voting = [one for one in columns if known[one] >= FEWEST] or columns
            found |= _settled({one: recipes[one] for one in columns}, voting)
        return {column: found[column] for column in recipes}

    return agreed


def _settled(own: Recipes, voting: list[str]) -> Recipes:
    voters = [own[one] for one in voting]
    differenced = sum(one.differenced for one in voters) * 2 >= len(voters)
    p = together([one.season_p for one in voters])
    return {column: _with(recipe, differenced, p) for column, recipe in own.items()}


def _with(recipe: Recipe, differenced: bool, p: float) -> Recipe:
    return replace(recipe, differenced=differenced, seasonal=p < LEVEL, season_p=p)


def together(p: list[float]) -> float:
    """Fisher's combination of p-values; those of 1 (too short to be tested) say nothing."""
    tested = np.array([one for one in p if one < 1.0])
    if len(tested) < 2:
        return float(tested[0]) if len(tested) else 1.0
    logs = np.log(np.maximum(tested, np.finfo(float).tiny))
    return float(chdtrc(2 * len(tested), -2 * logs.sum()))
