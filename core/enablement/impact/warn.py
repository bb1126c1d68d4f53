"""What a reader must know before believing the answer, the weightiest first."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from core.enablement.impact.course import Course, alone
from core.enablement.impact.doubts import FEWEST_OTHERS, HOLDS, LEVEL, Doubts
from core.enablement.impact.memory import Estimate
from core.enablement.impact.model import Asked, Others
from core.enablement.impact.span import cycle_days, cycle_periods
from core.language import Text, counted, text
from core.metrics import Panel

_FEWEST_GROUPS = 3  # among fewer, one is always the lowest


def warnings(
    panel: Panel,
    course: Course,
    found: tuple[Estimate, Others, Doubts],
    put: tuple[date, Asked],
) -> tuple[Text, ...]:
    """All that speaks against the answer, or limits it."""
    estimate, tried, against = found
    return (
        *_returning(against, estimate, _furthest_off(panel, course, put[1], estimate.value > 0)),
        *_moving(against, estimate),
        *_too_usual(estimate, tried),
        *_short(panel, course, against),
        *_near(course, put),
    )


def _returning(against: Doubts, estimate: Estimate, furthest_off: bool) -> Iterator[Text]:
    if furthest_off:
        yield (
            text(
                "The groups chosen had fallen furthest below their own past. Such groups often "
                "come back by themselves (regression to the mean)."
            )
            if estimate.value > 0
            else text(
                "The groups chosen had risen furthest above their own past. Such groups often "
                "come back by themselves (regression to the mean)."
            )
        )
    if against.returns and estimate.p < LEVEL:
        yield counted(
            "The {n} period just before the date lay the other way. Without it the difference is "
            "no longer clear: it may be a return to normal.",
            "The {n} periods just before the date lay the other way. Without them the difference "
            "is no longer clear: it may be a return to normal.",
            against.returns,
        )


def _moving(against: Doubts, estimate: Estimate) -> Iterator[Text]:
    if against.early:
        yield text(
            "It had begun before the date: either people acted early, or something else is behind."
        )
    if against.drifts:
        yield text("The groups were already drifting apart before the date.")
    if against.only_drift and estimate.p < LEVEL:
        yield text(
            "Taken as running side by side, the groups do not differ clearly after the date."
        )


def _too_usual(estimate: Estimate, tried: Others) -> Iterator[Text]:
    if tried.n < FEWEST_OTHERS:
        yield counted(
            "Only {n} other date can be tried: too few to know how often this much happens anyway.",
            "Only {n} other dates can be tried: too few to know how often this much happens "
            "anyway.",
            tried.n,
        )
    elif tried.share > HOLDS and estimate.p < LEVEL:
        yield text("Swings like this come at other dates too, when nothing is known to have begun.")


def _short(panel: Panel, course: Course, against: Doubts) -> Iterator[Text]:
    span = course.span
    if against.blind:
        yield text(
            "Fewer than two years came before: a season cannot be told from a change, and there is "
            "nothing to compare with."
        )
    elif span.blind():
        yield text("Fewer than two years came before: a season of these groups alone is not seen.")
    cycle = cycle_days(panel)
    if cycle is not None and span.end - span.at < cycle_periods(span.grain, cycle):
        yield text("Less than one sales cycle has passed since: the effect may still be to come.")
    if panel.unfinished is not None and span.end == len(span.calendar):
        yield text("{period} is not over yet and is left out.", period=panel.unfinished)
    left = int((~course.rows[span.start : span.end]).sum()) - max(0, span.at - span.out)
    if left > 0:
        yield counted(
            "{n} period in which a value is unknown is left out.",
            "{n} periods in which a value is unknown are left out.",
            left,
        )


def _near(course: Course, put: tuple[date, Asked]) -> Iterator[Text]:
    span, (when, asked) = course.span, put
    first = span.calendar[max(span.start, span.out - (span.end - span.at))].start_time.date()
    last = span.calendar[span.end - 1].end_time.date()
    near = sorted({one for one in asked.events if first <= one <= last and one != when})
    if near:
        yield counted(
            "{n} other event lies near ({days}); the two cannot be told apart.",
            "{n} other events lie near ({days}); they cannot be told apart.",
            len(near),
            days=Text.joined(", ", [Text("{on}", (("on", one),)) for one in near[:5]]),
        )


def _furthest_off(panel: Panel, course: Course, asked: Asked, up: bool) -> bool:
    """Whether every treated group had moved away further than every other, opposite to what came.

    Each group's level in as many periods before as there are after, beside its own earlier past.
    """
    if len(asked.treated) + len(asked.comparison) < _FEWEST_GROUPS or not asked.comparison:
        return False
    one = panel.indicator(str(course.treated.name))
    moved = {
        name: _recent(alone(panel, one, name, course.span), course)
        for name in (*asked.treated, *asked.comparison)
    }
    sign = 1.0 if up else -1.0
    treated = [sign * moved[name] for name in asked.treated]
    others = [sign * moved[name] for name in asked.comparison]
    return max(treated) < min(0.0, *others)


def _recent(group: pd.Series, course: Course) -> float:
    span = course.span
    cut = max(span.start + 1, span.out - (span.end - span.at))
    return float(group.iloc[cut : span.out].mean() - group.iloc[span.start : cut].mean())
