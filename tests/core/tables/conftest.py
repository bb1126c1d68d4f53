"""Workbooks as managers keep them, made in code."""

import datetime as dt
import io

import pytest
import xlsxwriter


def workbook(*sheets, **options):
    """The bytes of an .xlsx; a sheet is (name, rows, settings)."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    for name, rows, given in sheets:
        sheet = book.add_worksheet(name)
        _fill(book, sheet, rows, given.get("formats", {}))
        for merge in given.get("merges", ()):
            sheet.merge_range(*merge, rows[merge[0]][merge[1]])
        if given.get("hidden"):
            sheet.hide()
    book.close()
    return out.getvalue()


def _fill(book, sheet, rows, formats):
    made = {form: book.add_format({"num_format": form}) for form in {*formats.values(), "mmm-yy"}}
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            form = made.get(formats.get(c))
            if isinstance(value, dt.date):
                sheet.write_datetime(r, c, value, form or made["mmm-yy"])
            elif isinstance(value, str) and value.startswith("="):
                sheet.write_formula(r, c, value, form, value="#DIV/0!" if "/0" in value else "")
            elif isinstance(value, str):
                sheet.write_string(r, c, value)
            elif value is not None:
                sheet.write(r, c, value, form)


@pytest.fixture(scope="session")
def book():
    return workbook


@pytest.fixture(scope="session")
def sheet():
    def one(rows, **given):
        return workbook((given.pop("name", "Rekap"), rows, given))

    return one
