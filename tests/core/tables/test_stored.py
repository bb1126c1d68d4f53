"""A stored table comes back whole: figures, dtypes, rows, and everything said about it."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from core.errors import Issue, Place
from core.language import text
from core.periods import Grain
from core.tables import Aside, Column, ColumnType, Question, SetAside, Table, TableKind, read
from core.tables.stored import from_parquet, to_parquet

SAMPLES = sorted((Path(__file__).parents[3] / "sample_data").glob("*.xlsx"))


def assert_same(one, two):
    for name in ("frame", "origin"):
        mine, its = getattr(one, name), getattr(two, name)
        if mine is None or its is None:
            assert mine is its
        else:
            assert_frame_equal(mine, its, check_column_type="exact")
            assert mine.columns.equals(its.columns) and mine.index.name == its.index.name
    for part in fields(Table):
        if part.name not in ("frame", "origin"):
            assert getattr(one, part.name) == getattr(two, part.name), part.name


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_table_of_a_sample_comes_back_and_gives_the_same_bytes(path):
    for table in read(path.read_bytes(), path.name).tables:
        stored = to_parquet(table)
        assert_same(from_parquet(stored), table)
        assert to_parquet(from_parquet(stored)) == stored == to_parquet(table)


EVERY_TYPE = {
    "figure": pd.Series([0.1, np.nan, 1e300], dtype="float64"),
    "words “ü”\n": pd.Series(["a", None, ""], dtype="str"),
    "0": pd.Series(["origin.row", "index", "NaN"], dtype="str"),
    "day": pd.Series(pd.to_datetime(["1899-12-30", None, "2262-01-01"])).astype("datetime64[s]"),
    "moment": pd.Series(
        pd.to_datetime(["2025-01-02 03:04:05.678", None, "1970-01-01 00:00:00.001"])
    ),
    "yes": pd.Series([True, None, False], dtype="boolean"),
    "count": pd.Series([1, None, 2**53 + 1], dtype="Int64"),
    "how long": pd.Series(pd.to_timedelta(["1h", None, "-2s"])),
    "nothing": pd.Series([np.nan] * 3, dtype="float64"),
    "group": pd.Series(["b", None, "a"], dtype="category"),
    "blank": pd.Series([None, "x", None], dtype="object"),
}


def told():
    """A table that uses every part of its noun."""
    frame = pd.DataFrame(EVERY_TYPE)
    frame.index = pd.Index([4, 4, 9], name="row")
    place = Place("a.xlsx", "S", 4, "figure", "B4")
    issue = Issue(text("“{cell}” is off.", cell="x"), text("Look."), place)
    column = Column("figure", "measure", ColumnType.NUMBER, "IDR", Grain.MONTH, (issue,), "B")
    others = tuple(Column(name, "", ColumnType.TEXT) for name in list(EVERY_TYPE)[1:])
    origin = pd.DataFrame(
        {"source": "a.xlsx", "sheet": "S", "row": [4, 4, 9], "letter": ["B", "C", ""]},
        index=frame.index,
    )
    return Table(
        TableKind.KPI_WIDE,
        "a.xlsx",
        "S",
        frame,
        (replace(column, reason=text("Its name says so.")), *others),
        (2, 3),
        (SetAside((1,), Aside.TITLE, "Report"),),
        (Question("decimal", "figure", text("Which?"), (("comma", text("c")),), "--decimal"),),
        (text("{n} rows", n=3), text("{day}", day=date(2025, 1, 2))),
        date(2025, 12, 12),
        origin,
    )


def test_every_type_and_every_part_comes_back():
    assert_same(from_parquet(to_parquet(told())), told())


def test_an_empty_table_comes_back():
    frame = told().frame.head(0).astype({"group": "str"})  # no value, no group
    empty = replace(told(), frame=frame, origin=told().origin.head(0))
    assert_same(from_parquet(to_parquet(empty)), empty)


def test_one_changed_figure_gives_other_bytes():
    other = told()
    other.frame.iloc[0, 0] = 0.2
    assert to_parquet(other) != to_parquet(told())
