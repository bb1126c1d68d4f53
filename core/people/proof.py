"""Whether anything of few people can be worked out from all that a survey shows: the attack."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np

from core.language import text
from core.people.enps import bands, counts_of
from core.people.privacy.plan import FLOOR, Group, rows_of
from core.people.privacy.prover import Wave, attacked
from core.people.released import Progress, Released
from core.people.survey import Survey


@dataclass(frozen=True)
class Proof:
    """What the attack on all waves found.

    figures: totals on show, each with its bands, and the points of everybody; targets: unions of
    people under the floor that were attacked; computed: those that can be worked out, with their
    wave; open: how many were not settled in the time given; whole: whether unions of more than two
    cells were attacked in every wave; left_out: waves that were not attacked, as their answers are
    no longer those that were released.
    """

    waves: int
    figures: int
    targets: int
    computed: tuple[tuple[str, tuple[Group, ...]], ...]
    open: int
    whole: bool
    left_out: tuple[str, ...]
    floor: int

    @property
    def holds(self) -> bool:
        """Whether nothing under the floor was worked out."""
        return not self.computed


def prove(
    waves: Sequence[tuple[Released, Survey]],
    *,
    seconds: float = 20.0,
    progress: Progress | None = None,
    seed: int | None = None,
) -> Proof:
    """Attacks on all that is shown of every wave: can anything of fewer than the floor be told?

    waves: each with the answers it was released from. The agenda, exports and the
    trend show none but these figures. seed: other ways each time without one.
    """
    chance = np.random.default_rng(seed)
    known = [one for one in waves if _same(*one)]
    left = seconds
    found = []
    for place, (released, survey) in enumerate(known):
        told = _told(progress, place, len(known), survey.wave)
        share = left / (len(known) - place)
        began = monotonic()
        found.append(attacked(_wave(released, survey), share, chance, told))
        left = max(0.0, left - (monotonic() - began))
    return Proof(
        len(known),
        sum(len(one.counts) + len(one.histogram) for one, _ in known),
        sum(one.targets for one in found),
        tuple(
            (survey.wave, union)
            for (_, survey), one in zip(known, found, strict=True)
            for union in one.computed
        ),
        sum(one.open for one in found),
        all(one.whole for one in found),
        tuple(survey.wave for one, survey in waves if not _same(one, survey)),
        min((one.plan.floor for one, _ in waves), default=FLOOR),
    )


def _same(released: Released, survey: Survey) -> bool:
    """Whether the answers are those of which the figures were made."""
    return all(
        counts_of(survey.answers[rows_of(survey.groups, group)], survey.scale) == counts
        for group, counts in released.counts.items()
    )


def _wave(released: Released, survey: Survey) -> Wave:
    return Wave(
        survey.groups,
        bands(survey.answers, survey.scale),
        released.counts,
        list(released.plan.withheld),
        released.plan.floor,
    )


def _told(progress: Progress | None, place: int, waves: int, wave: str) -> Callable[[float], None]:
    """Tells how much of all waves is done."""
    doing = text("Attacking {wave} …", wave=wave) if wave else text("Attacking the figures …")
    return lambda share: progress((place + share) / waves, doing) if progress else None
