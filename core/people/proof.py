"""Whether anything of few people can be worked out from all that a survey shows: the attack."""

from collections.abc import Sequence

from core.people.enps import bands
from core.people.privacy.plan import rows_of
from core.people.privacy.prover import Proof, attacked
from core.people.released import Progress, Released
from core.people.survey import Survey


def prove(
    waves: Sequence[tuple[Released, Survey]],
    *,
    seconds: float = 20.0,
    progress: Progress | None = None,
) -> Proof:
    """Attacks on all that is shown: can anything of fewer than the floor be worked out?"""
    every = [
        attacked(
            survey.groups,
            bands(survey.answers, survey.scale),
            found.counts,
            {group: rows_of(survey.groups, group) for group in found.plan.withheld},
            found.plan.floor,
        )
        for found, survey in waves
    ]
    return Proof(
        sum(one.tried for one in every),
        tuple(group for one in every for group in one.computed),
        tuple(group for one in every for group in one.alike),
    )
