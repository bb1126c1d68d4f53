"""Counts by day and word answer as the rows do, and are asked in their place only where they can.

The rows here are a table of a file; what is asked of it directly is the truth.
"""

from datetime import datetime

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq
import pytest
from ibis import _

from core.metrics import build_panel, connected
from core.metrics.engine import local
from core.metrics.engine.cube import Cube, cube_of
from core.metrics.engine.from_cube import answered_from
from core.periods import Grain
from tests.core.metrics.engines.companies import companies

KEYS = ("at", "due", "word", "side")


def rows(n: int = 6000, days: int = 40, seed: int = 0) -> pa.Table:
    random = np.random.default_rng(seed)
    seconds = np.sort(random.integers(0, days * 86400, n))
    seconds[random.random(n) < 0.05] = 86400 * 3  # a midnight
    at = pd.Series(pd.Timestamp("2024-01-20") + pd.to_timedelta(seconds, "s"))
    return pa.table(
        {
            "at": pa.array(at.mask(random.random(n) < 0.05), pa.timestamp("us")),
            "due": pa.array((at + pd.Timedelta("26h")).where(at.dt.day < 9), pa.timestamp("us")),
            "word": random.choice(["Done", "Off", "New", None], n),
            "side": random.choice(["In", "Out"], n),
            "deal": random.integers(0, 300, n),
            "took": random.random(n) * 900,
        }
    )


@pytest.fixture(params=[0, 1])
def asked(request, tmp_path):
    """An engine, the rows as a connected table, and as one of which counts are known."""
    pq.write_table(rows(seed=request.param), tmp_path / "rows.parquet")
    with local() as engine:
        there = engine.reach(str(tmp_path / "rows.parquet"), "")
        plain, counted = there.select(*there.columns), there.mutate(one=1)
        engine.count_by(counted, KEYS)
        yield engine, plain, counted


def ready(table: ibis.Table) -> ibis.Table:
    """Words in other words, dates from other dates: as records are made ready."""
    table = table.mutate(went=_.word.substitute({"Done": "held", "Off": "cancelled"}))
    planned = (_.at.truncate("D") > ibis.timestamp("2024-02-20")) & (_.went != "held")
    table = table.mutate(planned=planned.fill_null(False))
    table = table.mutate(booked=_.planned.ifelse(ibis.null("timestamp(6)"), _.at))
    month = _.at.truncate("M")
    known = (_.at < ibis.timestamp("2024-02-25")).ifelse(month, ibis.null("timestamp(6)"))
    return table.mutate(period=known, either=ibis.coalesce(_.due, _.at))


HELD, OUT = (_.went == "held").fill_null(False), _.side == "Out"
QUESTIONS = {
    "words": lambda t: t.word.name("value").value_counts(name="n"),
    "days": lambda t: t.filter(~_.planned & HELD).select(day=_.booked.truncate("D")).distinct(),
    "counts": lambda t: t.group_by("period").aggregate(
        n=_.count(where=HELD & OUT),
        known=_.due.count(),
        share=_.count(where=HELD).cast("float64") / _.count(where=OUT).cast("float64").nullif(0.0),
        some=(HELD & OUT).any(),
        all=OUT.all(),
        sum=(HELD & OUT).sum(),
        years=_.at.year().sum(),
        words=_.went.nunique(where=OUT),
        last=_.either.truncate("D").max(where=HELD),
    ),
    "none": lambda t: t.aggregate(n=_.count(where=_.went == "no such"), m=_.at.truncate("D").max()),
    "twice": lambda t: (
        t.mutate(day=_.either.truncate("D")).group_by("day").aggregate(n=_.count())
        .aggregate(most=_.n.max(), all=_.n.sum())
    ),
}  # fmt: skip
WITH_THE_ROWS = {
    "deals": lambda t: t.group_by("period").aggregate(
        n=_.count(where=HELD),
        each=_.count(where=HELD).cast("float64") / _.deal.nunique(where=HELD & OUT),
        deals=_.deal.nunique(where=HELD & OUT),
    ),
    "planned": lambda t: t.group_by("period").aggregate(
        n=_.count(), deals=_.deal.nunique(where=_.planned & (_.deal > 9))
    ),
    "different words or none": lambda t: t.aggregate(
        n=_.count(), a=_.deal.nunique(where=_.word.isnull() | (_.side == "In"))
    ),
    "no word": lambda t: t.aggregate(n=_.count(), a=_.deal.nunique(where=_.word.isnull() & OUT)),
    "nothing": lambda t: t.aggregate(n=_.count(), a=_.deal.nunique(where=_.word == "no such")),
    "several": lambda t: t.group_by("period").aggregate(
        n=_.count(where=OUT), a=_.deal.nunique(where=OUT), b=_.took.sum(where=HELD)
    ),
    "median": lambda t: t.group_by("period").aggregate(n=_.count(where=OUT), b=_.took.median()),
}
ONLY_THE_ROWS = {
    "hours": lambda t: t.aggregate(n=_.count(where=_.at.hour() < 9)),
    "within a day": lambda t: t.aggregate(n=_.count(where=_.at > ibis.timestamp("2024-02-01"))),
    "a moment": lambda t: t.aggregate(
        n=_.count(where=_.at < ibis.literal(datetime(2024, 2, 1, 9), "timestamp"))
    ),
    "last moment": lambda t: t.aggregate(last=_.at.max()),
    "moments": lambda t: t.select("booked").distinct(),
    "between": lambda t: t.aggregate(n=_.count(where=_.due > _.at)),
    "by deal": lambda t: t.group_by("deal").aggregate(n=_.count()),
    "turns": lambda t: t.mutate(turn=ibis.row_number().over(group_by="word")).aggregate(
        n=_.count(where=_.turn == 0)
    ),
}


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    by = list(one.columns)
    one, other = (each.sort_values(by).reset_index(drop=True) for each in (one, other))
    pd.testing.assert_frame_equal(one, other, check_dtype=False, rtol=1e-9)


@pytest.mark.parametrize("name", [*QUESTIONS, *WITH_THE_ROWS, *ONLY_THE_ROWS])
def test_the_answer_is_that_of_the_rows(name, asked):
    engine, plain, counted = asked
    question = (QUESTIONS | WITH_THE_ROWS | ONLY_THE_ROWS)[name]
    same(engine.run(question(ready(plain))), engine.run(question(ready(counted))))


def asked_of_rows(engine, question, monkeypatch) -> list[pa.Table]:
    """How many rows each question answered that went to the rows of the file."""
    told, ask = [], engine._asked

    def listened(expression):
        answer = ask(expression)
        if expression.get_backend() is not engine.backend:
            told.append(answer)
        return answer

    monkeypatch.setattr(engine, "_asked", listened)
    engine.run(question)
    return told


@pytest.mark.parametrize("seed", range(3))
def test_months_of_a_file_in_order_are_asked_one_after_the_other(seed, tmp_path, monkeypatch):
    table = rows(20_000, 200, seed)
    in_order = table.filter(pa.compute.is_valid(table["at"])).sort_by("at").drop(["due"])
    shuffled = in_order.take(np.random.default_rng(seed).permutation(len(in_order)))
    monkeypatch.setattr("core.metrics.engine.stretches._AT_ONCE", 3000)
    asked = []
    for name, content in (("in_order", in_order), ("shuffled", shuffled)):
        pq.write_table(content, tmp_path / f"{name}.parquet")
        with local() as engine:
            there = engine.reach(str(tmp_path / f"{name}.parquet"), "")
            plain, counted = there.select(*there.columns), there.mutate(one=1)
            engine.count_by(counted, ("at", "word", "side"))
            question = by_month(counted)
            same(engine.run(by_month(plain)), engine.run(question))
            asked.append(len(asked_of_rows(engine, question, monkeypatch)))
    assert asked[0] > 4
    assert asked[1] == 1


def by_month(table: ibis.Table) -> ibis.Table:
    table = table.mutate(period=_.at.truncate("M"))
    return table.group_by("period").aggregate(
        n=_.count(), deals=_.deal.nunique(where=_.side == "Out"), took=_.took.median()
    )


@pytest.mark.parametrize("name", [*QUESTIONS, *WITH_THE_ROWS, *ONLY_THE_ROWS])
def test_counts_alone_answer_what_they_can(name, tmp_path):
    pq.write_table(rows(), tmp_path / "rows.parquet")
    with local() as engine:
        there = engine.reach(str(tmp_path / "rows.parquet"), "")
        cube = cube_of(there, KEYS, engine.first, engine.give)
        assert isinstance(cube, Cube)
        assert int(engine.run(cube.rows)["cube_rows"].sum()) == 6000
        found = answered_from(cube, (QUESTIONS | WITH_THE_ROWS | ONLY_THE_ROWS)[name](ready(there)))
        assert (found is not None) == (name in QUESTIONS)


@pytest.mark.parametrize(("n", "keys"), [(900, KEYS), (6000, (*KEYS, "deal", "took"))])
def test_few_rows_and_rows_of_which_each_is_different_are_not_counted(n, keys, tmp_path):
    pq.write_table(rows(n), tmp_path / "rows.parquet")
    with local() as engine:
        there = engine.reach(str(tmp_path / "rows.parquet"), "")
        assert cube_of(there, keys, engine.first, engine.give) is None


def test_a_panel_of_counted_events_is_the_one_worked_out_from_each(tmp_path, monkeypatch):
    pq.write_table(companies()["events"]["events_calls"], tmp_path / "calls.parquet")
    counted = build_panel([connected(str(tmp_path), "")], Grain.MONTH)
    monkeypatch.setattr("core.metrics.engine.running.cube_of", lambda *_: None)
    each = build_panel([connected(str(tmp_path), "")], Grain.MONTH)
    assert {"calls", "connect_rate", "meetings", "contact_frequency"} <= set(each.values)
    pd.testing.assert_frame_equal(counted.values, each.values, rtol=1e-12)
    pd.testing.assert_frame_equal(counted.counts, each.counts)
    assert (counted.notices, counted.refused) == (each.notices, each.refused)


def test_what_disk_cannot_help_is_asked_again_with_more_memory(tmp_path):
    pq.write_table(
        pa.table({"x": np.random.default_rng(1).random(1_500_000)}), tmp_path / "x.parquet"
    )
    with local() as engine:
        there = engine.reach(str(tmp_path / "x.parquet"), "")
        there.get_backend().con.execute("SET memory_limit = '4MB'")
        assert engine.run(there.aggregate(m=_.x.median()))["m"][0] == pytest.approx(0.5, abs=0.01)
