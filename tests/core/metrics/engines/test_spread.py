"""The scan of segments behind Spark Connect gives what it gives here."""

from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import Refusal
from core.lead_lag import Asking, Options, scan_batches
from core.lead_lag.distributed import scan_on
from core.periods import Grain

ASKING = Asking(("visits",), ("sales",), Grain.MONTH, Options(surrogates=99))


@pytest.fixture(scope="module")
def segments(tmp_path_factory):
    """Twelve branches of 40 months, their rows mixed, as a Parquet file."""
    random, found = np.random.default_rng(7), []
    months = pd.period_range("2022-01", periods=40, freq="M").to_timestamp().date
    for branch in range(12):
        visits = random.normal(size=40)
        sales = np.roll(visits, 2) + random.normal(size=40) * (branch + 1) / 4
        for id, values in (("visits", visits), ("sales", sales)):
            rows = {"segment": f"B{branch:02}", "period": months, "metric": id, "value": values}
            found.append(pd.DataFrame(rows))
    rows = pd.concat(found).sample(frac=1, random_state=1)
    path = tmp_path_factory.mktemp("segments") / "long.parquet"
    pq.write_table(pa.Table.from_pandas(rows, preserve_index=False), path)
    return path


def test_spark_scans_segments_to_the_same_digits(segments, on_spark):
    here = pq.read_table(segments).sort_by("segment").to_batches(100)
    local = pa.Table.from_batches(partial(scan_batches, asking=ASKING)(iter(here)))
    there = scan_on(on_spark.url, str(segments), ASKING)
    assert there.num_rows == 12
    assert there.equals(local.sort_by("segment"))


def test_only_spark_spreads(on_duckdb):
    with pytest.raises(Refusal, match="Only Spark"):
        scan_on(on_duckdb.url, "crm_deals", ASKING)
