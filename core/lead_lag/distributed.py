"""The scan of many thousand segments on a Spark cluster: the same function, the same digits."""

from functools import partial

import pyarrow as pa

from core.lead_lag.pooling import SCANNED, Asking, scan_batches
from core.metrics.engine.spread import spread


def scan_on(url: str, table: str, asking: Asking) -> pa.Table:
    """SCANNED rows for every segment of a long table behind Spark Connect, by segment.

    url, table: sc://host:port and the table (or the path of Parquet files) with the columns that
    `scan_batches` needs. Raises Refusal: not reachable, no such table, rows it refuses.
    """
    function = partial(scan_batches, asking=asking)
    found = spread((url, table), function, SCANNED, by="segment")
    return found.sort_by([(name, "ascending") for name in ("segment", "lagging", "leading")])
