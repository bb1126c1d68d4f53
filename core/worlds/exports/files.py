"""Cells become files: delimited text with lines above and below, or a workbook."""

import csv
import io
from datetime import datetime

import pandas as pd
from xlsxwriter import Workbook

from core.worlds.exports.cells import Cell, written
from core.worlds.exports.model import ExportFile, Sheet, Style

_MADE = datetime(2026, 1, 2)


def csv_file(sheet: Sheet, records: pd.DataFrame, style: Style) -> ExportFile:
    """UTF-8 text with the style's delimiter."""
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=style.delimiter,
        quoting=csv.QUOTE_ALL if sheet.quoted else csv.QUOTE_MINIMAL,
    )
    out.writelines(f"{line}\r\n" for line in sheet.above)
    writer.writerow(one.header(style.language) for one in sheet.columns)
    writer.writerows(_lines(sheet, records, style))
    writer.writerows([line] if line else [] for line in sheet.below)
    return _file(sheet, out.getvalue().encode("utf-8"), len(records), style)


def workbook(sheet: Sheet, records: pd.DataFrame, style: Style) -> ExportFile:
    """One sheet, named for the file; numbers are numbers, all else is text."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        page = book.add_worksheet(sheet.name.rpartition(".")[0][:31])
        headers = [one.header(style.language) for one in sheet.columns]
        page.write_row(0, 0, headers, book.add_format({"bold": True}))
        for row, line in enumerate(_lines(sheet, records, style), start=1):
            for column, cell in enumerate(line):
                if isinstance(cell, str):
                    page.write_string(row, column, cell) if cell else None
                else:
                    page.write_number(row, column, cell)
    return _file(sheet, out.getvalue(), len(records), style)


def _lines(sheet: Sheet, records: pd.DataFrame, style: Style) -> list[tuple[Cell, ...]]:
    """A line of cells for each record."""
    cells = [written(records[one.of], one.form, style) for one in sheet.columns]
    return list(zip(*cells, strict=True))


def _file(sheet: Sheet, content: bytes, rows: int, style: Style) -> ExportFile:
    fields = {one.header(style.language): one.field for one in sheet.columns}
    return ExportFile(sheet.name, content, sheet.kind, fields, rows)
