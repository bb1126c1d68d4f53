"""What else could have made the difference, and whether the answer survives it.

Groups are often sent because they had just done badly, and would have come back by themselves
(regression to the mean). Where the periods before the date dipped the other way, the answer must
hold without them; where there is a comparison, it must hold whether or not the groups were
drifting apart already. The rates this leads to stand in benchmarks/impact_study.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.enablement.impact.course import Course
from core.enablement.impact.memory import Estimate
from core.enablement.impact.regression import Put, run_up, slope_before, step
from core.periods import Grain

LEVEL = 0.05  # of the answer
HOLDS = 0.10  # of the answer without the periods before, and of the share of other dates
DIP = 0.32  # about one standard error
FEWEST_OTHERS = 9  # other dates, below which their share cannot fall to HOLDS
_RUNS: Mapping[Grain, tuple[int, ...]] = {
    Grain.DAY: (7, 14, 28),
    Grain.WEEK: (4, 13, 26),
    Grain.MONTH: (3, 6, 12),
    Grain.QUARTER: (1, 2, 4),
    Grain.YEAR: (1, 2, 3),
}


@dataclass(frozen=True)
class Doubts:
    """What speaks against taking the difference for an effect."""

    returns: int  # periods just before that lay the other way and carry the answer; 0: none
    early: bool  # it had begun before the date
    drifts: bool  # treated and comparison were drifting apart before
    only_drift: bool  # taken as parallel, they do not differ
    blind: bool  # no comparison, and too short to tell a season


def doubts(course: Course, found: Estimate) -> Doubts:
    """All that can be looked at in the course itself."""
    span = course.span
    compared = course.comparison is not None
    asked = Put(span.out, span.at, span.end, trend=not compared)
    dips = [run for run in _RUNS[span.grain] if _dipped(course, replace(asked, run=run), found)]
    return Doubts(
        returns=next(
            (run for run in dips if not _agrees(course, replace(asked, left_out=run), found)), 0
        ),
        early=_early(course, replace(asked, run=_RUNS[span.grain][0]), found),
        drifts=compared and _drifts(course),
        only_drift=compared and not _agrees(course, asked, found, LEVEL),
        blind=span.blind() and not compared,
    )


def _dipped(course: Course, asked: Put, found: Estimate) -> bool:
    run = run_up(course, asked)
    return run is not None and run.value * found.value < 0 and run.p < DIP


def _early(course: Course, asked: Put, found: Estimate) -> bool:
    run = run_up(course, asked)
    return run is not None and run.value * found.value > 0 and run.p < LEVEL


def _agrees(course: Course, asked: Put, found: Estimate, level: float = HOLDS) -> bool:
    """Whether another way of asking finds the same direction; True where it cannot be asked."""
    other = step(course, asked)
    return other is None or (other.value * found.value > 0 and other.p < level)


def _drifts(course: Course) -> bool:
    slope = slope_before(course)
    return slope is not None and slope.p < LEVEL
