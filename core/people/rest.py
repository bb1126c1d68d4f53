"""Whether a group differs from all others together, as far as shown figures tell.

The others are everybody without the group, worked out from two shown figures, and only where they
are as many as a group must be to be shown. Several groups are asked at once: Holm (1979).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from statsmodels.stats.multitest import multipletests

from core.people.enps import Counts, Score, change_p
from core.people.privacy.plan import Group
from core.people.released import Withheld

DIFFERS = 0.05  # adjusted p under which a group differs from the others


@dataclass(frozen=True)
class Rest:
    """A group beside the others: its score less theirs in points, and p adjusted by Holm."""

    apart: float
    p: float

    @property
    def differs(self) -> int:
        """1 above the others beyond chance, -1 below, 0 else."""
        if self.p > DIFFERS or not self.apart:
            return 0
        return 1 if self.apart > 0 else -1


def against_rest(
    overall: Score | Withheld, groups: Mapping[Group, Score | Withheld], floor: int
) -> dict[Group, Rest]:
    """Each shown group beside the others; groups whose others are too few are left out."""
    if isinstance(overall, Withheld):
        return {}
    pairs = {
        group: (one.counts, others)
        for group, one in groups.items()
        if isinstance(one, Score) and (others := _others(overall.counts, one.counts)).n >= floor
    }
    if not pairs:
        return {}
    p = [change_p(others, own) for own, others in pairs.values()]
    adjusted = multipletests(p, method="holm")[1]
    return {
        group: Rest(_value(own) - _value(others), float(one))
        for (group, (own, others)), one in zip(pairs.items(), adjusted, strict=True)
    }


def alike(groups: Mapping[Group, Score | Withheld]) -> tuple[Group, ...]:
    """Shown groups of which all are promoters, all passives or all detractors.

    Whoever knows who answered knows what each of them said, however many they are.
    """
    return tuple(
        group
        for group, one in groups.items()
        if isinstance(one, Score)
        and one.counts.n in (one.counts.promoters, one.counts.passives, one.counts.detractors)
    )


def _others(every: Counts, own: Counts) -> Counts:
    return Counts(
        every.promoters - own.promoters,
        every.passives - own.passives,
        every.detractors - own.detractors,
    )


def _value(counts: Counts) -> float:
    return 100.0 * (counts.promoters - counts.detractors) / counts.n
