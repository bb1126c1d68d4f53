"""The same question at every other date: how often nothing looks as striking as this.

Dates before stand on what was known by the end of their own periods after, so that the event
itself cannot reach them; dates after it allow for a step at the event.
"""

from collections.abc import Iterator

import pandas as pd

from core.enablement.impact.course import Course
from core.enablement.impact.memory import Estimate
from core.enablement.impact.model import Others
from core.enablement.impact.regression import Put, step
from core.enablement.impact.span import FEWEST_BEFORE


def others(course: Course, found: Estimate) -> Others:
    """The estimate at each other date, and how striking it is beside its own margin."""
    rows = {}
    for asked in _dates(course):
        other = step(course, asked)
        if other is not None:
            rows[course.span.calendar[asked.at]] = (other.value, other.value / other.margin)
    index = pd.PeriodIndex(rows, freq=course.span.calendar.freqstr, name="period")
    table = pd.DataFrame(
        list(rows.values()), index=index, columns=["estimate", "strength"], dtype=float
    )
    return Others(table, found.value / found.margin)


def _dates(course: Course) -> Iterator[Put]:
    span = course.span
    after, out = span.end - span.at, span.at - span.out
    first = span.start + FEWEST_BEFORE[span.grain] + out
    for at in range(first, span.out - after + 1):
        yield Put(at - out, at, at + after)
    for at in range(span.at + after + out, len(span.calendar) - after + 1):
        yield Put(at - out, at, at + after, known=span.at)
