"""A cube of a large table: how many of its rows there are of each day and each set of words.

Most of what is asked of many rows (which words there are, on which days something happened, how
many rows of a month meet a condition) is the same when it is asked of such counts. So the rows are
read once, where they lie, and all of that is asked of the cube here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

COUNT, COMBINATION = "cube_rows", "cube_combination"
_MOST = 200_000  # combinations
_EARLY = 0.1  # of all days, those over which the first rows of a file in order may lie
_SAMPLE, _ALIKE = 1000, 5  # of so many rows, those like another one from which a cube stays small


@dataclass(frozen=True)
class Cube:
    """One row for each combination of days and words that there is.

    `rows` has the key columns of `of`, COUNT (how many rows have that combination) and COMBINATION
    (its number, the position in `words`).
    """

    of: ir.Table  # the rows that are counted
    rows: ir.Table
    words: pd.DataFrame  # the key columns that are no moments; None where there is no word
    moments: frozenset[str]  # key columns of which the cube knows the day only
    days: pd.Series  # of the moment in whose order a file holds its rows
    counts: "pd.Series[int]"
    ordered_by: str = ""  # that moment; "" where there is none, or the order is of no use


def cube_of(
    rows: ir.Table,
    keys: Sequence[str],
    first: Callable[[ir.Table, int], pa.Table],
    give: Callable[[pa.Table], ir.Table],
) -> Cube | None:
    """The cube of some rows; None where they are few or its combinations too many.

    first: some rows of a table, from where it lies. give: rows as a table here.
    """
    moments = frozenset(one for one in keys if rows[one].type().is_timestamp())
    picked = rows.select(
        **{one: rows[one].truncate("D") if one in moments else rows[one] for one in keys}
    )
    sample = first(picked, _SAMPLE).to_pandas()
    if len(sample) < _SAMPLE or sample.duplicated().sum() < _ALIKE:
        return None
    counts = picked.group_by(list(keys)).aggregate(**{COUNT: ibis._.count()})
    found = first(counts, _MOST + 1)
    if len(found) > _MOST:
        return None
    numbered = found.append_column(COMBINATION, pa.array(range(len(found)), pa.int64()))
    frame = found.to_pandas()
    words = frame[[one for one in keys if one not in moments]].astype(object)
    by = _order(rows, sample[sorted(moments)], frame)
    days = frame[by] if by else pd.Series(dtype="datetime64[us]")
    words = words.where(words.notna(), None)
    return Cube(rows, give(numbered), words, moments, days, frame[COUNT], by)


def _order(rows: ir.Table, sample: pd.DataFrame, days: pd.DataFrame) -> str:
    """The moment by which the rows of a file lie in order, as its first rows show."""
    if rows.get_backend().name != "duckdb":
        return ""
    for name in sample:
        whole = days[name].max() - days[name].min()
        first = sample[name].max() - sample[name].min()
        as_it_is = isinstance(rows.op().values.get(name), ops.Field)
        if as_it_is and sample[name].notna().all() and first <= whole * _EARLY:
            return str(name)
    return ""
