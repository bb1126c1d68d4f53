"""The scan of each of thousands of segments as one function from Arrow batches to Arrow batches.

The same function runs here and inside Spark (`mapInArrow`): it needs nothing but its arguments, and
neither the cuts between batches nor the order of segments change a digit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from core.errors import Refusal
from core.language import text
from core.lead_lag.answer import AS_USUAL, scan
from core.lead_lag.model import LeadLag, Options
from core.metrics.panel import Panel
from core.periods import Frequency, Grain

NEEDED = ("segment", "period", "metric", "value")
SCANNED = pa.schema(
    [
        ("segment", pa.string()),
        ("leading", pa.string()),
        ("lagging", pa.string()),
        ("lead", pa.int32()),
        ("sign", pa.int32()),
        ("r", pa.float64()),
        ("p", pa.float64()),
        ("q", pa.float64()),
        ("skill", pa.float64()),
        ("skill_p", pa.float64()),
        ("stability", pa.float64()),
        ("rung", pa.int32()),
        ("verdict", pa.string()),
        ("n", pa.int32()),
        ("n_effective", pa.float64()),
        ("months_until_known", pa.float64()),
        ("same_period_r", pa.float64()),
        ("reverse_p", pa.float64()),
        ("smallest_r", pa.float64()),
    ]
)


@dataclass(frozen=True)
class Asking:
    """What is asked of every segment."""

    leading: tuple[str, ...]
    lagging: tuple[str, ...]
    grain: Grain
    options: Options = AS_USUAL
    year_starts: int = 1  # the month, as of the panel's Frequency

    @property
    def frequency(self) -> Frequency:
        """How every segment's time line is cut."""
        return Frequency(self.grain, self.year_starts)


def scan_batches(batches: Iterator[pa.RecordBatch], asking: Asking) -> Iterator[pa.RecordBatch]:
    """One row (SCANNED) per segment, leading and lagging indicator; q over the segment's pairs.

    Batches hold long rows: segment (text), period (date, any day of it), metric (the indicator's
    id), value (NULL unknown); the rows of one segment stand together, in one batch or in several in
    a row. An indicator that a segment lacks is answered with “too little data”. Raises Refusal
    where columns are missing, a segment comes twice, or a period of a metric has two values.
    """
    for segment, rows in _segments(batches):
        pairs = scan(_panel(segment, rows, asking), asking.leading, asking.lagging, asking.options)
        made = [_row(segment, pair) for pair in pairs.pairs]
        yield pa.RecordBatch.from_pylist(made, schema=SCANNED)


def _segments(batches: Iterator[pa.RecordBatch]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each segment with all its rows."""
    seen: set[str] = set()
    held: list[pd.DataFrame] = []
    for batch in batches:
        rows = _checked(batch)
        cuts = np.flatnonzero(rows["segment"].ne(rows["segment"].shift())).tolist()
        for start, end in zip(cuts, [*cuts[1:], len(rows)], strict=True):
            piece = rows.iloc[start:end]
            if held and held[0]["segment"].iloc[0] != piece["segment"].iloc[0]:
                yield _whole(held, seen)
                held = []
            held.append(piece)
    if held:
        yield _whole(held, seen)


def _checked(batch: pa.RecordBatch) -> pd.DataFrame:
    lacking = [name for name in NEEDED if name not in batch.schema.names]
    if lacking:
        raise Refusal(
            text("The rows lack the column “{name}”.", name=lacking[0]),
            text("Needed are: {names}.", names=", ".join(NEEDED)),
        )
    rows: pd.DataFrame = batch.select(list(NEEDED)).to_pandas(date_as_object=False)
    if rows[["segment", "period", "metric"]].isna().any(axis=None):
        raise Refusal(
            text("A row lacks its segment, its period or its metric."),
            text("Leave such rows out, or fill them."),
        )
    return rows


def _whole(held: list[pd.DataFrame], seen: set[str]) -> tuple[str, pd.DataFrame]:
    name = str(held[0]["segment"].iloc[0])
    if name in seen:
        raise Refusal(
            text("The rows of “{segment}” do not stand together.", segment=name),
            text("Sort the rows by segment."),
        )
    seen.add(name)
    return name, pd.concat(held)


def _panel(segment: str, rows: pd.DataFrame, asking: Asking) -> Panel:
    """The segment's indicators on its own calendar, the same whatever the order of its rows."""
    period = pd.PeriodIndex(pd.to_datetime(rows["period"]), freq=asking.frequency.freq)
    twice = pd.DataFrame({"period": period, "metric": rows["metric"].to_numpy()}).duplicated()
    if twice.any():
        raise Refusal(
            text(
                "“{metric}” of “{segment}” has two values in {period}.",
                metric=str(rows["metric"].to_numpy()[twice][0]),
                segment=segment,
                period=period[twice][0],
            ),
            text("Give one value for each period."),
        )
    values = pd.Series(rows["value"].to_numpy(dtype=float), [period, rows["metric"]]).unstack()
    calendar = pd.period_range(period.min(), period.max(), freq=asking.frequency.freq)
    ids = dict.fromkeys((*asking.leading, *asking.lagging))
    whole = values.reindex(index=calendar, columns=list(ids)).astype(float)
    counts = whole.notna().astype(int)
    return Panel(whole, counts, asking.grain, (), None, (), segment)


def _row(segment: str, pair: LeadLag) -> dict[str, Any]:
    found = {name: getattr(pair, name) for name in SCANNED.names[1:]}
    plain = {
        name: None if isinstance(value, float) and not np.isfinite(value) else value
        for name, value in found.items()
    }
    return {"segment": segment, **plain, "verdict": str(pair.verdict)}
