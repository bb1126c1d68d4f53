"""Hand-countable panels: one test a rule."""

import math

import pandas as pd
import pytest

from core.errors import Refusal
from core.language import text
from core.metrics import build_panel
from core.periods import Grain
from core.tables import Column, ColumnType, Question, Table, TableKind

NAN = None


def said(panel):
    return " ".join(one.to("en") for one in panel.notices)


def column(panel, id):
    return {str(k): None if math.isnan(v) else v for k, v in panel.values[id].items()}


def test_values_stand_under_their_month_with_their_counts(table, months_from):
    panel = build_panel(
        [table(months_from("2025-01", 3), {"Leads": [3, 0, 5], "Omzet": [1, 2, NAN]})]
    )
    assert panel.grain is Grain.MONTH
    assert column(panel, "new_leads") == {"2025-01": 3, "2025-02": 0, "2025-03": 5}
    assert column(panel, "revenue") == {"2025-01": 1, "2025-02": 2, "2025-03": None}
    assert panel.counts["new_leads"].tolist() == [1, 1, 1]
    assert panel.counts["revenue"].tolist() == [1, 1, 0]


def test_the_calendar_has_no_gaps_and_a_missing_month_is_unknown(table):
    panel = build_panel([table(["2025-01-01", "2025-02-01", "2025-04-01"], {"Leads": [3, 4, 0]})])
    assert column(panel, "new_leads") == {
        "2025-01": 3,
        "2025-02": 4,
        "2025-03": None,
        "2025-04": 0,
    }


def test_blank_months_before_and_after_all_values_are_not_part_of_it(table, months_from):
    sheet = table(
        months_from("2025-01", 6),
        {"Leads": [NAN, 1, 2, 3, NAN, NAN], "Target leads": [9, 9, 9, 9, 9, 9]},
    )
    panel = build_panel([sheet])
    assert [str(p) for p in panel.values.index] == ["2025-02", "2025-03", "2025-04"]


def test_a_long_table_gives_one_column_a_metric(long):
    panel = build_panel(
        [
            long(
                [
                    ("2025-01-01", "Leads", 3),
                    ("2025-01-01", "Pendapatan", 10),
                    ("2025-02-01", "leads ", 4),
                    ("2025-02-01", "Pendapatan", None),
                    ("2025-03-01", "Leads", 5),
                    ("2025-03-01", "Pendapatan", 30),
                ]
            )
        ]
    )
    assert column(panel, "new_leads") == {"2025-01": 3, "2025-02": 4, "2025-03": 5}
    assert column(panel, "revenue") == {"2025-01": 10, "2025-02": None, "2025-03": 30}


def test_quarters_add_amounts_average_rates_and_keep_the_last_level(table, months_from):
    sheet = table(
        months_from("2025-01", 6),
        {
            "Pendapatan": [1, 2, 3, 4, 5, 6],
            "Win rate": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
            "Pipeline": [10, 20, 30, 40, 50, 60],
        },
    )
    panel = build_panel([sheet], Grain.QUARTER)
    assert panel.values["revenue"].tolist() == [6, 15]
    assert panel.values["win_rate"].tolist() == pytest.approx([0.2, 0.5])
    assert panel.values["pipeline_value"].tolist() == [30, 60]
    assert panel.counts["revenue"].tolist() == [3, 3]
    assert "without weights: Win rate" in said(panel)


def test_a_longer_period_with_an_unknown_month_is_unknown(table, months_from):
    sheet = table(months_from("2025-01", 9), {"Pendapatan": [1, 2, 3, 4, NAN, 6, 7, 8, 9]})
    panel = build_panel([sheet], Grain.QUARTER)
    assert column(panel, "revenue") == {"2025Q1": 6, "2025Q2": None, "2025Q3": 24}
    assert "1 period with missing parts" in said(panel) and "2025-Q2" in said(panel)


def test_a_quarter_that_the_months_do_not_fill_is_unfinished(table, months_from):
    panel = build_panel([table(months_from("2025-01", 8), {"Omzet": range(1, 9)})], Grain.QUARTER)
    assert panel.values["revenue"].tolist() == [6, 15]
    assert str(panel.unfinished) == "2025Q3"
    kept = build_panel(
        [table(months_from("2025-01", 8), {"Omzet": range(1, 9)})],
        Grain.QUARTER,
        keep_unfinished=True,
    )
    assert kept.values["revenue"].tolist() == [6, 15, 15]
    assert kept.unfinished is None


def test_a_survey_taken_once_a_quarter_fills_its_quarter(table, months_from):
    sheet = table(
        months_from("2025-01", 9),
        {"Omzet": range(1, 10), "CSAT": [NAN, NAN, 4, NAN, NAN, 5, NAN, NAN, 3]},
    )
    panel = build_panel([sheet], Grain.QUARTER)
    assert panel.values["csat"].tolist() == [4, 5, 3]
    assert "CSAT is known for few periods only" in said(build_panel([sheet]))


def test_a_week_belongs_to_the_month_of_its_thursday(table, days_from):
    mondays = days_from("2024-12-30", "2025-03-31", "W-MON")  # 30 Dec: Thursday 2 Jan
    panel = build_panel(
        [table(mondays, {"Leads": [1] * len(mondays)}, grain=Grain.WEEK)], Grain.MONTH
    )
    assert column(panel, "new_leads") == {"2025-01": 5, "2025-02": 4, "2025-03": 4}
    assert "Thursday" in said(panel)
    assert str(panel.unfinished) == "2025-04"


def test_working_days_make_a_whole_month(table, days_from):
    workdays = days_from("2025-01-01", "2025-03-31", "B")
    panel = build_panel(
        [table(workdays, {"Calls": [2] * len(workdays)}, grain=Grain.DAY)], Grain.MONTH
    )
    assert panel.values["calls"].tolist() == [46, 40, 42]
    assert panel.counts["calls"].tolist() == [23, 20, 21]


def test_a_blank_working_day_makes_its_month_unknown(table, days_from):
    workdays = days_from("2025-01-01", "2025-03-31", "B")
    values = [2.0] * len(workdays)
    values[30] = None
    panel = build_panel([table(workdays, {"Calls": values}, grain=Grain.DAY)], Grain.MONTH)
    assert column(panel, "calls") == {"2025-01": 46, "2025-02": None, "2025-03": 42}


def test_a_first_month_begun_late_is_not_taken_for_a_whole_one(table, days_from):
    every = days_from("2025-01-16", "2025-04-30")
    panel = build_panel([table(every, {"Leads": [1] * len(every)}, grain=Grain.DAY)], Grain.MONTH)
    assert column(panel, "new_leads") == {"2025-02": 28, "2025-03": 31, "2025-04": 30}


def test_branches_are_added_and_their_rates_averaged_and_that_is_said(table):
    sheet = table(
        ["2025-01-01", "2025-01-01", "2025-02-01", "2025-02-01"],
        {"Omzet": [1, 2, 3, 4], "Margin": [0.1, 0.3, 0.2, 0.4], "Pipeline": [5, 6, 7, 8]},
        groups={"Cabang": ["A", "B", "A", "B"]},
    )
    panel = build_panel([sheet])
    assert panel.values["revenue"].tolist() == [3, 7]
    assert panel.values["margin"].tolist() == pytest.approx([0.2, 0.3])
    assert panel.values["pipeline_value"].tolist() == [11, 15]
    assert panel.counts["revenue"].tolist() == [2, 2]
    assert "Omzet: 2 rows a period are added up" in said(panel)
    assert "Margin: 2 rows a period are averaged without weights" in said(panel)


def test_a_branch_with_a_blank_cell_leaves_the_sum_unknown(table):
    dates = [d for d in ("2025-01-01", "2025-02-01", "2025-03-01") for _ in "AB"]
    sheet = table(dates, {"Omzet": [1, 2, 3, NAN, 5, 6]}, groups={"Cabang": list("ABABAB")})
    assert column(build_panel([sheet]), "revenue") == {
        "2025-01": 3,
        "2025-02": None,
        "2025-03": 11,
    }


def test_a_branch_not_yet_open_does_not_count_as_missing(table):
    dates = [d for d in ("2025-01-01", "2025-02-01", "2025-03-01") for _ in "AB"]
    sheet = table(dates, {"Omzet": [1, NAN, 3, 4, 5, 6]}, groups={"Cabang": list("ABABAB")})
    assert build_panel([sheet]).values["revenue"].tolist() == [1, 7, 11]


def test_a_branch_called_total_is_not_added_to_the_others(table):
    dates = [d for d in ("2025-01-01", "2025-02-01") for _ in "ABT"]
    sheet = table(dates, {"Omzet": [1, 2, 3, 4, 5, 9]}, groups={"Cabang": ["A", "B", "TOTAL"] * 2})
    panel = build_panel([sheet])
    assert panel.values["revenue"].tolist() == [3, 9]
    assert "2 rows that add up the others" in said(panel)


def test_an_exact_copy_of_a_row_is_dropped_and_said(table):
    dates = ["2025-01-01", "2025-02-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"]
    panel = build_panel([table(dates, {"Omzet": [1, 2, 2, 3, 4, 5]})])
    assert panel.values["revenue"].tolist() == [1, 2, 3, 4, 5]
    assert "repeats another exactly" in said(panel) and "row 4" in said(panel)


def test_two_values_for_one_month_are_unknown_and_their_rows_named(table):
    dates = ["2025-01-01", "2025-02-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"]
    panel = build_panel([table(dates, {"Omzet": [1, 2, 7, 3, 4, 5]})])
    assert panel.values["revenue"].isna().tolist() == [False, True, False, False, False]
    assert "more than one value for 1 period (2025-02; rows 3, 4)" in said(panel)


def test_rows_that_are_records_are_added_up(table):
    dates = ["2025-01-01"] * 3 + ["2025-02-01"] * 2
    panel = build_panel([table(dates, {"Omzet": [1, 1, 2, 5, NAN]})])
    assert panel.values["revenue"].tolist() == [4, 5]
    assert panel.counts["revenue"].tolist() == [3, 1]
    assert "1 to 3 rows a period are added up. 1 blank was left out" in said(panel)


def test_yearly_sheets_continue_one_another(table, months_from):
    sheets = [
        table(months_from(f"{year}-01", 12), {"Omzet": [year] * 12}, sheet=str(year))
        for year in (2023, 2024, 2025)
    ]
    panel = build_panel(sheets)
    assert panel.values.shape == (36, 1)
    assert panel.values["revenue"].tolist() == [2023] * 12 + [2024] * 12 + [2025] * 12
    assert "sheet “2024” continues" in said(panel)


def test_the_same_column_twice_for_the_same_months_stands_side_by_side(table, months_from):
    here = table(months_from("2025-01", 3), {"Omzet": [1, 2, 3]}, sheet="Jakarta")
    there = table(months_from("2025-01", 3), {"Omzet": [4, 5, 6]}, sheet="Bandung")
    panel = build_panel([here, there])
    assert [one.id for one in panel.indicators] == ["revenue", "revenue_2"]
    assert str(panel.indicator("revenue_2").name) == "Omzet (Bandung)"
    assert panel.values["revenue_2"].tolist() == [4, 5, 6]


def test_the_same_values_in_two_sheets_are_kept_once(table, months_from):
    first = table(months_from("2025-01", 3), {"Omzet": [1, 2, 3]}, sheet="Rekap")
    again = table(months_from("2025-02", 3), {"Omzet": [2, 3, 4]}, sheet="Detail")
    panel = build_panel([first, again])
    assert panel.values["revenue"].tolist() == [1, 2, 3, 4]
    assert "kept once" in said(panel)


def test_two_columns_of_one_meaning_in_a_table_never_melt_together(table, months_from):
    sheet = table(
        months_from("2025-01", 4), {"Omzet": [1, 2, NAN, NAN], "Penjualan": [NAN, NAN, 3, 4]}
    )
    assert [one.id for one in build_panel([sheet]).indicators] == ["revenue", "revenue_2"]


def test_a_weekly_and_a_monthly_table_meet_at_the_month(table, months_from, days_from):
    mondays = days_from("2024-12-30", "2025-03-24", "W-MON")
    weekly = table(mondays, {"Leads": [1] * len(mondays)}, grain=Grain.WEEK, sheet="W")
    monthly = table(months_from("2025-01", 3), {"Omzet": [1, 2, 3]}, sheet="M")
    panel = build_panel([weekly, monthly])
    assert panel.grain is Grain.MONTH
    assert panel.values["new_leads"].tolist() == [5, 4, 4]


def test_records_that_stop_early_do_not_take_the_month_of_another_table(
    table, months_from, days_from
):
    every = days_from("2025-01-01", "2025-03-20")
    daily = table(every, {"Leads": [1] * len(every)}, grain=Grain.DAY, sheet="D")
    monthly = table(months_from("2025-01", 3), {"Omzet": [1, 2, 3]}, sheet="M")
    panel = build_panel([daily, monthly])
    assert column(panel, "new_leads") == {"2025-01": 31, "2025-02": 28, "2025-03": None}
    assert panel.unfinished is None
    assert "Leads is unknown for Mar 2025" in said(panel)


def test_dates_that_stand_once_a_month_are_months(table):
    ends = ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]
    assert build_panel([table(ends, {"Omzet": [1, 2, 3, 4]}, grain=Grain.DAY)]).grain is Grain.MONTH


def test_a_grain_shorter_than_the_data_is_refused(table, months_from):
    with pytest.raises(Refusal) as stop:
        build_panel([table(months_from("2025-01", 4), {"Omzet": [1, 2, 3, 4]})], Grain.WEEK)
    assert "periods that short" in stop.value.what.to("en")
    assert "bulan" in stop.value.remedy.to("id")


def test_one_period_is_refused(table, months_from):
    with pytest.raises(Refusal, match="Fewer than two"):
        build_panel([table(months_from("2025-01", 1), {"Omzet": [1]})])


def test_no_tables_and_no_numbers_are_refused(table, months_from):
    for tables in ([], [table(months_from("2025-01", 4), {})]):
        with pytest.raises(Refusal):
            build_panel(tables)


def test_an_open_question_on_the_period_is_named_with_its_option():
    question = Question("date_order", "Tanggal", text("Which?"), (), "--date-order")
    frame = pd.DataFrame({"Tanggal": ["03/04/2024"], "Omzet": [1.0]}, index=[2])
    columns = (
        Column("Tanggal", "period", ColumnType.TEXT),
        Column("Omzet", "measure", ColumnType.NUMBER),
    )
    for kind in (TableKind.KPI_WIDE, TableKind.OTHER):
        open_table = Table(kind, "a.csv", "", frame, columns, (1,), questions=(question,))
        with pytest.raises(Refusal) as stop:
            build_panel([open_table])
        assert "--date-order" in stop.value.remedy.to("en")
        assert stop.value.place.column == "Tanggal"


def test_a_table_that_waits_for_an_answer_is_named_beside_the_others(table, months_from):
    question = Question("date_order", "Tanggal", text("Which?"), (), "--date-order")
    frame = pd.DataFrame({"Tanggal": ["03/04/2024"]}, index=[2])
    columns = (Column("Tanggal", "period", ColumnType.TEXT),)
    waits = Table(TableKind.OTHER, "b.csv", "", frame, columns, (1,), questions=(question,))
    panel = build_panel([table(months_from("2025-01", 3), {"Omzet": [1, 2, 3]}), waits])
    assert "b.csv is left out until its question is answered (--date-order)" in said(panel)


def test_the_tables_are_not_changed(table, months_from):
    sheet = table(months_from("2025-01", 4), {"Omzet": [1, NAN, 3, 4]})
    before = sheet.frame.copy(deep=True)
    build_panel([sheet])
    pd.testing.assert_frame_equal(sheet.frame, before)


def test_the_key_changes_with_the_numbers_and_only_then(table, months_from):
    def key(*values, **more):
        return build_panel([table(months_from("2025-01", 6), {"Omzet": values})], **more).key

    first = key(1, 2, 3, 4, 5, 6)
    assert first == key(1, 2, 3, 4, 5, 6)
    assert len({first, key(1, 2, 3, 4, 5, 7), key(1, 2, 3, 4, 5, NAN), key(1, 2, 3, 4, 5, 0)}) == 4
    assert first != key(1, 2, 3, 4, 5, 6, grain=Grain.QUARTER)
    assert first != key(1, 2, 3, 4, 5, 6, fields={"Omzet": "profit"})
