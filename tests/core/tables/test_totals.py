"""Totals are no records, and what they say is compared with what the rows add to."""

import pytest

from core.tables import read


def told(content, name="a.csv"):
    (table,) = read(content.encode(), name).tables
    return table, " ".join(str(one) for one in table.notices)


def fields(table):
    return {one.name: one.field for one in table.columns}


def test_a_total_column_that_is_the_sum_of_the_others_is_no_measure():
    table, said = told("Bulan;Toko A;Toko B;Total\nJan 2024;1;2;3\nFeb 2024;3;4;7\n")
    assert fields(table)["Total"] == "" and "the sum of Toko A, Toko B" in said


@pytest.mark.parametrize("name", ["Jumlah", "Grand Total", "Total 2024"])
def test_the_words_for_a_total_alone_are_known(name):
    table, _ = told(f"Bulan;A;B;{name}\nJan 2024;1;2;3\nFeb 2024;3;4;7\n")
    assert fields(table)[name] == ""


def test_a_total_of_something_or_one_that_is_no_sum_stays_a_measure():
    table, said = told("Bulan;A;B;Total leads;Total\nJan 2024;1;2;3;9\nFeb 2024;3;4;7;8\n")
    assert fields(table)["Total leads"] == fields(table)["Total"] == "measure"
    assert "left out" not in said


def test_subtotal_columns_cover_the_columns_before_them():
    head = "Bulan;A;B;Total;C;D;Total (2);Grand Total\n"
    table, _ = told(head + "Jan 2024;1;2;3;4;5;9;12\nFeb 2024;3;4;7;8;9;17;24\n")
    kept = [name for name, field in fields(table).items() if field == "measure"]
    assert kept == ["A", "B", "C", "D"]


def test_a_total_row_that_does_not_add_up_is_said():
    _, said = told("Bulan;Leads\nJan 2024;700\nFeb 2024;500\nTOTAL;1.250\n")
    assert "“TOTAL” in row 4 says 1.250 in “Leads”, but the rows add to 1,200." in said


@pytest.mark.parametrize("total", ["1.200", "1200", "600"])
def test_a_total_row_that_adds_up_or_averages_is_not_doubted(total):
    _, said = told(f"Bulan;Leads\nJan 2024;700\nFeb 2024;500\nTOTAL;{total}\n")
    assert "add to" not in said


def test_subtotals_cover_the_rows_since_the_one_before():
    rows = "Bulan;n\nNov 2023;7\nDes 2023;5\nTotal 2023;12\nJan 2024;1\nFeb 2024;2\n"
    rows += "Total 2024;{}\nGrand Total;15\n"
    assert "add to" not in told(rows.format(3))[1]
    assert "“Total 2024” in row 7 says 4" in told(rows.format(4))[1]


def test_totals_are_compared_where_months_stand_across_or_cross_years():
    across = (
        "Cabang;Jan 2024;Feb 2024;Mar 2024;Total\nA;10;20;30;60\nB;1;2;3;{}\nTOTAL;11;22;33;66\n"
    )
    assert "add to" not in told(across.format(6))[1]
    assert (
        "“Total” in row 3 says 60, but the cells beside it add to 6." in told(across.format(60))[1]
    )
    crossed = "Bulan;2023;2024\nJan;10;20\nFeb;1;2\nJumlah;{};22\n"
    assert "add to" not in told(crossed.format(11))[1]
    assert "“Jumlah” in row 4 says 12 in “2023”" in told(crossed.format(12))[1]


def test_totals_of_rates_are_not_summed():
    assert "add to" not in told("Bulan;Win rate\nJan 2024;20%\nFeb 2024;30%\nTOTAL;90%\n")[1]


def test_a_total_that_is_off_is_shown_beside_the_rows_it_comes_nearest_to():
    years = [[100 + month for month in range(12)], [300 + month for month in range(12)]]
    lines = ["Bulan;Omzet"]
    for year, values in zip((2023, 2024), years, strict=True):
        lines += [f"{year}-{month + 1:02};{value}" for month, value in enumerate(values)]
        lines.append(f"Total {year};{sum(values) + 5 * (year == 2024)}")
    table, _ = told("\n".join(lines) + "\n")
    off = [one for one in table.totals if one.fits.value == "neither"]
    assert [(one.label, one.sum) for one in off] == [("Total 2024", sum(years[1]))]
