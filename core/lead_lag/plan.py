"""Which pairs are searched, in which segments, over which lags."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lead_lag.arrays import Array, Mask, Rows
from core.lead_lag.evidence import History, searchable
from core.lead_lag.study import Compared, Study
from core.lead_lag.windows import Windows, windows_to


@dataclass(frozen=True)
class Plan:
    """Pairs of rows of the study, one in each segment, and the lags of each that are searched."""

    compared: tuple[Compared, ...]
    leading: Rows  # (pairs, segments)
    lagging: Rows
    usable: Mask  # (pairs, segments) whether there is something to compare
    counted: Mask  # the usable segments, all where none is
    overlap: Rows  # (pairs,) periods both were measured in, over the segments that count
    longest: Rows  # (pairs,) of one segment
    lost: Array  # (pairs, segments) degrees of freedom that the preparation cost
    furthest: Rows  # (pairs,) last lag searched
    nearest: int  # first lag searched
    windows: Windows
    searched: Mask  # (pairs, windows)
    asked: tuple[int, int]  # lags to be searched once there are periods enough

    @staticmethod
    def of(study: Study, compared: Sequence[Compared], lags: tuple[int, int]) -> "Plan":
        """The plan for those pairs, within an inclusive range of lags."""
        leading, lagging = study.rows_of(compared)
        seen = np.isfinite(study.raw)
        filtered = np.array([one.filter is not None for one in study.prepared])
        columns = np.array([one.columns for one in study.prepared], dtype=float)
        usable = filtered[leading] & filtered[lagging]
        counted = usable | ~usable.any(axis=1, keepdims=True)
        each = (seen[leading] & seen[lagging]).sum(axis=2) * counted
        overlap, longest = each.sum(axis=1), each.max(axis=1)
        allowed = [searchable(int(a), int(b)) for a, b in zip(overlap, longest, strict=True)]
        furthest = np.minimum(lags[1], allowed).astype(np.intp)
        windows = windows_to(int(furthest.max(initial=0)))
        return Plan(
            compared=tuple(compared),
            leading=leading,
            lagging=lagging,
            usable=usable,
            counted=counted,
            overlap=overlap,
            longest=longest,
            lost=np.maximum(columns[leading], columns[lagging]) * counted,
            furthest=furthest,
            nearest=lags[0],
            windows=windows,
            searched=(windows.first >= lags[0]) & (windows.last <= furthest[:, None]),
            asked=lags,
        )

    def history(self, place: int, effective: float, gain: float) -> History:
        """How much data one pair has."""
        segments = max(int(self.usable[place].sum()), 1)
        return History(int(self.longest[place]), effective, gain, segments)

    def measured(self, place: int, study: Study) -> float:
        """The share of periods so far in which both were measured, in the longest segment.

        As many of those to come will be: of a survey once a quarter, one month in three.
        """
        seen = np.isfinite(study.raw)
        both = seen[self.leading[place]] & seen[self.lagging[place]]
        known = np.flatnonzero(both[both.sum(axis=1).argmax()])
        return len(known) / float(known[-1] - known[0] + 1) if len(known) else 1.0
