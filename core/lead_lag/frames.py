"""The tables behind one pair's pictures: lags, past forecasts, half-length windows."""

import numpy as np
import pandas as pd

from core.lead_lag.arrays import Array
from core.lead_lag.candidate import Best, Results
from core.lead_lag.plan import Plan
from core.lead_lag.study import Study


def profile_frame(place: int, plan: Plan, results: Results) -> pd.DataFrame:
    """Lags -K..K: backwards, same period, forwards."""
    furthest = int(plan.furthest[place]) if results.testable[place] else 0
    lags = np.arange(-furthest, furthest + 1)
    if not results.testable[place]:
        lags = lags[:0]
    sides = (results.backwards, slice(None, None, -1)), (results.forwards, slice(None))
    pieces = []
    for side, order in sides:
        r, n = (one[place, :furthest][order] for one in (side.r, side.n))
        critical = side.critical[place]
        pieces.append((r, side.t[place, :furthest][order], n, _chance(critical, n)))
    r0, n0 = results.forwards.same_r[place], results.forwards.same_n[place]
    zero = (r0, r0 * np.sqrt(n0 / (1 - r0**2)), n0, results.forwards.same_critical[place])
    if not len(lags):
        columns = [np.empty(0)] * 4
    else:
        columns = [
            np.concatenate([a, [b], c]) for a, b, c in zip(pieces[0], zero, pieces[1], strict=True)
        ]
    r, t, n, high = columns
    return pd.DataFrame(
        {"lag": lags, "r": r, "t": t, "n": n.astype(int), "low": -high, "high": high}
    )


def _chance(critical: float, n: Array) -> Array:
    """What chance alone reaches as a correlation, from its critical t; unknown without pairs."""
    if np.isinf(critical):
        return np.ones(len(n))
    root = np.sqrt(n + critical**2)
    reached: Array = np.divide(critical, root, out=np.full(len(n), np.nan), where=root > 0)
    return reached


def past_frame(place: int, study: Study, plan: Plan, results: Results) -> pd.DataFrame:
    """Past forecasts in the result's own units: of several segments the mean, where all have one.

    Segments of which nothing could be forecast are left out.
    """
    made = np.isfinite(results.past.actual[place])
    some = made.any(axis=1)
    every = made[some].all(axis=0) if some.any() else np.zeros(len(study.index), dtype=bool)

    def mean(values: Array) -> Array:
        rows = [
            results.scales[row].back(own[every]) * study.units[row]
            for row, own in zip(plan.lagging[place][some], values[place][some], strict=True)
        ]
        return np.mean(rows, axis=0) if rows else np.empty(0)

    return pd.DataFrame(
        {
            "period": study.index[every],
            "actual": mean(results.past.actual),
            "baseline": mean(results.past.baseline),
            "with_indicator": mean(results.past.with_indicator),
        }
    )


def halves_frame(place: int, study: Study, best: Best, results: Results) -> pd.DataFrame:
    """The best window's r in five parts of half the length."""
    found = results.stability
    same = found.same(np.full(len(results.q), best.window_r))[place]
    if best.window is None:
        same = same[:0]
    rows = slice(0, len(same))
    return pd.DataFrame(
        {
            "start": study.index[found.start[place, rows]],
            "end": study.index[found.end[place, rows]],
            "r": found.r[place, rows],
            "same": same,
        }
    )
