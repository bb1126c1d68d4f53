"""A calendar laid out both ways becomes one series over time, called after its title."""

import pytest

from core.tables import TableKind, read
from core.tables.describe import to_csv

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
YEARS = [2022, 2023, 2024]


def rows_of(table):
    return [line.split(",") for line in to_csv(table).decode().splitlines()]


def series_of(table):
    """(metric, period) -> value as canonical CSV shows it."""
    head, *rows = rows_of(table)
    metric, period, value = (head.index(one) for one in ("metric", "period", "value"))
    return {(row[metric], row[period]): row[value] for row in rows}


def planted(year, month):
    return (year - 2000) * 100 + month


def crossed(parts, years, value):
    return [[part, *(value(year, i) for year in years)] for i, part in enumerate(parts, 1)]


def truth(name, years=YEARS, months=12):
    return {
        (name, f"{year}-{month:02}-01"): str(planted(year, month))
        for year in years
        for month in range(1, months + 1)
    }


def test_months_down_and_years_across_are_one_monthly_series(sheet):
    rows = [["Omzet 2022-2024"], ["Bulan", *YEARS], *crossed(MONTHS, YEARS, planted),
            ["Jumlah", *(sum(planted(y, m) for m in range(1, 13)) for y in YEARS)]]  # fmt: skip
    (table,) = read(sheet(rows), "a.xlsx").tables
    assert table.kind is TableKind.KPI_LONG and series_of(table) == truth("Omzet")
    assert list(table.frame["period"]) == sorted(table.frame["period"])
    assert "called “Omzet”" in " ".join(map(str, table.notices))


def test_years_down_and_months_across_are_the_same_series(sheet):
    rows = [["Tahun", *MONTHS, "Total"]]
    rows += [[y, *(planted(y, m) for m in range(1, 13)), 9] for y in YEARS]
    (table,) = read(sheet(rows, name="Leads"), "a.xlsx").tables
    assert series_of(table) == truth("Leads")


@pytest.mark.parametrize(
    "parts, days",
    [(["Q1", "Q2", "Q3", "Q4"], ["01-01", "04-01", "07-01", "10-01"]),
     (["TW I", "TW II", "TW III", "TW IV"], ["01-01", "04-01", "07-01", "10-01"])],
)  # fmt: skip
@pytest.mark.parametrize("years_down", [False, True])
def test_quarters_cross_years(sheet, parts, days, years_down):
    down = [["Tahun", *parts], *([y, *(planted(y, i) for i in range(1, 5))] for y in YEARS)]
    across = [["Kuartal", *YEARS], *crossed(parts, YEARS, planted)]
    (table,) = read(sheet(down if years_down else across, name="Demo"), "a.xlsx").tables
    wanted = {
        ("Demo", f"{y}-{day}"): str(planted(y, i)) for y in YEARS for i, day in enumerate(days, 1)
    }
    assert series_of(table) == wanted


@pytest.mark.parametrize("years_down", [False, True])
def test_weeks_cross_years_and_a_week_53_that_is_none_is_left_out(sheet, years_down):
    weeks = [f"W{i}" for i in range(1, 54)]
    value = lambda y, w: planted(y, w) if w < 53 else None  # noqa: E731
    across = [["Minggu", 2023, 2024], *crossed(weeks, [2023, 2024], value)]
    down = [["Tahun", *weeks], *([y, *(value(y, i) for i in range(1, 54))] for y in (2023, 2024))]
    (table,) = read(sheet(down if years_down else across, name="Leads"), "a.xlsx").tables
    found = series_of(table)
    assert len(found) == 104 and found["Leads", "2024-12-23"] == str(planted(2024, 52))


def test_days_of_the_month_cross_months(sheet):
    rows = [["Kunjungan 2024"], ["Tanggal", "Jan", "Feb", "Mar"]]
    rows += [[day, day, 100 + day if day < 30 else None, 200 + day] for day in range(1, 32)]
    (table,) = read(sheet(rows), "a.xlsx").tables
    found = series_of(table)
    assert len(found) == 31 + 29 + 31 and found["Kunjungan", "2024-02-29"] == "129"


def test_numbered_months_cross_years():
    content = "Bulan;2023;2024\n" + "\n".join(f"{m};{m};{10 * m}" for m in range(1, 13))
    (table,) = read(content.encode(), "leads.csv").tables
    assert series_of(table)["leads", "2024-12-01"] == "120"


@pytest.mark.parametrize("gap", [[], [[]]])
def test_stacked_blocks_keep_their_titles(sheet, gap):
    block = [["Bulan", *YEARS], *crossed(MONTHS, YEARS, planted), ["Jumlah", 1, 2, 3]]
    rows = [["Omzet"], *block, *gap, ["Leads"], *block, *gap, ["Closing"], *block]
    found = {}
    for table in read(sheet(rows), "a.xlsx").tables:
        found |= series_of(table)
    assert found == truth("Omzet") | truth("Leads") | truth("Closing")


def test_blocks_that_nothing_tells_apart_are_not_mixed(sheet):
    block = [["Bulan", *YEARS], *crossed(MONTHS, YEARS, planted)]
    for gap in ([], [[]]):
        tables = read(sheet([*block, *gap, *block]), "a.xlsx").tables
        assert all(one.kind is TableKind.OTHER for one in tables)
        assert "stands twice" in " ".join(str(n) for one in tables for n in one.notices)


def test_words_beside_the_years_name_metrics_and_targets():
    head = "Bulan;Leads 2023;Leads 2024;Omzet 2023;Omzet 2024\n"
    content = head + "Januari;1;2;3;4\nFebruari;5;6;7;8\n"
    (table,) = read(content.encode(), "a.csv").tables
    assert series_of(table)["Omzet", "2023-02-01"] == "7" and len(table.frame) == 8
    head = "Omzet 2024;;;;\nBulan;Target 2023;Realisasi 2023;Target 2024;Realisasi 2024\n"
    (table,) = read((head + "Januari;1;2;3;4\nFebruari;5;6;7;8\n").encode(), "a.csv").tables
    assert rows_of(table)[-1] == ["Omzet", "2024-02-01", "8", "7"]


def test_labels_left_of_the_parts_tell_series_apart(sheet):
    rows = [["Indikator", "Bulan", 2023, 2024], ["Leads", "Jan", 1, 2], [None, "Feb", 3, 4],
            ["Closing", "Jan", 5, 6], [None, "Feb", 7, 8]]  # fmt: skip
    (table,) = read(sheet(rows), "a.xlsx").tables
    assert ["Closing", "2024-02-01", "8"] in rows_of(table) and len(table.frame) == 8


def test_growth_columns_and_rows_without_a_period_are_said():
    content = (
        "Omzet;;;\nBulan;2023;2024;Growth\nJan;1;2;100%\nFeb;2;3;50%\nMar;3;4;33%\nSelisih;2;2;\n"
    )
    (table,) = read(content.encode(), "a.csv").tables
    said = " ".join(map(str, table.notices))
    assert len(table.frame) == 6 and "Growth" in said and "row 6" in said


def test_marks_are_decided_over_the_whole_crossing_and_bad_cells_are_named():
    content = "Bulan;2023;2024\nJan;1.250;980,5\nFeb;1.300;abc\nMar;1.100;1.010,25\n"
    (table,) = read(content.encode(), "omzet.csv").tables
    assert series_of(table)["omzet", "2023-01-01"] == "1250"
    (issue,) = table.issues
    assert issue.place.cell == "C3" and series_of(table)["omzet", "2024-02-01"] == ""
