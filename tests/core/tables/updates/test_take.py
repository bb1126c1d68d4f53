"""The tables once a new file is taken in: values, types, receipts."""

from dataclasses import replace

import pandas as pd

from core.metrics import build_panel
from core.tables import ColumnType, read
from core.tables.stored import from_parquet, to_parquet
from core.tables.updates import Mode, take
from tests.core.tables.updates.made import BRANCH, LEADS, PERIOD, SALES, months, same, wide


def csv(rows, head="Bulan,Leads,Omzet"):
    return "\n".join([head, *rows]).encode()


OLD = csv(["Jan 2025,10,1000.5", "Feb 2025,20,2001", "Mar 2025,30,3001.5"])
NEW = csv(
    ["Apr 2025,x,40,4000", "Mar 2025,y,30,3001.5", "Feb 2025,,21,2001"],
    "Bulan,Catatan,Leads,Omzet",
)


def updated(mode=Mode.UPDATE):
    (result,) = take(read(OLD, "old.csv").tables, read(NEW, "new.csv").tables, mode, {})
    return result


def test_old_rows_keep_their_order_and_new_ones_follow():
    result = updated()
    assert result.frame["Bulan"].dt.month.tolist() == [1, 2, 3, 4]
    assert result.frame["Leads"].tolist() == [10.0, 21.0, 30.0, 40.0]
    assert result.frame["Catatan"].tolist() == ["", "", "y", "x"]


def test_every_cell_leads_back_to_the_file_it_came_from():
    result = updated()
    told = {
        (row, name): (place.source, place.cell)
        for row in range(4)
        for name in ("Bulan", "Leads", "Omzet", "Catatan")
        for place in [result.place(row, name)]
    }
    assert told[0, "Leads"] == ("old.csv", "B2")
    assert told[1, "Leads"] == ("new.csv", "C4")
    assert told[1, "Omzet"] == ("old.csv", "C3")
    assert told[3, "Leads"] == ("new.csv", "C2")
    assert told[3, "Omzet"] == ("new.csv", "D2")
    assert told[3, "Bulan"] == ("new.csv", "A2")
    assert told[2, "Catatan"] == ("new.csv", "B3")


def test_receipts_survive_a_second_update():
    later = csv(["Mei 2025,50,5000", "Jan 2025,11,1000.5"])
    (result,) = take([updated()], read(later, "later.csv").tables, Mode.UPDATE, {})
    places = [result.place(row, "Leads") for row in range(5)]
    assert [(one.source, one.cell) for one in places] == [
        ("later.csv", "B3"),
        ("new.csv", "C4"),
        ("old.csv", "B4"),
        ("new.csv", "C2"),
        ("later.csv", "B2"),
    ]


def test_an_updated_table_is_stored_whole():
    result = updated()
    kept = from_parquet(to_parquet(result))
    assert same(kept, result)
    assert [kept.place(1, "Leads"), kept.place(3, "Omzet")] == [
        result.place(1, "Leads"),
        result.place(3, "Omzet"),
    ]


def test_an_updated_table_makes_a_panel():
    panel = build_panel([updated()])
    assert [10.0, 21.0, 30.0, 40.0] in [panel.values[one].tolist() for one in panel.values]


def test_types_stay_and_whole_numbers_widen():
    after = [
        (day, branch, leads + 0.5, sales)
        for day, branch, leads, sales in months(1, first="2026-01")
    ]
    columns = (PERIOD, BRANCH, replace(LEADS, type=ColumnType.NUMBER), SALES)
    before = wide(months(2))
    (result,) = take([before], [wide(after, columns)], Mode.UPDATE, {})
    assert (result.frame.dtypes == before.frame.dtypes).all()
    assert result.columns[2].type is ColumnType.NUMBER


def test_a_column_that_was_empty_takes_the_type_it_gets():
    empty = replace(SALES, type=ColumnType.EMPTY)
    before = wide(months(2))
    before = replace(
        before, frame=before.frame.assign(Omzet=pd.Series("", before.frame.index, dtype="str")),
        columns=(PERIOD, BRANCH, LEADS, empty),
    )  # fmt: skip
    (result,) = take([before], [wide(months(3))], Mode.UPDATE, {})
    assert result.frame["Omzet"].tolist() == [1000.5, 2001.0, 3001.5]
    assert result.columns[3].type is ColumnType.NUMBER
    (back,) = take([wide(months(3))], [before], Mode.UPDATE, {})
    assert same(back, wide(months(3)))


def test_appending_says_which_rows_were_there_already():
    result = updated(Mode.APPEND)
    assert len(result.frame) == 6
    assert any("2 rows of the new file were there already" in str(one) for one in result.notices)


def test_neither_file_is_touched():
    before, after = wide(months(3)), wide(months(4, factor=1.5))
    take([before], [after], Mode.UPDATE, {})
    assert same(before, wide(months(3))) and same(after, wide(months(4, factor=1.5)))
