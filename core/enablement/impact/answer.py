"""The question “What followed this date?”, answered."""

from datetime import date

import numpy as np
import pandas as pd

from core.enablement.impact.course import Course, course
from core.enablement.impact.doubts import (
    FEWEST_OTHERS,
    HOLDS,
    LEVEL,
    Doubts,
    doubts,
)
from core.enablement.impact.memory import Estimate
from core.enablement.impact.model import Asked, Impact, Others, Range, Verdict
from core.enablement.impact.others import others
from core.enablement.impact.paths import paths, series
from core.enablement.impact.regression import STEP, Put, put
from core.enablement.impact.warn import warnings
from core.errors import Refusal
from core.language import text
from core.metrics import Panel

_ALL = Asked()


def impact(panel: Panel, metric: str, when: date, asked: Asked = _ALL) -> Impact:
    """How the metric ran after a date beside what its own past, and others, let expect.

    The panel divided into segments where groups are named. Raises KeyError for a metric that is
    not on the panel, Refusal where too little is known or nothing moves.
    """
    one = panel.indicator(metric)
    found = course(panel, metric, when, asked)
    span = found.span
    solved = put(found, Put(span.out, span.at, span.end))
    if solved is None:
        raise _too_short()
    estimate = solved[0].estimate(STEP)
    tried, against = others(found, estimate), doubts(found, estimate)
    beside, unit = paths(found, one.unit)
    mean = _mean(found.treated, found, span.at, span.end)
    effect = _effect(found, estimate, mean)
    return Impact(
        metric=one,
        when=when,
        asked=asked,
        first=span.calendar[span.at],
        effect=effect,
        relative=_relative(found, estimate, effect, mean),
        p=estimate.p,
        before=int(found.rows[span.start : span.out].sum()),
        after=int(found.rows[span.at : span.end].sum()),
        mean_before=_mean(found.treated, found, span.out - (span.end - span.at), span.out),
        mean_after=mean,
        series=series(found, *solved),
        paths=beside,
        paths_unit=unit,
        others=tried,
        verdict=_verdict(found, estimate, tried, against),
        warnings=warnings(panel, found, (estimate, tried, against), (when, asked)),
    )


def _mean(values: pd.Series, found: Course, start: int, end: int) -> float:
    inside = values.iloc[max(0, start) : end][found.rows[max(0, start) : end]]
    return float(inside.mean())


def _effect(found: Course, estimate: Estimate, mean: float) -> Range:
    low, high = (found.scale.effect(one, mean) for one in estimate.interval)
    return Range(found.scale.effect(estimate.value, mean), low, high)


def _relative(found: Course, estimate: Estimate, effect: Range, mean: float) -> Range | None:
    """The effect as a share of what was expected."""
    if found.scale.kind == "log":
        low, high = (float(np.expm1(one)) for one in estimate.interval)
        return Range(float(np.expm1(estimate.value)), low, high)
    if min(mean - one for one in (effect.value, effect.low, effect.high)) <= 0:
        return None
    value, low, high = (one / (mean - one) for one in (effect.value, effect.low, effect.high))
    return Range(value, low, high)


def _verdict(found: Course, estimate: Estimate, tried: Others, against: Doubts) -> Verdict:
    usual = tried.n >= FEWEST_OTHERS and tried.share > HOLDS
    doubtful = against.returns > 0 or against.only_drift or against.blind
    if estimate.p >= LEVEL or usual or doubtful:
        return Verdict.NO_EVIDENCE
    if found.comparison is None:
        return Verdict.CHANGE
    return Verdict.HIGHER if estimate.value > 0 else Verdict.LOWER


def _too_short() -> Refusal:
    return Refusal(
        text("The periods known are too few to tell what was to be expected."),
        text("Bring the figures of earlier periods too, or leave the second indicator out."),
    )
