"""What next month's file says anew, otherwise, or no longer."""

from dataclasses import replace

import pandas as pd
import pytest

from core.errors import Refusal
from core.periods import Grain
from core.tables import Column, ColumnType, TableKind, read
from core.tables.updates import Mode, cell_changes, compare, take
from tests.core.tables.updates.made import (
    BRANCH,
    LEADS,
    PERIOD,
    SALES,
    months,
    records,
    same,
    wide,
)


def compared(before, after, renamed=None):
    """The only change of two tables."""
    (change,) = compare([before], [after], renamed).changes
    return change


def changed_cells(change):
    return [
        (one.row.to("en"), one.old.name, one.before, one.after)
        for one in cell_changes(change, change.changed)
    ]


def with_column(table, old, new):
    """The table with one column declared otherwise."""
    columns = tuple(new if one.name == old else one for one in table.columns)
    return replace(table, columns=columns, frame=table.frame.rename(columns={old: new.name}))


def test_a_corrected_january_changes_january_only():
    rows = months(6)
    later = [(rows[0][0], "Bandung", 10.0, 960.48), *rows[1:]]
    change = compared(wide(rows), wide(later))
    assert changed_cells(change) == [("Jan 2025", "Omzet", 1000.5, 960.48)]
    assert change.changed["size"].round(3).tolist() == [-0.04]
    assert (change.unchanged, len(change.new), len(change.vanished)) == (5, 0, 0)
    (result,) = take([wide(rows)], [wide(later)], Mode.UPDATE, {})
    assert result.frame["Omzet"].tolist() == [960.48, *(one[3] for one in rows[1:])]


def test_the_sentence_counts_and_names_the_largest_change():
    later = months(8)
    later[0] = (*later[0][:3], 960.48)
    said = compare([wide(months(6))], [wide(later)]).summary
    assert said.to("en") == ("2 new rows, 1 changed (Jan 2025, “Omzet” -4%), 0 vanished")
    assert said.to("id").startswith("2 baris baru, 1 berubah (Jan 2025")


def test_a_rolling_export_erases_no_history():
    before, after = wide(months(12)), wide(months(12, first="2025-04"))
    for table in (before, after):
        table.frame["Leads"] = [float(day.month + day.year) for day in table.frame["Bulan"]]
        table.frame["Omzet"] = table.frame["Leads"] * 2
    change = compared(before, after)
    assert (len(change.vanished), len(change.new), change.unchanged) == (3, 3, 9)
    (result,) = take([before], [after], Mode.UPDATE, {})
    assert result.frame["Bulan"].is_monotonic_increasing and len(result.frame) == 15


def test_a_blank_over_a_known_figure_keeps_it_and_says_so():
    later = months(3)
    later[1] = (*later[1][:3], None)
    change = compared(wide(months(3)), wide(later))
    assert change.emptied["column"].tolist() == ["Omzet"] and not len(change.changed)
    assert any("the old figure is kept" in one.to("en") for one in change.notices)
    assert same(take([wide(months(3))], [wide(later)], Mode.UPDATE, {})[0], wide(months(3)))


def test_a_figure_that_was_unknown_is_a_change():
    before = months(3)
    before[1] = (*before[1][:3], None)
    change = compared(wide(before), wide(months(3)))
    assert [cell[3] for cell in changed_cells(change)] == [2001.0]


def test_another_branch_is_new_rows_not_changed_ones():
    change = compared(wide(months(4)), wide(months(4, branch="Jakarta", factor=2)))
    assert len(change.new) == 4 and not len(change.changed)


def test_a_remark_beside_a_month_is_no_part_of_its_key():
    note = replace(BRANCH, name="Catatan")
    columns = (PERIOD, note, LEADS, SALES)
    rows = [(day, "", leads, sales) for day, _, leads, sales in months(6)]
    later = [(rows[0][0], "direvisi", *rows[0][2:]), *rows[1:]]
    change = compared(wide(rows, columns), wide(later, columns))
    assert changed_cells(change)[0][1:] == ("Catatan", "", "direvisi")
    assert not len(change.new) and not len(change.vanished)


def test_a_key_that_stands_twice_is_said_and_no_row_is_lost():
    rows = months(4)
    twice = [*rows, (*rows[0][:3], 77.0)]
    change = compared(wide(twice), wide([*rows[:3], (*rows[0][:3], 77.0), *months(5)[4:]]))
    assert (len(change.new), len(change.vanished), len(change.changed)) == (1, 1, 0)
    assert any("stands on several rows" in one.to("en") for one in change.notices)
    both = [(*rows[0][:3], 1.0), (*rows[0][:3], 2.0), *rows[1:]]
    (result,) = take([wide(twice)], [wide(both)], Mode.UPDATE, {})
    assert len(result.frame) == 7


def test_records_are_told_apart_by_their_id():
    before = records([("D-1", "baru", 5.0), ("D-2", "baru", 7.0), ("D-3", "baru", 9.0)])
    after = records([("D-3", "menang", 9.0), ("D-1", "baru", 5.0), ("D-4", "baru", 1.0)])
    change = compared(before, after)
    assert change.key == ("Deal ID",)
    assert changed_cells(change) == [("D-3", "Tahap", "baru", "menang")]
    assert change.new["Deal ID"].tolist() == ["D-4"]
    assert change.vanished["Deal ID"].tolist() == ["D-2"]


def test_a_stage_left_since_last_month_is_a_change_of_its_row():
    def history(*left):
        rows = [("D-1", "baru", 1.0), ("D-1", "demo", 2.0), ("D-2", "baru", 3.0)]
        fields = ("deal_id", "stage", "position")
        table = records(rows)
        columns = [
            *(replace(one, field=name) for one, name in zip(table.columns, fields, strict=True)),
            Column("Keluar", "exited_at", ColumnType.DATE),
        ]
        frame = table.frame.assign(Keluar=pd.to_datetime(left))
        return replace(table, kind=TableKind.STAGE_HISTORY, frame=frame, columns=tuple(columns))

    before, after = history("2025-01-05", None, None), history("2025-01-05", "2025-02-01", None)
    change = compared(before, after)
    assert change.key == ("Deal ID", "Tahap")
    assert [cell[:2] for cell in changed_cells(change)] == [("D-1 · demo", "Keluar")]
    assert same(take([before], [after], Mode.UPDATE, {})[0], after)


def test_a_short_file_of_another_kind_is_taken_as_before_and_said():
    short = replace(wide(months(1, first="2025-07")), kind=TableKind.OTHER)
    change = compared(wide(months(6)), short)
    assert len(change.new) == 1 and change.key == ("Bulan",)
    assert any("of another kind" in one.to("en") for one in change.notices)
    lacking = wide([one[:3] for one in months(2)], (PERIOD, BRANCH, LEADS))
    lacking = replace(lacking, kind=TableKind.OTHER)
    assert compared(wide(months(6)), lacking).issues


def test_records_without_an_id_are_compared_as_whole_rows():
    names = ("Sales", "Tahap", "Nilai")
    rows = [("Ani", "baru", 5.0), ("Ani", "baru", 5.0), ("Budi", "baru", 7.0)]
    change = compared(records(rows, names), records([rows[0], ("Budi", "baru", 8.0)], names))
    assert change.key == () and not len(change.changed)
    assert (len(change.new), len(change.vanished), change.unchanged) == (1, 2, 1)
    assert any("whole rows" in one.to("en") for one in change.notices)


def test_periods_are_equal_whatever_day_of_them_is_written():
    ends = [(day + pd.offsets.MonthEnd(0), *rest) for day, *rest in months(4)]
    written = replace(PERIOD, grain=Grain.DAY)
    after = with_column(wide(ends), "Bulan", written)
    assert compared(wide(months(4)), after).unchanged == 4
    assert compared(after, wide(months(4))).unchanged == 4


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (replace(SALES, unit="USD"), "in IDR before and is in USD now"),
        (replace(SALES, unit="percent"), "is in percent now"),
        (replace(PERIOD, grain=Grain.QUARTER), "months before and is in quarters now"),
    ],
)
def test_another_unit_or_length_of_period_is_refused_with_what_to_do(other, words):
    before, after = wide(months(4)), with_column(wide(months(5)), other.name, other)
    if other.unit == "USD":
        before = with_column(before, "Omzet", replace(SALES, unit="IDR"))
    comparison = compare([before], [after])
    assert any(words in one.what.to("en") and one.remedy for one in comparison.issues)
    for mode in (Mode.UPDATE, Mode.APPEND):
        with pytest.raises(Refusal):
            take([before], [after], mode, {})
    assert take([before], [after], Mode.REPLACE, {}) == (after,)


def test_a_currency_that_one_file_only_names_is_said():
    after = with_column(wide(months(5)), "Omzet", replace(SALES, unit="IDR"))
    change = compared(wide(months(4)), after)
    assert not change.issues
    assert any("names IDR in one file only" in one.to("en") for one in change.notices)
    (result,) = take([wide(months(4))], [after], Mode.UPDATE, {})
    assert result.columns[3].unit == "IDR"


def test_numbers_that_became_text_are_refused():
    after = wide(months(4))
    after = replace(after, frame=after.frame.assign(Omzet=["a", "b", "c", "d"]))
    after = with_column(after, "Omzet", replace(SALES, type=ColumnType.TEXT))
    (issue,) = compare([wide(months(4))], [after]).issues
    assert issue.what.to("en") == "“Omzet” was read as number before and as text now."
    assert issue.place.column == "Omzet"


@pytest.mark.parametrize("factor", [1 / 1000, 1 / 1e6, 100])
def test_a_jump_of_scale_on_every_common_row_is_refused(factor):
    comparison = compare([wide(months(4))], [wide(months(5, factor=factor))])
    assert [one.place.column for one in comparison.issues] == ["Omzet"]
    with pytest.raises(Refusal):
        take([wide(months(4))], [wide(months(5, factor=factor))], Mode.UPDATE, {})


def test_one_corrected_slip_of_scale_is_a_change():
    before = months(6)
    before[0] = (*before[0][:3], before[0][3] * 1000)
    before[1] = (*before[1][:3], before[1][3] * 1000)
    comparison = compare([wide(before)], [wide(months(6))])
    assert not comparison.issues and comparison.changes[0].changed_rows == 2


def test_new_rows_of_another_scale_are_doubted_aloud():
    later = [*months(6), *months(2, first="2025-07", factor=1 / 1000)]
    change = compared(wide(months(6)), wide(later))
    assert any("is the unit the same" in one.to("en") for one in change.notices)


def test_a_new_sheet_is_a_new_table_and_a_missing_one_is_kept():
    jan, feb = wide(months(2), sheet="Jan"), wide(months(2, first="2025-03"), sheet="Feb")
    comparison = compare([jan], [jan, feb])
    assert comparison.only_after == (feb,) and comparison.changes[0].is_same
    assert take([jan], [jan, feb], Mode.UPDATE, {}) == (jan, feb)
    assert compare([jan, feb], [feb]).only_before == (jan,)
    assert take([jan, feb], [feb], Mode.UPDATE, {}) == (jan, feb)


def test_a_sheet_named_by_its_month_is_the_same_template():
    comparison = compare(
        [wide(months(2), sheet="Jan")], [wide(months(2, first="2025-03"), sheet="Feb")]
    )
    assert len(comparison.changes) == 1 and len(comparison.changes[0].new) == 2


def test_a_workbook_cut_by_years_keeps_its_years_apart():
    last, this, next_ = (
        wide(months(3, first=f"{year}-01"), sheet=str(year)) for year in (2024, 2025, 2026)
    )
    comparison = compare([last, this], [this, next_])
    assert comparison.only_before == (last,) and comparison.only_after == (next_,)
    assert take([last, this], [this, next_], Mode.UPDATE, {}) == (last, this, next_)


def test_a_changed_date_or_answer_is_told_as_such():
    names = ("Deal ID", "Tanggal tutup", "Menang")
    types = (ColumnType.TEXT, ColumnType.DATE, ColumnType.BOOLEAN)

    def deals(day, won):
        table = records([("D-1", "x", 0.0), ("D-2", "x", 0.0)], names)
        frame = table.frame.assign(
            **{"Tanggal tutup": pd.to_datetime([day, None]), "Menang": pd.array([won, None])}
        )
        columns = (replace(one, type=type) for one, type in zip(table.columns, types, strict=True))
        return replace(table, frame=frame, columns=tuple(columns))

    before, after = deals("2025-01-05", False), deals("2025-02-05", True)
    change = compared(before, after)
    days, answers = cell_changes(change, change.changed)
    assert (str(days.before.date()), str(days.after.date())) == ("2025-01-05", "2025-02-05")
    assert (answers.before, answers.after) == (False, True)
    assert same(take([before], [after], Mode.UPDATE, {})[0], after)


def test_months_across_grow_to_the_right(sheet):
    def file(names, rows):
        return read(sheet([["KPI", *names], *rows]), "kpi.xlsx").tables

    old = file(["Jan 2025", "Feb 2025"], [["Leads", 10, 20], ["Omzet", 1e6, 2e6]])
    new = file(
        ["Jan 2025", "Feb 2025", "Mar 2025"], [["Leads", 11, 20, 30], ["Omzet", 1e6, 2e6, 3e6]]
    )
    change = compared(old[0], new[0])
    assert change.kind is TableKind.KPI_LONG
    assert changed_cells(change) == [("Leads · Jan 2025", "value", 10.0, 11.0)]
    (cell,) = cell_changes(change, change.changed)
    assert (cell.old_place.cell, cell.new_place.cell) == ("B2", "B2")
    (result,) = take(old, new, Mode.UPDATE, {})
    places = {
        (row["KPI"], row["value"]): result.place(i, "value").cell
        for i, row in enumerate(result.frame.to_dict("records"))
    }
    assert places["Leads", 30.0] == "D2" and places["Omzet", 3e6] == "D3"


def test_an_open_question_is_answered_before_anything_is_put_together():
    asked = "Month,Revenue\n" + "".join(f"2025-{m:02},{m}.143\n" for m in range(1, 7))
    tables = read(asked.encode(), "a.csv").tables
    if tables[0].questions:
        comparison = compare(tables, tables)
        assert "Answer this question first" in comparison.issues[0].remedy.to("en")
