"""What each segment says about one pair."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.language import Text, counted, text
from core.lead_lag.arrays import Array
from core.lead_lag.assemble import Asked
from core.lead_lag.doubts import doubts, nothing_left
from core.lead_lag.fisher_mean import SPENT, weights_of
from core.lead_lag.windows import CERTAIN, FEWEST, Windows, partial_correlations

TWO_SIDED = 1.96


@dataclass(frozen=True)
class Members:
    """The segments of one pair, in one order."""

    place: int  # of the pair in the plan
    asked: Asked
    names: tuple[str, ...]
    left_out: tuple[Text | None, ...]  # why; None where it counts

    @property
    def counting(self) -> list[int]:
        """Places of the segments that count."""
        return [at for at, reason in enumerate(self.left_out) if reason is None]

    def at(self, window: tuple[int, int] | None) -> pd.DataFrame:
        """One row per segment over a window of lags: segment, n, r, low, high; NaN where unread."""
        r, n, weight = correlations(self.place, self.asked, window)
        keeps = np.array([reason is None for reason in self.left_out])
        read = keeps & (weight > 0)
        z = np.arctanh(np.clip(r, -CERTAIN, CERTAIN))
        reach = TWO_SIDED / np.sqrt(np.where(weight > 0, weight, 1.0))
        shown = {"r": r, "low": np.tanh(z - reach), "high": np.tanh(z + reach)}
        columns = {name: np.where(read, values, np.nan) for name, values in shown.items()}
        return pd.DataFrame({"segment": self.names, "n": n.astype(int), **columns})

    @property
    def together(self) -> tuple[float, float, float] | None:
        """r over the best window of all segments that count, low and high; None: none was read."""
        if window_of(self.place, self.asked) is None:
            return None
        found = self.asked.results.forwards
        best = int(found.best[self.place])
        z = np.arctanh(found.r[self.place, best])
        reach = TWO_SIDED / np.sqrt(max(float(found.effective[self.place, best]) - SPENT, 1.0))
        r, low, high = np.tanh([z, z - reach, z + reach]).tolist()
        return r, low, high


def members_of(place: int, asked: Asked, names: tuple[str, ...]) -> Members:
    """The segments of the pair at that place of the plan."""
    window = window_of(place, asked)
    weights = correlations(place, asked, window)
    reasons = [
        _left_out(place, at, asked, (int(weights[1][at]), bool(window))) for at in range(len(names))
    ]
    return Members(place, asked, names, tuple(reasons))


def window_of(place: int, asked: Asked) -> tuple[int, int] | None:
    """The lags of the best evidence; None where nothing could be read."""
    if not asked.results.testable[place]:
        return None
    best = int(asked.results.forwards.best[place])
    return int(asked.plan.windows.first[best]), int(asked.plan.windows.last[best])


def correlations(
    place: int, asked: Asked, window: tuple[int, int] | None
) -> tuple[Array, Array, Array]:
    """r, common periods and weight of each segment; nothing without a window."""
    study, plan = asked.study, asked.plan
    rows = list(zip(plan.leading[place].tolist(), plan.lagging[place].tolist(), strict=True))
    if window is None:
        return tuple(np.zeros(len(rows)) for _ in range(3))  # type: ignore[return-value]
    one = Windows(*(np.array([lag], dtype=np.intp) for lag in window))
    found = [
        partial_correlations(
            (study.values[[row]], study.known[row]),
            (study.values[[other]], study.known[[other]]),
            one,
        )
        for row, other in rows
    ]
    r, n = (np.array([np.ravel(pair[part])[0] for pair in found]) for part in (0, 1))
    return r, n, weights_of(n, plan.lost[place])


def _left_out(place: int, at: int, asked: Asked, read: tuple[int, bool]) -> Text | None:
    """Why a segment does not count; read: its common periods, and whether any lag was read."""
    plan, study = asked.plan, asked.study
    compared = plan.compared[place]
    ids = compared.leading, compared.lagging
    for id, row in zip(ids, (plan.leading[place, at], plan.lagging[place, at]), strict=True):
        why = nothing_left(study.raw[row], study.prepared[row])
        if why:
            return Text.joined(": ", [asked.name(id), why])
    common, any_read = read
    if any_read and common < FEWEST:
        return counted(
            "only {n} period in which both were measured so far apart; {least} are needed",
            "only {n} periods in which both were measured so far apart; {least} are needed",
            common,
            least=FEWEST,
        )
    return None


def remarks(members: Members) -> list[Text]:
    """What is odd in the series of the segments that count, each with its segment and name."""
    asked, plan = members.asked, members.asked.plan
    compared = plan.compared[members.place]
    sides = (compared.leading, plan.leading), (compared.lagging, plan.lagging)
    found = []
    for at in members.counting:
        for id, rows in sides:
            row = int(rows[members.place, at])
            column = asked.panel.values[asked.study.ids[row]]
            for notice in doubts(asked.study.raw[row], column, asked.study.prepared[row]):
                told = text("{segment}, {name}", segment=members.names[at], name=asked.name(id))
                found.append(Text.joined(": ", [told, notice]))
    return found
