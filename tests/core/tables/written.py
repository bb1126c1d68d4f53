"""A generated case as the bytes of a file, in every format and many writings."""

import csv
import datetime as dt
import io
from dataclasses import replace

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.core.tables.torture import Case, Locale, Money, Page, Share, Wrong

FORMATS = ("csv", "xlsx", "csv", "xls", "csv", "ods", "xlsx")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


def written(case: Case) -> tuple[bytes, str]:
    """The bytes and the name of the file."""
    form = FORMATS[case.seed % len(FORMATS)]
    if form == "csv" and len(case.pages) == 1:
        return _csv(case), "kpi.csv"
    case = _kept_as_text(case) if case.as_text else case
    if form in ("csv", "xlsx"):
        return _xlsx(case), "kpi.xlsx"
    return (_xls(case), "kpi.xls") if form == "xls" else (_ods(case), "kpi.ods")


def _csv(case: Case) -> bytes:
    out = io.StringIO()
    separators = ";\t|" if case.locale.decimal == "," or case.locale.thousands == "," else ",;\t|"
    separator = separators[case.seed // 7 % len(separators)]
    line = csv.writer(out, delimiter=separator, lineterminator="\r\n" if case.seed % 2 else "\n")
    rows = case.pages[0].rows
    width = max(len(row) for row in rows)
    for row in rows:
        said = [shown(cell, case.locale) for cell in row]
        line.writerow(said + [""] * (width - len(said) if case.seed % 3 else 0))
    return out.getvalue().encode(ENCODINGS[case.seed // 3 % len(ENCODINGS)])


def shown(cell: object, locale: Locale) -> str:
    """A cell as a text file shows it."""
    match cell:
        case None:
            return ""
        case Share(value):
            return locale.number(round(value * 100, 6)) + "%"
        case Money(value) if locale.suffixed:
            return locale.number(value / 1e6) + " jt"
        case Money(value):
            return locale.money + locale.number(value)
        case float() if cell.is_integer() and 2000 <= cell <= 2030:
            return str(int(cell))
        case float():
            return locale.number(cell)
        case dt.date():
            return cell.isoformat()
        case Wrong():
            return "#DIV/0!"
    return str(cell)


def _plain(cell: object) -> object:
    return cell.value if isinstance(cell, (Share, Money)) else cell


def _kept_as_text(case: Case) -> Case:
    """The same case with every number as the text a text file would show."""
    pages = [
        replace(page, rows=[[shown(one, case.locale) if isinstance(one, (Money, float)) else one
                             for one in row] for row in page.rows])
        for page in case.pages
    ]  # fmt: skip
    return replace(case, pages=pages)


def _xlsx(case: Case) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    month, share = (
        book.add_format({"num_format": "mmm yy"}),
        book.add_format({"num_format": "0.0%"}),
    )
    for page in case.pages:
        sheet = book.add_worksheet(page.name)
        for r, row in enumerate(page.rows):
            for c, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(r, c, dt.datetime.combine(cell, dt.time()), month)
                elif isinstance(cell, Share):
                    sheet.write_number(r, c, cell.value, share)
                elif isinstance(cell, Wrong):
                    sheet.write_formula(r, c, "=1/0", None, "#DIV/0!")
                elif cell is not None:
                    sheet.write(r, c, _plain(cell))
        for a, b, c2, d in page.merges:
            sheet.merge_range(a, b, c2, d, page.rows[a][b])
        if page.hidden:
            sheet.hide()
    book.close()
    return out.getvalue()


def _xls(case: Case) -> bytes:
    book, out = xlwt.Workbook(), io.BytesIO()
    dated = xlwt.easyxf(num_format_str="D-MMM-YY")
    for page in case.pages:
        sheet = book.add_sheet(page.name)
        for r, row in enumerate(page.rows):
            for c, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write(r, c, dt.datetime.combine(cell, dt.time()), dated)
                elif isinstance(cell, (Share, Wrong)):
                    sheet.write(r, c, shown(cell, case.locale))
                elif cell is not None:
                    sheet.write(r, c, _plain(cell))
    book.save(out)
    return out.getvalue()


def _ods(case: Case) -> bytes:
    book, out = OpenDocumentSpreadsheet(), io.BytesIO()
    for page in case.pages:
        book.spreadsheet.addElement(_ods_table(page, case.locale))
    book.save(out)
    return out.getvalue()


def _ods_table(page: Page, locale: Locale) -> Table:
    table = Table(name=page.name)
    for row in page.rows:
        line = TableRow()
        for cell in row or [None]:
            given: dict[str, object] = {}
            if isinstance(cell, dt.date):
                given = {"valuetype": "date", "datevalue": cell.isoformat()}
            elif isinstance(cell, Share):
                given = {"valuetype": "percentage", "value": cell.value}
            elif isinstance(_plain(cell), float):
                given = {"valuetype": "float", "value": _plain(cell)}
            elif cell is not None:
                given = {"valuetype": "string"}
            one = TableCell(**given)
            if cell is not None:
                one.addElement(P(text=shown(cell, locale)))
            line.addElement(one)
        table.addElement(line)
    return table
