"""Planted faults are found where they lie; clean sheets raise hardly any alarm."""

import pytest

from core.tables import TableKind, read
from core.tables.quality import Fault, Severity, quality_of
from core.tables.quality.strands import view_of
from tests.core.tables.layouts import made
from tests.core.tables.quality.planted import IN_ONE_COLUMN, clean, planted, table_of
from tests.core.tables.written import written

SEEDS, FLOOR = 10, 0.9
CLEAN_FILES, MOST_WRONG, MOST_TO_CHECK = 26, 0.01, 0.05


def found(content: str, fault: Fault):
    (table,) = read(content.encode(), "kpi.csv").tables
    return [one for one in quality_of(table).findings if one.fault is fault]


def months(values, name="Leads", year=2024):
    rows = [f"{year + i // 12}-{i % 12 + 1:02},{one}" for i, one in enumerate(values)]
    return "Month," + name + "\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("name", IN_ONE_COLUMN)
def test_a_planted_fault_is_found_at_its_cell(name):
    hits = 0
    for seed in range(SEEDS):
        one = planted(name, seed)
        hits += any(
            finding.fault is one.fault
            and finding.column == one.column
            and (not finding.places or {place.row for place in finding.places} & set(one.rows))
            for finding in quality_of(one.table).findings
        )
    assert hits >= FLOOR * SEEDS


def test_companies_without_a_fault_raise_no_alarm():
    columns, alarms = 0, []
    for seed in range(12):
        table = table_of(clean(seed))
        columns += len(table.columns)
        alarms += quality_of(table).findings
    assert not [one for one in alarms if one.severity is Severity.WRONG]
    assert len(alarms) <= MOST_TO_CHECK * columns


def test_clean_sheets_of_every_layout_raise_hardly_any_alarm():
    """Lost cells and totals are left out: this corpus plants unreadable cells and false totals."""
    series, wrong, check = 0, 0, 0
    for seed in range(CLEAN_FILES):
        for table in read(*written(made(seed))).tables:
            if table.kind is TableKind.OTHER:
                continue
            view = view_of(table)
            series += sum(len(set(one.strand.tolist())) for one in view.strands)
            told = [
                one
                for one in quality_of(table).findings
                if one.fault not in (Fault.LOST, Fault.TOTAL)
            ]
            wrong += sum(one.severity is Severity.WRONG for one in told)
            check += sum(one.severity is Severity.CHECK for one in told)
    assert series > 50
    assert wrong <= MOST_WRONG * series and check <= MOST_TO_CHECK * series


def test_missing_months_are_named_in_runs():
    sheet = clean(1).drop(index=[10, 20, 21, 22])
    (gap,) = [one for one in quality_of(table_of(sheet)).findings if one.fault is Fault.GAP]
    assert gap.n == 4
    assert " to " in str(gap.what)


def test_days_off_are_no_gap_but_a_lost_week_is():
    import pandas as pd

    days = pd.bdate_range("2024-01-01", periods=80)
    rows = [f"{day.date()},{100 + i % 7}" for i, day in enumerate(days)]
    assert not found("Date,Calls\n" + "\n".join(rows), Fault.GAP)
    assert found("Date,Calls\n" + "\n".join(rows[:30] + rows[35:]), Fault.GAP)[0].n == 5


def test_a_row_brought_twice_is_wrong_and_named():
    sheet = months([310, 295, 402, 288])
    (again,) = found(sheet + "2024-02,295\n", Fault.SAME_ROW)
    assert again.severity is Severity.WRONG
    assert [place.row for place in again.places] == [6]


def test_a_month_with_two_figures_is_wrong():
    (again,) = found(months([310, 295, 402, 288]) + "2024-02,300\n", Fault.SAME_KEY)
    assert again.severity is Severity.WRONG


def test_a_count_below_zero_is_wrong_but_a_change_may_fall():
    values = [310, -295, 402, 288]
    assert found(months(values), Fault.NEGATIVE)[0].places[0].row == 3
    assert not found(months(values, "Net change of leads"), Fault.NEGATIVE)


def test_a_series_that_stops_in_a_long_table_is_named():
    rows = [
        f"2024-{m:02},{name},{100 + 7 * m}" for m in range(1, 13) for name in ("Leads", "Calls")
    ]
    kept = [row for row in rows if "Calls" not in row or row < "2024-09"]
    (stop,) = found("Period,Metric,Value\n" + "\n".join(kept), Fault.STOPPED)
    assert "Calls" in str(stop.what)


def test_one_metric_in_two_units_is_wrong():
    rows = [
        f"2024-{m:02},{metric},{100 + 7 * m},{unit if m < 4 else usual}"
        for m in range(1, 13)
        for metric, unit, usual in (("Revenue", "USD", "IDR"), ("Leads", "count", "count"))
    ]
    mixed = found("Period,Metric,Value,Unit\n" + "\n".join(rows), Fault.MIXED)
    assert [one.severity for one in mixed] == [Severity.WRONG]


def test_seasons_are_no_outliers():
    values = [100 + 3 * (i % 5) + (900 if i % 12 == 11 else 0) for i in range(36)]
    assert not found(months(values), Fault.OUTLIER)


def test_small_counts_are_never_outliers():
    assert not found(months([0, 1, 2, 0, 1, 14, 2, 0, 1, 1, 0, 2]), Fault.OUTLIER)


def test_a_new_level_is_no_outlier():
    assert not found(months([100, 104, 98, 101, 99, 103, 490, 505, 498, 511, 502]), Fault.OUTLIER)
