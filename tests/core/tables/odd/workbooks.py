# ruff: noqa: E501
"""Workbooks of every format with all that spreadsheets hide, and what a careful person reads."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.core.tables.binary import xlsb
from tests.core.tables.odd.case import Odd

HERE = Path(__file__).parents[1]
HEAD = ["Kode", "Pelanggan", "Tanggal", "Jumlah"]
NAMES = ["PT Maju", "CV Sinar", "Toko Abadi", "UD Makmur"]
DAYS = [dt.date(2025, 1, 31), dt.date(2025, 2, 28), dt.date(2025, 3, 31), dt.date(2025, 4, 30)]
AMOUNTS = [1250.5, 300, 75.25, 9000]
TRUTH = {
    "Kode": ["A1", "A2", "A3", "A4"],
    "Pelanggan": NAMES,
    "Tanggal": [str(day) for day in DAYS],
    "Jumlah": ["1250.5", "300", "75.25", "9000"],
}
ROWS = list(zip(TRUTH["Kode"], NAMES, DAYS, AMOUNTS, strict=True))


def written(fill, name: str = "Data", **options) -> bytes:
    """An .xlsx filled by `fill(book, sheet)`."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "default_date_format": "yyyy-mm-dd", **options}
    )
    fill(book, book.add_worksheet(name))
    book.close()
    return out.getvalue()


def ledger(_book, sheet, rows=ROWS) -> None:
    """Header and rows of the ledger."""
    sheet.write_row(0, 0, HEAD)
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row):
            sheet.write(r, c, value) if not isinstance(value, dt.date) else sheet.write_datetime(
                r, c, dt.datetime(value.year, value.month, value.day)
            )


def xlsx(name: str, fill, truth: dict | None = None, **given) -> Odd:
    """A case whose workbook holds the ledger and what `fill` adds to it."""

    def both(book, sheet):
        ledger(book, sheet)
        fill(book, sheet)

    options = given.pop("options", {})
    return Odd(name, given.pop("source", "a.xlsx"), written(both, **options), truth or TRUTH, **given)  # fmt: skip


def with_column(name: str, cells: list[str]) -> dict[str, list[str]]:
    """The truth with one more column."""
    return {**TRUTH, name: cells}


def edited(content: bytes, changes: dict[str, tuple[bytes, bytes]], dropped: tuple = ()) -> bytes:
    """An archive with bytes of some parts exchanged and others left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            raw = old.read(part)
            if part in changes:
                before, after = changes[part]
                assert before in raw, (part, before)
                raw = raw.replace(before, after)
            if part not in dropped:
                new.writestr(part, raw)
    return out.getvalue()


def hidden() -> list[Odd]:
    """What a person does not see when the workbook opens, and is in the data all the same."""

    def rows(_, sheet):
        sheet.set_row(2, None, None, {"hidden": True})

    def columns(_, sheet):
        sheet.set_column(1, 1, None, None, {"hidden": True})

    def filtered(_, sheet):
        sheet.autofilter(0, 0, 4, 3)
        sheet.filter_column(0, "x == A1")
        for row in (2, 3, 4):
            sheet.set_row(row, None, None, {"hidden": True})

    def first_hidden(book, sheet):
        sheet.hide()
        book.add_worksheet("Lihat").activate()

    def very_hidden(book, sheet):
        sheet.very_hidden()
        book.add_worksheet("Lihat").activate()

    def grouped(_, sheet):
        sheet.set_row(3, None, None, {"level": 1, "hidden": True})

    def chart_sheet(book, sheet):
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": f"={sheet.name}!$D$2:$D$5"})
        book.add_chartsheet("Grafik").set_chart(chart)

    def empty_sheets(book, _):
        book.add_worksheet("Kosong")
        book.add_worksheet("Kosong 2")

    return [
        xlsx("hidden row", rows, due=("hidden row",)),
        xlsx("hidden column", columns, due=("hidden column",)),
        xlsx("filtered rows", filtered, due=("3 hidden rows", "filter")),
        xlsx("grouped rows", grouped, due=("hidden row",)),
        xlsx("hidden sheet", first_hidden, due=("hidden",)),
        xlsx("very hidden sheet", very_hidden, due=("hidden",)),
        xlsx("chart sheet", chart_sheet, due=("holds a chart",)),
        xlsx("empty sheets", empty_sheets),
    ]


def formulas() -> list[Odd]:
    """Formulas calculated, never calculated, wrong, and looking elsewhere."""

    def given(results: list):
        def fill(_, sheet):
            sheet.write(0, 4, "Hasil")
            for row, result in enumerate(results, 1):
                sheet.write_formula(row, 4, f"=D{row + 1}*2", None, result)

        return fill

    def errors(_, sheet):
        sheet.write(0, 4, "Hasil")
        for row, result in enumerate(["#DIV/0!", 5, "#N/A", "#REF!"], 1):
            sheet.write_formula(row, 4, "=1/0", None, result)

    def linked(_, sheet):
        sheet.write(0, 4, "Target")
        for row in range(1, 5):
            sheet.write_formula(row, 4, f"=[target.xlsx]Lembar1!$A${row}", None, row * 10)

    book = openpyxl.Workbook()
    for row in (
        [*HEAD, "Hasil"],
        *([*r, f"=D{i}*2"] if i != 3 else [*r, 600] for i, r in enumerate(ROWS, 2)),
    ):
        book.active.append(row)
    unsaved = io.BytesIO()
    book.save(unsaved)
    never = xlwt.Workbook()
    sheet = never.add_sheet("Data")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for c, value in enumerate([*HEAD, "Hasil"]):
        sheet.write(0, c, value)
    for r, row in enumerate(ROWS, 1):
        for c, value in enumerate(row):
            sheet.write(r, c, value, day) if isinstance(value, dt.date) else sheet.write(
                r, c, value
            )
        sheet.write(r, 4, xlwt.Formula(f"D{r + 1}*2"))
    old = io.BytesIO()
    never.save(old)
    return [
        xlsx("calculated", given([2501, 600, 150.5, 18000]), with_column("Hasil", ["2501", "600", "150.5", "18000"])),
        Odd("never calculated", "a.xlsx", unsaved.getvalue(), with_column("Hasil", ["", "600", "", ""]), due=("3 formulas have no calculated value",)),
        Odd("never calculated, old", "a.xls", old.getvalue(), with_column("Hasil", ["", "", "", ""]), due=("4 formulas have no calculated value",)),
        xlsx("errors", errors, with_column("Hasil", ["", "5", "", ""]), due=("#DIV/0!", "#REF!", "#N/A")),
        xlsx("linked", linked, with_column("Target", ["10", "20", "30", "40"]), due=("another workbook",)),
    ]  # fmt: skip


def formats() -> list[Odd]:
    """Numbers and dates by the grace of their format."""

    def column(name: str, code: str, values: list):
        def fill(book, sheet):
            style = book.add_format({"num_format": code})
            sheet.write(0, 4, name)
            for row, value in enumerate(values, 1):
                sheet.write(row, 4, value, style)

        return fill

    firsts = [dt.datetime(2025, month, 1) for month in (1, 2, 3, 4)]
    months = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"]
    moments = [dt.datetime(2025, 1, day, 14 - day, 30 + day) for day in (2, 3, 7, 9)]
    shown = [f"2025-01-0{day}T{14 - day:02}:{30 + day}:00" for day in (2, 3, 7, 9)]
    spans = [1.25, 0.5, 2, 0.125]
    hours = ["30:00:00", "12:00:00", "48:00:00", "3:00:00"]
    plain = ["1", "2.5", "1000000", "0.001"]
    found = [
        xlsx(f"month as {code}", column("Bulan", code, firsts), with_column("Bulan", months))
        for code in ("mmm yy", "[$-421]mmmm yyyy", "[$-409]mmm-yy;@", 'mmmm "tahun" yyyy', "m/yyyy", "dd/mm/yyyy", "[$-F800]dddd, mmmm dd, yyyy", "yyyy-mm-dd;@")
    ]  # fmt: skip
    found += [
        xlsx(f"number as {code}", column("Nilai", code, [1, 2.5, 1_000_000, 0.001]), with_column("Nilai", plain))
        for code in ("#,##0.00", '"Rp"#,##0', "0.00E+00", "[Red]-0.0;0.0", "General", "_(* #,##0_)", '0.0"m"', '#,##0.0,,"M"')
    ]  # fmt: skip
    return [
        *found,
        xlsx("moments", column("Jam", "yyyy-mm-dd hh:mm", moments), with_column("Jam", shown)),
        xlsx("elapsed hours", column("Lama", "[h]:mm", spans), with_column("Lama", hours)),
        xlsx("percent", column("Rasio", "0.0%", [0.25, 0.5, 1.2, 0]), with_column("Rasio", ["0.25", "0.5", "1.2", "0"]), due=()),
        xlsx("leading zeros", column("Cabang", "00000", [12, 345, 7, 12345]), with_column("Cabang", ["00012", "00345", "00007", "12345"]), due=("leading zeros",)),
        xlsx("1904", lambda *_: None, options={"date_1904": True}, due=("1904",)),
        xlsx("16 digits and more", column("Rekening", "0", [1234567890123456789, 2234567890123456789, 3234567890123456789, 4]), with_column("Rekening", ["1.234567890123457e+18", "2.234567890123457e+18", "3.234567890123457e+18", "4"]), due=("15 digits",), may_refuse=True),
    ]  # fmt: skip


def texts() -> list[Odd]:
    """Text that looks like something else, and something else kept as text."""

    def column(name: str, values: list):
        def fill(_, sheet):
            sheet.write(0, 4, name)
            for row, value in enumerate(values, 1):
                sheet.write_string(row, 4, value) if isinstance(value, str) else sheet.write(row, 4, value)  # fmt: skip

        return fill

    def rich(book, sheet):
        bold = book.add_format({"bold": True})
        sheet.write(0, 4, "Catatan")
        for row in range(1, 5):
            sheet.write_rich_string(row, 4, "ada ", bold, "tebal", f" {row}")

    def merged(_, sheet):
        sheet.merge_range(6, 0, 6, 3, "Catatan: angka sementara")

    hostile = ["=1+1", '=HYPERLINK("http://x","y")', "![a](http://x/y.png)", "<script>alert(1)</script>"]  # fmt: skip
    shared = written(ledger)
    return [
        xlsx("numbers as text", column("Nilai", ["10", "20", "30.5", "40"]), with_column("Nilai", ["10", "20", "30.5", "40"])),
        xlsx("codes as text", column("Nomor", ["007", "008", "010", "100"]), with_column("Nomor", ["007", "008", "010", "100"])),
        xlsx("long ids as text", column("NIK", ["3273012345678901", "3273012345678902", "3273012345678903", "3273012345678904"]), with_column("NIK", ["3273012345678901", "3273012345678902", "3273012345678903", "3273012345678904"])),
        xlsx("dates as text", column("Tgl", ["31/01/2025", "28/02/2025", "31/03/2025", "30/04/2025"]), with_column("Tgl", TRUTH["Tanggal"])),
        xlsx("booleans", column("Lunas", [True, False, True, True]), with_column("Lunas", ["true", "false", "true", "true"])),
        xlsx("rich text", rich, with_column("Catatan", [f"ada tebal {i}" for i in range(1, 5)])),
        xlsx("hostile cells", column("Isi", hostile), with_column("Isi", hostile)),
        xlsx("a merged note", merged),
        xlsx("letters of the world", column("Nama", ["Müller", "北京", "Łódź", "😀 ok"]), with_column("Nama", ["Müller", "北京", "Łódź", "😀 ok"])),
        xlsx("line breaks", column("Alamat", ["Jl. A\nKota", "Jl. B", "Jl. C", "Jl. D"]), with_column("Alamat", ["Jl. A\nKota", "Jl. B", "Jl. C", "Jl. D"])),
        xlsx("two words for missing", column("Nilai", [5, "n/a", "-", 7]), with_column("Nilai", ["5", "", "", "7"])),
        Odd("inline strings", "a.xlsx", written(ledger, in_memory=True, constant_memory=True), TRUTH),
        Odd("a hostile sheet name", "a.xlsx", written(ledger, name="=2+2 <b>&' \u202e"), TRUTH),
        Odd("a template", "a.xltx", shared, TRUTH),
        Odd("shared strings missing", "a.xlsx", edited(shared, {}, ("xl/sharedStrings.xml",)), may_refuse=True),
        Odd("styles missing", "a.xlsx", edited(shared, {}, ("xl/styles.xml",)), TRUTH, may_refuse=True),
        Odd("macros", "a.xlsm", _with_macros(shared), TRUTH, due=("macros",)),
    ]  # fmt: skip


def _with_macros(content: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()


def other_formats() -> list[Odd]:
    """The ledger as .xls, .xlsb and .ods, with what those files can say."""
    plain = {"Kode": ["A1", "A2"], "Jumlah": ["5", "6.5"], "Rasio": ["0.25", "0.5"]}
    rows = [["Kode", "Jumlah", "Rasio"], ["A1", 5, 0.25], ["A2", 6.5, 0.5]]
    padded = {**plain, "Cabang": ["0012", "0345"]}
    return [
        Odd("old", "a.xls", old_book(), {**padded, "Hasil": ["", "7"]}, due=("hidden row", "hidden column", "leading zeros", "#DIV/0!")),
        Odd("binary", "a.xlsb", xlsb(rows), plain),
        Odd("open document", "a.ods", document(), {**plain, "Hasil": ["", "7"]}, due=("2 hidden rows", "no calculated value")),
        Odd("flat open document", "a.fods", flat(document()), {**plain, "Hasil": ["", "7"]}, due=("2 hidden rows", "no calculated value")),
        Odd("locked", "a.xlsx", (HERE / "locked.xlsx").read_bytes(), due=("password",)),
        Odd("locked, old", "a.xls", (HERE / "locked.xls").read_bytes(), due=("password",)),
        Odd("locked, open", "a.ods", (HERE / "locked.ods").read_bytes(), due=("password",)),
    ]  # fmt: skip


def old_book() -> bytes:
    """An .xls with a hidden row and column, percent, padded codes and an error."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    percent, padded = xlwt.easyxf(num_format_str="0.0%"), xlwt.easyxf(num_format_str="0000")
    for c, name in enumerate(["Kode", "Jumlah", "Rasio", "Cabang", "Hasil"]):
        sheet.write(0, c, name)
    for r, (code, amount, share, branch) in enumerate([("A1", 5, 0.25, 12), ("A2", 6.5, 0.5, 345)], 1):  # fmt: skip
        sheet.write(r, 0, code)
        sheet.write(r, 1, amount)
        sheet.write(r, 2, share, percent)
        sheet.write(r, 3, branch, padded)
    sheet.row(1).set_cell_error(4, "#DIV/0!")
    sheet.write(2, 4, 7)
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document() -> bytes:
    """An .ods with hidden rows, percent and a formula never calculated."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Data")
    lines = [("Kode", "Jumlah", "Rasio", "Hasil"), ("A1", 5, 0.25, None), ("A2", 6.5, 0.5, 7)]
    for r, (code, amount, share, result) in enumerate(lines):
        row = TableRow(visibility="collapse") if r else TableRow()
        for c, value in enumerate((code, amount, share, result)):
            row.addElement(_cell(value, "percentage" if c == 2 else "float"))
        table.addElement(row)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value: object, kind: str) -> TableCell:
    if value is None:
        return TableCell(formula="of:=[.B2]*2")
    if isinstance(value, str):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=value))
        return cell
    cell = TableCell(valuetype=kind, value=value)
    cell.addElement(P(text=str(value)))
    return cell


def flat(content: bytes) -> bytes:
    """The content of an .ods as a flat file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inner = archive.read("content.xml")
    return inner.replace(b"office:document-content", b"office:document")


def long_numbers() -> list[Odd]:
    """Whole numbers of more digits than a double keeps, which some programs write out."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    ids = [3273012345678901, 3273012345678902, 42]
    for row in (["Nama", "NIK"], *zip(["A", "B", "C"], ids, strict=True)):
        book.active.append(row)
    book.save(out)
    truth = {"Nama": ["A", "B", "C"], "NIK": [str(one) for one in ids]}
    return [Odd("long numbers written out", "a.xlsx", out.getvalue(), truth)]


PARTS = (long_numbers, hidden, formulas, formats, texts, other_formats)
