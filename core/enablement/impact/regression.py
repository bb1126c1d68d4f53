"""One date put to a course: trend, season, what else is known, and a step at the date."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.enablement.impact.course import Course
from core.enablement.impact.memory import Estimate, Solved, solve
from core.enablement.impact.span import season_columns

Array = NDArray[np.float64]
_SPARE = 3  # rows a regression needs beyond its columns
STEP = 1  # the column of the step, after the constant


@dataclass(frozen=True)
class Put:
    """Which date is put: before [start, out), after [at, end).

    trend: whether the course may have drifted all the while. known: a step elsewhere that is
    allowed for. run: periods before the date that get a level of their own; left_out: periods
    before it that are not looked at.
    """

    out: int
    at: int
    end: int
    trend: bool = True
    known: int | None = None
    run: int = 0
    left_out: int = 0


def put(course: Course, asked: Put) -> tuple[Solved, Array] | None:
    """The regression and its design over the whole calendar; None where it cannot be told."""
    places = np.arange(len(course.gap))
    before = (places >= course.span.start) & (places < asked.out - asked.left_out)
    rows = course.rows & (before | ((places >= asked.at) & (places < asked.end)))
    design = _columns(course, asked, places, int(before.sum()))
    if rows.sum() < design.shape[1] + _SPARE:
        return None
    used = design[rows]
    if np.linalg.matrix_rank(used) < design.shape[1]:
        return None
    values = course.gap.to_numpy(dtype=float)[rows]
    return solve(values, used, places[rows].astype(float)), design


def step(course: Course, asked: Put) -> Estimate | None:
    """How far the level after lies from where the rest lets expect it."""
    found = put(course, asked)
    return None if found is None else found[0].estimate(STEP)


def run_up(course: Course, asked: Put) -> Estimate | None:
    """How far the periods just before the date lay from the course before them."""
    found = put(course, asked)
    return None if found is None else found[0].estimate(found[1].shape[1] - 1)


def slope_before(course: Course) -> Estimate | None:
    """By how much the gap grew in each period before the date."""
    span = course.span
    places = np.arange(len(course.gap))
    rows = course.rows & (places >= span.start) & (places < span.out)
    asked = Put(span.out, len(places), len(places))
    design = np.delete(_columns(course, asked, places, int(rows.sum())), STEP, axis=1)
    design[:, STEP] *= len(places)
    if rows.sum() < design.shape[1] + _SPARE:
        return None
    values = course.gap.to_numpy(dtype=float)[rows]
    return solve(values, design[rows], places[rows].astype(float)).estimate(STEP)


def _columns(course: Course, asked: Put, places: "NDArray[np.int_]", before: int) -> Array:
    columns = [np.ones(len(places)), (places >= asked.at).astype(float)]
    if asked.trend:
        columns.append((places - asked.at) / len(places))
    if course.control is not None:
        control = course.control.fillna(0.0).to_numpy(dtype=float)
        columns.append(control - control.mean())
    season = course.span.grain.season
    if season > 1 and before + asked.left_out >= 2 * season:
        columns.extend(season_columns(course.span.calendar).T)
    if asked.known is not None:
        columns.append((places >= asked.known).astype(float))
    if asked.run:
        columns.append(((places >= asked.out - asked.run) & (places < asked.out)).astype(float))
    return np.column_stack(columns)
