"""Rows and columns that a file hides are read, said and kept by their place, in every format."""

import io

import openpyxl
import xlsxwriter
import xlwt

from core.tables import read

ROWS = [["Bulan", "Leads", "Omzet"], ["2025-01", 1, 2], ["2025-02", 3, 4], ["2025-03", 5, 6]]


def hiding(content: bytes, name: str) -> tuple[set[int], set[int]]:
    grid = read(content, name).grids[0]
    return set(grid.hidden_rows), set(grid.hidden_columns)


def test_in_a_workbook_of_today():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(5, 16_383, None, None, {"hidden": True})
    assert hiding(out.getvalue(), "a.xlsx") == ({3}, {1})


def test_in_a_workbook_written_row_by_row():
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.active.row_dimensions[4].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.save(out)
    assert hiding(out.getvalue(), "a.xlsx") == ({4}, {2})


def test_in_a_workbook_of_old():
    book, out = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Rekap")
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    sheet.row(1).hidden = True
    sheet.col(2).hidden = True
    book.save(out)
    assert hiding(out.getvalue(), "a.xls") == ({2}, {2})


def test_in_a_web_page():
    lines = ["<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in ROWS]
    lines[2] = lines[2].replace("<tr>", "<tr style='display:none'>")
    page = f"<html><table>{''.join(lines)}</table></html>"
    assert hiding(page.encode(), "a.xls") == ({3}, set())
