"""The waves of a survey of staff as they go beside other figures: only what may be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.errors import Place
from core.people.released import Released
from core.people.results import Mean, Result
from core.people.series.periods import rhythm
from core.periods import Grain


@dataclass(frozen=True)
class Wave:
    """One wave: what its plan releases, and the mean of each rated question, of everybody."""

    released: Released
    means: Mapping[str, Mean] = field(default_factory=dict)


@dataclass(frozen=True)
class StaffSurvey:
    """The waves of one survey of staff, oldest first, at least one, and where it was read."""

    place: Place
    waves: tuple[Wave, ...]

    @property
    def scored(self) -> bool:
        """Whether some wave asks whether people would recommend working here."""
        return any(one.released.question for one in self.waves)

    def rhythm(self, year_starts: int = 1) -> Grain | None:
        """How long the period is in which one wave follows the other; None: none can be placed."""
        return rhythm([(one.released.wave, one.released.day) for one in self.waves], year_starts)


def staff_survey(
    place: Place, released: Sequence[Released], results: Sequence[Result] = ()
) -> StaffSurvey:
    """What each wave releases, beside the means of its questions that enough people answered."""
    means = {(one.question.name, mean.wave): mean for one in results for mean in one.means}
    return StaffSurvey(
        place,
        tuple(
            Wave(
                one,
                {
                    name: mean if (mean.n or 0) >= one.plan.floor else Mean(wave)
                    for (name, wave), mean in means.items()
                    if wave == one.wave
                },
            )
            for one in released
        ),
    )
