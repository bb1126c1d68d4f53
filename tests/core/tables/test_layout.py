# ruff: noqa: E501
"""Sheets as managers lay them out: what is header, data, total, note, and what stands across."""

import datetime as dt

import pytest

from core.errors import Refusal
from core.tables import Aside, TableKind, read
from core.tables.describe import to_csv

MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


def tables(content, name="a.xlsx"):
    return read(content, name).tables


def rows_of(table):
    return [line.split(",") for line in to_csv(table).decode().splitlines()]


def aside(table, why):
    return [row for one in table.set_aside if one.why is why for row in one.rows]


def said(table):
    return " ".join(str(one) for one in table.notices)


def test_titles_totals_notes_and_blank_rows_are_set_aside_and_said(sheet):
    rows = [["LAPORAN BULANAN"], ["Cabang: Bandung"], [], ["Bulan", "Leads", "Omzet"],
            ["Jan 2025", 10, 1e6], [], ["Feb 2025", 20, 2e6], ["TOTAL", 30, 3e6],
            ["Rata-rata", 15, 1.5e6], [], ["Catatan: data sementara s/d 12 Feb 2025"]]  # fmt: skip
    (table,) = tables(sheet(rows))
    assert table.kind is TableKind.KPI_WIDE and table.header_rows == (4,)
    assert rows_of(table) == [["Bulan", "Leads", "Omzet"], ["2025-01-01", "10", "1000000"],
                              ["2025-02-01", "20", "2000000"]]  # fmt: skip
    assert list(table.frame.index) == [5, 7]
    assert aside(table, Aside.TITLE) == [1, 2] and aside(table, Aside.TOTAL) == [8, 9]
    assert aside(table, Aside.NOTE) == [11] and aside(table, Aside.BLANK) == [6]
    assert table.as_of == dt.date(2025, 2, 12) and "total rows were left out" in said(table)


def test_two_header_rows_are_joined_over_their_merged_groups(sheet):
    rows = [["Bulan", "Marketing", None, "Sales", None], [None, "Leads", "Visits", "Demo", "Won"],
            ["Jan 2025", 1, 2, 3, 4], ["Feb 2025", 5, 6, 7, 8]]  # fmt: skip
    given = {"merges": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]}
    wanted = ["Bulan", "Marketing Leads", "Marketing Visits", "Sales Demo", "Sales Won"]
    for content in (sheet(rows, **given), sheet(rows)):
        (table,) = tables(content)
        assert list(table.frame.columns) == wanted and table.header_rows == (1, 2)


def test_key_and_value_lines_above_the_header_are_titles(sheet):
    rows = [["Perusahaan", "PT Maju"], ["Periode", "2024"], ["Bulan", "Leads", "Won"],
            ["Jan", 1, 2], ["Feb", 3, 4]]  # fmt: skip
    (table,) = tables(sheet(rows))
    assert table.header_rows == (3,) and rows_of(table)[1] == ["2024-01-01", "1", "2"]


def test_months_across_become_period_metric_and_value(sheet):
    rows = [["KINERJA 2024"], [], ["KPI", "Satuan", *MONTHS, "Total", "Avg"],
            ["Leads", "orang", *range(1, 13), 78, 6.5],
            ["Win rate", "%", *[25.5] * 12, None, 25.5],
            ["Total Leads", "orang", *range(12), 66, 5.5],
            ["TOTAL", None, *range(12), None, None]]  # fmt: skip
    (table,) = tables(sheet(rows))
    assert table.kind is TableKind.KPI_LONG and len(table.frame) == 36
    fields = {one.name: one.field for one in table.columns}
    assert fields == {"KPI": "metric", "Satuan": "unit", "period": "period", "value": "value", "unit": "unit"}  # fmt: skip
    leads = table.frame[table.frame["KPI"] == "Leads"]
    assert list(leads["value"]) == list(range(1, 13))
    assert str(leads["period"].iloc[7].date()) == "2024-08-01"
    assert set(table.frame[table.frame["KPI"] == "Win rate"]["value"]) == {0.255}
    assert aside(table, Aside.TOTAL) == [7] and "Total, Avg" in said(table)


def test_targets_stand_beside_the_actual_values_of_their_month(sheet):
    rows = [["KPI", "Jan 2025", None, "Feb 2025", None],
            [None, "Target", "Realisasi", "Target", "Realisasi"], ["Leads", 100, 90, 110, 95]]  # fmt: skip
    (table,) = tables(sheet(rows, merges=[(0, 1, 0, 2), (0, 3, 0, 4)]))
    assert rows_of(table)[1:] == [["Leads", "2025-01-01", "90", "100"], ["Leads", "2025-02-01", "95", "110"]]  # fmt: skip


def test_years_stand_over_their_months(sheet):
    rows = [["KPI", "2024", *[None] * 11, "2025", None], [None, *MONTHS, "Jan", "Feb"],
            ["Leads", *range(14)], ["Won", *range(14)]]  # fmt: skip
    (table,) = tables(sheet(rows, merges=[(0, 1, 0, 12), (0, 13, 0, 14)]))
    periods = [str(day.date()) for day in table.frame["period"][:14]]
    assert (periods[0], periods[11], periods[12]) == ("2024-01-01", "2024-12-01", "2025-01-01")


def test_years_down_and_months_across_cross(sheet):
    (table,) = tables(
        sheet([["Tahun", *MONTHS], [2023, *range(12)], [2024, *range(12)]], name="Omzet")
    )
    assert rows_of(table)[13] == ["Omzet", "2024-01-01", "0"]


def test_date_cells_across_and_numbered_months_are_periods(sheet):
    dated = [["KPI", dt.date(2025, 1, 1), dt.date(2025, 2, 1), "YTD"], ["Leads", 1, 2, 3]]
    assert rows_of(tables(sheet(dated))[0])[1:] == [["Leads", "2025-01-01", "1"], ["Leads", "2025-02-01", "2"]]  # fmt: skip
    counted = [["Leads 2024"], ["Cabang", *range(1, 13)], ["Jakarta", *range(100, 112)]]
    assert rows_of(tables(sheet(counted))[0])[12] == ["Jakarta", "2024-12-01", "111"]


def test_headings_between_rows_tell_equal_labels_apart(sheet):
    rows = [["Rekap 2024"], ["Indikator", *MONTHS], ["Leads"], ["Target", *[10] * 12],
            ["Realisasi", *[9] * 12], ["Demo"], ["Target", *[5] * 12], ["Realisasi", *[4] * 12]]  # fmt: skip
    (table,) = tables(sheet(rows))
    names = list(dict.fromkeys(table.frame["Indikator"]))
    assert names == ["Leads Target", "Leads Realisasi", "Demo Target", "Demo Realisasi"]


def test_year_and_month_columns_become_one_period(sheet):
    rows = [
        ["Tahun", "Bulan", "Leads"],
        [2024, "November", 1],
        [None, "Desember", 2],
        [2025, "Januari", 3],
    ]
    (table,) = tables(sheet(rows))
    assert [row[0] for row in rows_of(table)[1:]] == ["2024-11-01", "2024-12-01", "2025-01-01"]
    numbered = tables(sheet([["Year", "Month", "n"], [2024, 11, 1], [2024, 12, 2]]))[0]
    assert [row[0] for row in rows_of(numbered)[1:]] == ["2024-11-01", "2024-12-01"]


def test_several_tables_in_one_sheet_are_kept_apart(sheet):
    rows = [["Bulan", "Leads", None, "Produk", "Stok"], ["Jan 2025", 1, None, "A", 5],
            ["Feb 2025", 2, None, "B", 7], [], ["Biaya"], ["Bulan", "Biaya"], ["Jan 2025", 9], ["Feb 2025", 8]]  # fmt: skip
    found = tables(sheet(rows))
    assert [list(one.frame.columns) for one in found] == [["Bulan", "Leads"], ["Produk", "Stok"], ["Bulan", "Biaya"]]  # fmt: skip


def test_a_repeated_header_and_subtotals_are_no_records(sheet):
    rows = [["Wilayah", "Bulan", "Leads"], ["Barat", "Jan 2024", 1], ["Subtotal Barat", None, 1],
            ["Wilayah", "Bulan", "Leads"], ["Timur", "Jan 2024", 3], ["Grand Total", None, 4]]  # fmt: skip
    (table,) = tables(sheet(rows))
    assert list(table.frame["Leads"]) == [1, 3] and list(table.frame.index) == [2, 5]
    assert aside(table, Aside.REPEATED_HEADER) == [4]


def test_double_and_missing_headers_get_names_and_a_notice():
    (table,) = tables(b"Bulan,Leads,Leads,\nJan 2024,1,2,3\nFeb 2024,4,5,6\n", "a.csv")
    assert list(table.frame.columns) == ["Bulan", "Leads", "Leads (2)", "Column D"]
    assert "Leads (2)" in said(table) and "D" in said(table)


def test_a_file_without_a_header_is_read_by_letters():
    (table,) = tables(b"2025-01,10,20\n2025-02,11,22\n", "a.csv")
    assert table.header_rows == () and rows_of(table)[1] == ["2025-01-01", "10", "20"]


def test_rows_longer_than_the_header_are_refused():
    with pytest.raises(Refusal, match="longer than the header"):
        tables(b"Bulan,Rate\nJan 2024,1,5\nFeb 2024,2,5\n", "a.csv")


def test_a_long_table_of_indicators_is_told():
    content = b"Tanggal;Indikator;Nilai;Target;Satuan\n2024-01;Leads;100;120;orang\n2024-01;Win;25,5;30;%\n2024-02;Leads;110;120;orang\n2024-02;Win;26,5;30;%\n"  # fmt: skip
    (table,) = tables(content, "a.csv")
    assert table.kind is TableKind.KPI_LONG and rows_of(table)[2][2] == "0.255"
    assert [one.field for one in table.columns] == ["period", "metric", "value", "target", "unit"]


def test_records_are_not_taken_for_indicators():
    lines = [f"D{i},2024-01-{i + 10},2024-03-{i + 10},100" for i in range(9)]
    content = "deal_id,created_at,closed_at,amount\n" + "\n".join(lines)
    assert tables(content.encode(), "a.csv")[0].kind is TableKind.DEALS


@pytest.mark.parametrize("cell", ["#DIV/0!", "#REF!"])
def test_formula_errors_are_issues_with_their_cell(sheet, cell):
    rows = [["Bulan", "Leads"], ["Jan 2024", 5], ["Feb 2024", "=1/0"], ["Mar 2024", 7]]
    texts = f"Bulan,Leads\nJan 2024,5\nFeb 2024,{cell}\nMar 2024,7\n".encode()
    for content, name in ((sheet(rows), "a.xlsx"), (texts, "a.csv")):
        (table,) = tables(content, name)
        assert [one.place.cell for one in table.columns[1].issues] == ["B3"]
        assert table.frame["Leads"].isna().tolist() == [False, True, False]


def test_a_second_header_without_a_blank_row_begins_another_table(sheet):
    rows = [["Bulan", "Leads"], ["Jan 2024", 1], ["Feb 2024", 2],
            ["Bulan", "Won"], ["Jan 2024", 3], ["Feb 2024", 4]]  # fmt: skip
    assert [list(one.frame.columns) for one in tables(sheet(rows))] == [
        ["Bulan", "Leads"],
        ["Bulan", "Won"],
    ]


def test_a_row_of_figures_without_a_period_is_an_issue():
    (table,) = tables(b"Bulan;n\nJan 2024;1\n;2\nMar 2024;3\n", "a.csv")
    assert [one.place.cell for one in table.columns[0].issues] == ["A3"]


def test_hours_written_with_a_point_are_no_numbers():
    (table,) = tables(b"Bulan;Jam\nJan 2024;14.30\nFeb 2024;09.45\n", "a.csv")
    assert list(table.frame["Jam"]) == ["14.30", "09.45"]


def test_subtotals_among_months_across_are_no_metrics_but_total_leads_is_one(sheet):
    rows = [
        ["Kategori", "Indikator", *MONTHS],
        ["A", "Leads", *range(12)],
        [None, "Total Leads", *range(12)],
        ["Subtotal A", None, *range(12)],
        ["Total B", None, *range(12)],
        ["C", "Demo", *range(12)],
    ]
    (table,) = tables(sheet([["KPI 2024"], *rows]))
    assert set(table.frame["Indikator"]) == {"Leads", "Total Leads", "Demo"}
    assert aside(table, Aside.TOTAL) == [5, 6]


def test_three_header_rows_reach_over_their_groups(sheet):
    rows = [
        ["Bulan", "Marketing", None, None, None],
        [None, "Leads", None, "Visit", None],
        [None, "Target", "Real", "Target", "Real"],
        ["Jan 2024", 1, 2, 3, 4],
        ["Feb 2024", 1, 2, 3, 4],
    ]
    (table,) = tables(sheet(rows, merges=[(0, 1, 0, 4), (1, 1, 1, 2), (1, 3, 1, 4)]))
    assert list(table.frame.columns)[1:3] == ["Marketing Leads Target", "Marketing Leads Real"]


def test_weeks_of_a_month_have_no_place_and_a_month_over_its_weeks_is_carried_down(sheet):
    across = [
        ["KPI", "Jan 2024", None, "Feb 2024", None],
        [None, "W1", "W2", "W1", "W2"],
        ["Leads", 1, 2, 3, 4],
    ]
    down = [["Leads 2024"], ["Minggu", "Jan", "Feb"], ["Minggu 1", 1, 2], ["Minggu 2", 3, 4]]
    for rows in (across, down):
        (table,) = tables(sheet(rows))
        assert table.kind is TableKind.OTHER and "within a month" in said(table)
    (table,) = tables(
        sheet([["Bulan", "Minggu", "Leads"], ["Jan 2024", "Minggu 1", 1], [None, "Minggu 2", 2]])
    )
    assert [row[0] for row in rows_of(table)[1:]] == ["2024-01-01", "2024-01-01"]


@pytest.mark.parametrize(
    "content, why",
    [
        ("Nama;Kota\nBudi;Solo\nSiti;Medan\n", "no column holds dates"),
        ("Bulan;Catatan\nJan 2024;ok\nFeb 2024;baik\n", "no column holds numbers"),
    ],
)
def test_a_table_without_indicator_says_why(content, why):
    (table,) = tables(content.encode(), "a.csv")
    assert table.kind is TableKind.OTHER and why in said(table)


def test_rows_that_name_a_period_again_are_said():
    content = b"Bulan;n\nJan 2024;1\nFeb 2024;2\nFeb 2024;9\nMar 2024;3\nApr 2024;3\n"
    assert "rows 3, 4" in said(tables(content, "a.csv")[0])


def test_very_long_column_names_are_still_the_header():
    long = "Jumlah seluruh panggilan telepon penjualan keluar yang tersambung dan dicatat oleh tim"
    lines = [
        f"Bulan;{long} A;{long} B",
        *(f"{m:02d}/2024;{100 + m};{200 + m}" for m in range(1, 13)),
    ]
    table = tables("\n".join(lines).encode(), "a.csv")[0]
    assert [column.name for column in table.columns] == ["Bulan", f"{long} A", f"{long} B"]
    assert table.header_rows == (1,)


def test_the_date_in_a_question_is_one_that_each_order_reads_another_way():
    days = ["01/01/2020", "02/02/2020", "03/04/2021"]
    lines = ["Tanggal;Leads", *(f"{day};{at}" for at, day in enumerate(days))]
    question = tables("\n".join(lines).encode(), "a.csv")[0].questions[0]
    assert "03/04/2021" in question.what.to("en")
    assert len({words.to("en") for _, words in question.choices}) == 2


def test_a_table_on_its_side_is_said_and_other_tables_are_not(sheet):
    rows = [["Deal", "D-1", "D-2", "D-3"], ["Owner", "Budi", "Siti", "Dewi"],
            ["Nilai", 10, 20, 30], ["Tahap", "Menang", "Kalah", "Menang"]]  # fmt: skip
    assert "lies on its side" in said(tables(sheet(rows))[0])
    upright = [list(row) for row in zip(*rows, strict=True)]
    months = [
        ["KPI", "Jan 2025", "Feb 2025", "Mar 2025"],
        ["Leads", 1, 2, 3],
        ["PIC", "a", "b", "c"],
    ]
    for other in (upright, months):
        assert "lies on its side" not in said(tables(sheet(other))[0])


def test_headings_between_rows_become_a_column(sheet):
    rows = [["Deal", "Tahap", "Nilai"], ["Region: Jawa"], ["D-1", "Menang", 10], ["D-2", "Kalah", 5],
            ["Region: Bali"], ["D-3", "Menang", 7]]  # fmt: skip
    (table,) = tables(sheet(rows))
    assert list(table.frame["Region"]) == ["Jawa", "Jawa", "Bali"]
    assert "became the column" in said(table)


def test_a_firm_called_total_in_a_full_record_is_no_total(sheet):
    rows = [["Deal", "Akun", "Tahap", "Nilai"], ["D-1", "PT Maju", "Menang", 10],
            ["D-2", "Total Energies", "Kalah", 20], ["Total", None, None, 30]]  # fmt: skip
    (table,) = tables(sheet(rows))
    assert list(table.frame["Deal"]) == ["D-1", "D-2"] and aside(table, Aside.TOTAL) == [4]


def test_a_row_of_sums_without_a_label_is_no_record(sheet):
    rows = [["Kota", "Leads", "Omzet"], ["Solo", 1, 10], ["Medan", 2, 20], ["Bali", 4, 40]]
    (table,) = tables(sheet([*rows, [None, 7, 70]]))
    assert list(table.frame["Leads"]) == [1, 2, 4] and aside(table, Aside.TOTAL) == [5]
    (open_,) = tables(sheet([*rows, [None, 8, 70]]))
    assert list(open_.frame["Leads"]) == [1, 2, 4, 8]


def test_words_beside_a_table_are_no_column_and_are_said_with_their_cell(sheet):
    rows = [["Kota", "Leads"], ["Solo", 1, None, "cek lagi"], ["Medan", 2], ["Bali", 4]]
    (table,) = tables(sheet(rows))
    assert list(table.frame.columns) == ["Kota", "Leads"] and "D2 “cek lagi”" in said(table)


def test_comments_between_records_are_notes_and_make_no_record_a_header():
    lines = ["tipe,masukan,keluaran,batas"]
    for part in ("#awal", "## dekat nol ##", "#akhir"):
        lines += [part, *(f"a{i},0x0{i}4b,0x3f{i},{i}" for i in range(1, 6))]
    tables = read("\n".join(lines).encode(), "a.csv").tables
    assert [list(one.frame.columns) for one in tables] == [["tipe", "masukan", "keluaran", "batas"]]
    assert list(tables[0].frame["batas"]) == [1, 2, 3, 4, 5] * 3


def test_rows_that_leave_out_their_ends_are_a_table_where_the_header_names_all():
    lines = ["versi,nama,rilis,akhir,perpanjangan,lanjutan"]
    for i in range(1, 16):
        lines.append(",".join([f"{i}.1", "Buzz", *[f"20{10 + i}-03-0{1 + i % 5}"] * (1 + i % 4)]))
    (table,) = read("\n".join(lines).encode(), "a.csv").tables
    assert len(table.frame) == 15
    assert table.frame["lanjutan"].notna().sum() == sum(i % 4 == 3 for i in range(1, 16))
    assert any("cells than the rest" in str(one) for one in table.notices)
