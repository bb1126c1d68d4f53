"""The series of a table with periods across: one row's figures under one kind of words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.tables.columns.typed import Typed
from core.tables.totals import is_only_sum

_ADDS = 2  # series that a total must add up


@dataclass(frozen=True)
class Series:
    """One series of a row: its numbers over `positions`, and the words beside its periods."""

    row: int  # place in the frame
    sub: str
    positions: tuple[int, ...]
    typed: Typed


def without_sums(series: Sequence[Series]) -> list[Series]:
    """The series but for those called total that, in each row, add up the others of the row."""
    totals = {one.sub for one in series if one.sub and is_only_sum(one.sub)}
    rows: dict[int, list[Series]] = {}
    for one in series:
        rows.setdefault(one.row, []).append(one)
    if len(totals) != 1 or not all(_adds_up(of_row, *totals) for of_row in rows.values()):
        return list(series)
    return [one for one in series if one.sub not in totals]


def _adds_up(of_row: Sequence[Series], total: str) -> bool:
    parts = [one.typed.values.to_numpy(float) for one in of_row if one.sub != total]
    (said,) = (one.typed.values.to_numpy(float) for one in of_row if one.sub == total)
    if len(parts) < _ADDS or any(len(one) != len(said) for one in parts):
        return False
    return bool(np.allclose(np.nansum(parts, axis=0), np.nan_to_num(said), rtol=1e-6))
