"""What the pictures are drawn from: expected against actual, and the paths before the date."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.enablement.impact.course import Course
from core.enablement.impact.memory import Solved
from core.enablement.impact.regression import STEP

_NORMAL = 1.96


def series(course: Course, solved: Solved, design: NDArray[np.float64]) -> pd.DataFrame:
    """Period -> actual, expected without the step, where 95 % of periods would lie, part.

    From the first period looked at on. Expected is unknown where the comparison is.
    """
    span = course.span
    without = design.copy()
    without[:, STEP] = 0.0
    middle, spread = (pd.Series(one, index=course.gap.index) for one in solved.path(without))
    other = course.scale.to(course.treated) - course.gap  # the comparison, where there is one
    base = middle + (other if course.comparison is not None else 0.0)
    table = pd.DataFrame(
        {
            "actual": course.treated,
            "expected": course.scale.back(base),
            "low": course.scale.back(base - _NORMAL * spread),
            "high": course.scale.back(base + _NORMAL * spread),
            "part": "later",
        }
    )
    for start, end, part in (
        (span.start, span.out, "before"),
        (span.out, span.at, "out"),
        (span.at, span.end, "after"),
    ):
        table.iloc[start:end, -1] = part
    table.loc[table["part"] == "later", ["expected", "low", "high"]] = np.nan
    return table.iloc[span.start :]


def paths(course: Course, unit: str) -> tuple[pd.DataFrame, str]:
    """Treated and comparison around the date, and their unit: shares of their means before.

    Rates stay as they are, and so does what has no mean above zero.
    """
    span = course.span
    both = {"treated": course.treated}
    if course.comparison is not None:
        both["comparison"] = course.comparison
    table = pd.DataFrame(both)
    means = table.iloc[span.start : span.out].mean()
    around = table.iloc[span.start : span.end]
    if unit == "rate" or not bool((means > 0).all()):
        return around, unit
    return around / means, "rate"
