"""Where Java is present, Spark itself takes the expressions that Sail takes."""

import shutil
from pathlib import Path

import ibis
import pandas as pd
import pyspark
import pytest

from core.metrics.engine import Engine
from core.metrics.held import trim
from core.metrics.measures import EVERY, median, ratio, rows, total

JARS = Path(pyspark.__file__).parent / "jars"
SMALL = {  # one thread, a few rows, and over in seconds
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto",
}


@pytest.mark.skipif(not (shutil.which("java") and JARS.is_dir()), reason="needs Java")
def test_spark_on_java_gives_what_was_counted_by_hand(folder, monkeypatch):
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    builder = pyspark.sql.SparkSession.builder.master("local[1]")
    session = builder.config(map=SMALL).getOrCreate()
    engine = Engine(ibis.pyspark.connect(session))
    try:
        orders = engine.backend.read_parquet(f"{folder}/seller_orders.parquet")
        told = engine.run(
            orders.group_by(region=trim(orders["region"])).aggregate(
                half=median(orders["cost"])(orders["quantity"] > 3),
                each=ratio(total("revenue"), rows)(EVERY),
            )
        ).set_index("region")
    finally:
        engine.close()
    known = orders_of(folder)
    many = known[known["quantity"] > 3].groupby("region")["cost"].median()
    by = known.groupby("region")["revenue"]
    for region in many.index:
        assert told.loc[region, "half"] == pytest.approx(many[region], rel=1e-12)
        assert told.loc[region, "each"] == pytest.approx(by.sum()[region] / by.size()[region])


def orders_of(folder):
    known = pd.read_parquet(folder / "seller_orders.parquet")
    return known.assign(region=known["region"].str.strip())
