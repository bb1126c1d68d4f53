"""Which stage comes before which: as the file numbers them, else as the deals went.

Learned from first entries: of two stages the one that more deals entered first comes before; where
three disagree in a ring the clearest of them hold (ranked pairs, Tideman 1987).
"""

from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from core.enablement.ledger import NotComputable
from core.language import text

MOST_STAGES = 40


def stage_order(visits: pd.DataFrame) -> Sequence[str]:
    """The stages of one pipeline, first to last; `visits`: unit, stage, place, position.

    Raises NotComputable: so many different words that they are no stages.
    """
    stages = sorted(visits["stage"].unique())
    if len(stages) > MOST_STAGES:
        raise NotComputable(
            text("not computable, because the column of stages holds {n} words", n=len(stages))
        )
    firsts = visits.pivot_table(index="unit", columns="stage", values="place", aggfunc="min")
    learned = _ranked(firsts, stages)
    numbers = visits.groupby("stage")["position"].median()
    if numbers.isna().any():
        return learned
    return sorted(stages, key=lambda one: (numbers[one], learned.index(one)))


def _ranked(firsts: pd.DataFrame, stages: Sequence[str]) -> list[str]:
    """The stages by what all pairs that hold together say."""
    before: dict[str, set[str]] = {one: set() for one in stages}
    for _margin, _both, first, then in _pairs(firsts, stages):
        if then in before[first]:
            continue
        earlier = before[first] | {first}
        for one in stages:
            if one == then or then in before[one]:
                before[one] |= earlier
    after = {one: sum(one in found for found in before.values()) for one in stages}
    usual = firsts.rank(axis=1).mean()
    return sorted(stages, key=lambda one: (len(before[one]) - after[one], usual[one], one))


def _pairs(firsts: pd.DataFrame, stages: Sequence[str]) -> list[tuple[int, int, str, str]]:
    """Every two stages in the order that more deals went, the clearest first."""
    found = []
    for one, other in combinations(stages, 2):
        forth = int((firsts[one] < firsts[other]).sum())
        back = int((firsts[other] < firsts[one]).sum())
        if forth != back:
            first, then = (one, other) if forth > back else (other, one)
            found.append((-abs(forth - back), -(forth + back), first, then))
    return sorted(found)
