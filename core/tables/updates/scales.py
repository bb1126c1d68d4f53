"""Figures that are another unit by their size: all of one column times a power of ten."""

import numpy as np
import pandas as pd

from core.errors import Issue, Place
from core.language import Text, text
from core.tables.model import Table
from core.tables.updates.keys import Key
from core.tables.updates.likeness import NUMBERS
from core.tables.updates.matching import Matched
from core.tables.updates.pairing import Pair, metric_of

SCALES = (1e2, 1e3, 1e6, 1e9)
NEAR = 0.01  # how far from such a factor rounding may lead
MOSTLY = 0.9
FAR = 90.0  # times from which rows that overlap nowhere are doubted
LEAST = 2  # cells before one factor shows another unit


def jumps(pair: Pair, key: Key, rows: Matched) -> tuple[Issue, ...]:
    """Columns, and metrics of a long table, of which nearly every number went up or down by one
    power of ten on the rows both files have."""
    if not key.names or not len(rows.old):
        return ()
    old = np.concatenate([rows.same_old, rows.old])
    new = np.concatenate([rows.same_new, rows.new])
    metric = metric_of(pair.before)
    names = None if metric is None else pair.before.frame[metric].to_numpy()[old]
    found = []
    for mine, its in pair.columns:
        if mine.type in NUMBERS and its.type in NUMBERS and mine.name not in key.names:
            before = pair.before.frame[mine.name].to_numpy(float)[old]
            after = pair.after.frame[its.name].to_numpy(float)[new]
            ratios = pd.Series(after / np.where(before == 0, np.nan, before))
            groups = ratios.groupby(names) if names is not None else [(mine.name, ratios)]
            found += [
                _jumped(pair.after, str(name), factor)
                for name, each in groups
                if (factor := _factor(each)) is not None
            ]
    return tuple(found)


def _factor(ratios: "pd.Series[float]") -> float | None:
    """The power of ten by which nearly all numbers changed; None when they did not."""
    known = ratios[np.isfinite(ratios) & (ratios != 0)].to_numpy()
    if len(known) < LEAST:
        return None
    for scale in SCALES:
        for factor in (scale, 1 / scale):
            if (np.abs(known / factor - 1) <= NEAR).mean() >= MOSTLY:
                return factor
    return None


def other_scale(pair: Pair, key: Key, rows: Matched) -> tuple[Text, ...]:
    """Columns of which the new rows lie far above or below every old one."""
    found = []
    for mine, its in pair.columns:
        if mine.type in NUMBERS and its.type in NUMBERS and mine.name not in key.names:
            old = _sizes(pair.before.frame[mine.name])
            new = _sizes(pair.after.frame[its.name].iloc[rows.only_new])
            if len(old) > LEAST and len(new) and (old.max() < new.min() or new.max() < old.min()):
                found += _scaled(mine.name, float(np.median(new) / np.median(old)))
    return tuple(found)


def _sizes(values: "pd.Series[float]") -> "pd.Series[float]":
    known = values.dropna().abs().astype(float)
    return known[known > 0]


def _scaled(name: str, ratio: float) -> list[Text]:
    if ratio >= FAR:
        return [
            text(
                "The new rows of “{name}” are about {factor} times as large as the old ones: is "
                "the unit the same?",
                name=name,
                factor=round(ratio),
            )
        ]
    if ratio <= 1 / FAR:
        return [
            text(
                "The new rows of “{name}” are about {factor} times smaller than the old ones: is "
                "the unit the same?",
                name=name,
                factor=round(1 / ratio),
            )
        ]
    return []


def _jumped(table: Table, name: str, factor: float) -> Issue:
    up = text("“{name}” is {factor} times as large as before on the rows both files have.",
              name=name, factor=round(factor))  # fmt: skip
    down = text("“{name}” is {factor} times smaller than before on the rows both files have.",
                name=name, factor=round(1 / factor))  # fmt: skip
    return Issue(
        up if factor > 1 else down,
        text("Write both files in the same unit, or replace the old file by the new one."),
        Place(table.source, table.sheet, column=name),
    )
