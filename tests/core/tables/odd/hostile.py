# ruff: noqa: E501
"""Files that are not what they seem: renamed, packed, bombs, cut off, hostile names and cells."""

import datetime as dt
import gzip
import io
import random
import zipfile
from decimal import Decimal

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

from tests.core.tables.odd import workbooks
from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.text_files import joined, ledger, rows_of

TRUTH = ledger()
ROWS = rows_of(TRUTH)
CSV = joined(ROWS)
XLS = "laporan.xls"
SS = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"'


def table(rows: list[list[str]], tag: str = "td") -> str:
    """Rows as an HTML table."""
    lines = ("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>" for row in rows)
    return "<table>" + "".join(lines) + "</table>"


def web(name: str, content: str | bytes, columns: dict | None = TRUTH, **given) -> Odd:
    """A web page called .xls."""
    raw = content if isinstance(content, bytes) else content.encode()
    return Odd(name, given.pop("source", XLS), raw, columns, **given)


def pages() -> list[Odd]:
    """HTML as CRMs export it under the name of a workbook."""
    plain = table(ROWS)
    western = ledger("western")
    head = "<html><head><meta charset='windows-1252'><title>Ekspor</title><style>td{color:red}</style><script>var a = '<table><tr><td>1</td></tr></table>';</script></head><body>"
    spans = "<table><tr><th colspan=4>Laporan Penjualan</th></tr>" + plain[7:]
    tall = table(ROWS).replace("<tr><td>00456</td>", "<tr><td rowspan='1'>00456</td>")
    unclosed = (
        "<table><tr>"
        + "<tr>".join("".join(f"<td>{cell}" for cell in row) for row in ROWS)
        + "</table>"
    )
    outer = f"<table><tr><td>{plain}</td></tr></table>"
    named = {
        **TRUTH,
        "Pelanggan": ["A & B", "C <D>", "É", "PT\u00a0Maju", "x  y".replace("  ", " "), "“q”"],
    }
    coded = [
        ROWS[0],
        *(
            [row[0], words, *row[2:]]
            for row, words in zip(
                ROWS[1:],
                [
                    "A &amp; B",
                    "C &lt;D&gt;",
                    "&Eacute;",
                    "PT&nbsp;Maju",
                    "x  \n y",
                    "&ldquo;q&#8221;",
                ],
                strict=True,
            )
        ),
    ]
    hidden = plain.replace("<tr><td>00456", "<tr style='display:none'><td>00456")
    return [
        web("a bare table", plain, due=("content is html",)),
        web("a whole page", head + "<h1>Penjualan</h1>" + plain + "</body></html>"),
        web("upper case and attributes", plain.replace("<td>", "<TD class='a b' style=\"x\">").replace("</td>", "</TD>")),
        web("header cells", table(ROWS[:1], "th")[:-8] + table(ROWS[1:])[7:]),
        web("sections", "<table><thead>" + table(ROWS[:1])[7:-8] + "</thead><tbody>" + table(ROWS[1:])[7:-8] + "</tbody></table>"),
        web("a title over all columns", spans),
        web("rowspan of one", tall),
        web("nothing closed", unclosed),
        web("a table in a table", outer),
        web("entities", table(coded), named),
        web("fonts inside cells", plain.replace("<td>", "<td><font face=Arial><b>").replace("</td>", "</b></font></td>")),
        web("hidden rows", hidden, due=("hidden row",)),
        web("Windows letters", head.encode() + table(rows_of(western)).encode("cp1252"), western),
        web("UTF-8 letters", table(rows_of(western)), western),
        web("UTF-16 letters", ("<html>" + table(rows_of(western))).encode("utf-16"), western),
        web("a mark in front", b"\xef\xbb\xbf" + plain.encode()),
        web("an XML line in front", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>" + plain),
        web("a comment in front", "<!-- ekspor <b> -->\n<html>" + plain),
        web("named .csv", plain, source="a.csv", due=("content is html",)),
        web("named .html", plain, source="a.html"),
        web("a link in a cell", plain.replace("PT Maju Jaya", "<a href='http://x/y'>PT Maju Jaya</a><script>alert(1)</script>")),
        web("no table", "<html><body><form>Masuk</form></body></html>", None, due=("without a table",)),
        web("a huge span", plain.replace("<td>00123", "<td colspan='99999999'>00123").replace("<td>00456", "<td colspan='9000'>00456"), None, due=("columns",)),
        web("nested a thousand times", "<table><tr><td>" * 1000 + plain, may_refuse=True),
    ]  # fmt: skip


def spreadsheet_xml(cells: str, rest: str = "", styles: str = "", before: str = "") -> bytes:
    """A SpreadsheetML 2003 workbook of one sheet."""
    return f"""<?xml version="1.0"?>{before}
<?mso-application progid="Excel.Sheet"?>
<Workbook {SS}><Styles>{styles}</Styles><Worksheet ss:Name="Data"><Table>{cells}</Table>{rest}</Worksheet></Workbook>""".encode()


def xml_row(cells: list[tuple[str, str]], given: str = "") -> str:
    """A row of (type, words); a type may carry attributes of its cell before a bar."""
    found = []
    for kind, words in cells:
        attributes, _, kind = kind.rpartition("|")
        found.append(f'<Cell {attributes}><Data ss:Type="{kind}">{words}</Data></Cell>')
    return f"<Row {given}>{''.join(found)}</Row>"


def old_xml() -> list[Odd]:
    """SpreadsheetML 2003, which CRMs call .xls or .xml."""
    head = xml_row([("String", name) for name in ROWS[0]])
    body = [
        [
            ("String", row[0]),
            ("String", row[1]),
            ("DateTime", f"{row[2]}T00:00:00.000"),
            ("Number", row[3]),
        ]
        for row in ROWS[1:]
    ]
    lines = head + "".join(map(xml_row, body))
    gap = (
        head
        + xml_row(body[0])
        + "".join(xml_row(row, 'ss:Index="5"' if i == 0 else "") for i, row in enumerate(body[1:]))
    )
    percent = '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="z"><NumberFormat ss:Format="00000"/></Style>'
    shares = xml_row([("String", "Kode"), ("String", "Rasio"), ("String", "Cabang")]) + "".join(
        xml_row(
            [
                ("String", f"A{i}"),
                ('ss:StyleID="p"|Number', str(i / 4)),
                ('ss:StyleID="z"|Number', str(i * 11)),
            ]
        )
        for i in (1, 2, 3)
    )
    hidden = head + xml_row(body[0], 'ss:Hidden="1"') + "".join(map(xml_row, body[1:]))
    error = head + xml_row([*body[0][:3], ("Error", "#DIV/0!")]) + "".join(map(xml_row, body[1:]))
    title = '<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">Laporan</Data></Cell></Row>'
    bomb = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    unknown = {**TRUTH, "Jumlah": ["", *TRUTH["Jumlah"][1:]]}
    far = head + xml_row(body[0], 'ss:Index="99999999"')
    return [
        web("old XML", spreadsheet_xml(lines)),
        web("old XML named .xml", spreadsheet_xml(lines), source="a.xml"),
        web("old XML, rows left out", spreadsheet_xml(gap)),
        web("old XML, percent and zeros", spreadsheet_xml(shares, styles=percent), {"Kode": ["A1", "A2", "A3"], "Rasio": ["0.25", "0.5", "0.75"], "Cabang": ["00011", "00022", "00033"]}, due=("leading zeros",)),
        web("old XML, hidden row", spreadsheet_xml(hidden), due=("hidden row",)),
        web("old XML, hidden sheet", spreadsheet_xml(lines, "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"), due=("hidden",)),
        web("old XML, error", spreadsheet_xml(error), unknown, due=("#DIV/0!",)),
        web("old XML, merged title", spreadsheet_xml(title + lines)),
        web("old XML, entities", spreadsheet_xml(lines, before=bomb), None, due=("entities",)),
        web("old XML, far row", spreadsheet_xml(far), None, due=("rows",)),
        web("old XML, cut off", spreadsheet_xml(lines)[:-200], None, due=("damaged",)),
        web("another XML", "<?xml version='1.0'?><orders><order id='1'/></orders>", None, due=("XML",)),
        web("a picture in XML", "<svg xmlns='http://www.w3.org/2000/svg'></svg>", None, due=("SVG",)),
    ]  # fmt: skip


def renamed() -> list[Odd]:
    """Text and pictures, programs and documents under the name of a table."""

    def zipped(**parts: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
        return out.getvalue()

    mht = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\n<table>"
    )
    found = [
        web(f"{name} renamed", content.encode(), due=("content is",))
        for name, content in (("commas", CSV), ("tabs", joined(ROWS, "\t")), ("semicolons", joined(ROWS, ";")))
    ]  # fmt: skip
    found += [
        Odd(f"{kind} called {source}", source, content, due=(kind,))
        for kind, content in {
            "PDF": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "PNG": b"\x89PNG\r\n\x1a\n\x00\x00", "JPEG": b"\xff\xd8\xff\xe0\x00",
            "GIF": b"GIF89a,;", "EXE": b"MZ\x90\x00" + b"\x00" * 90, "ELF": b"\x7fELF\x02\x01", "RAR": b"Rar!\x1a\x07",
            "7z": b"7z\xbc\xaf\x27\x1c", "SQLite": b"SQLite format 3\x00", "RTF": b"{\\rtf1\\ansi", "pickle": b"\x80\x04\x95\x00\x00",
            "MHT": mht.encode(), "DOCX": zipped(word__document_DOT_xml="x"), "PPTX": zipped(ppt__presentation_DOT_xml="x"),
            "Numbers": zipped(Index__Document_DOT_iwa="x"), "JSON": b'{"rows": [1, 2]}', "bzip2": b"BZh91AY&SY\x00",
        }.items()
        for source in ("a.xlsx", "a.csv")
    ]  # fmt: skip
    return found


def packed() -> list[Odd]:
    """Archives that hold one table, several, or none."""

    def archive(*members: tuple[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in members:
                file.writestr(name, content)
        return out.getvalue()

    one = ("ekspor/data.csv", CSV.encode())
    book = workbooks.written(workbooks.ledger)
    return [
        Odd("one table zipped", "a.zip", archive(one), TRUTH, due=("data.csv",)),
        Odd("one table and litter", "a.zip", archive(("__MACOSX/._data.csv", b"x"), ("ekspor/.DS_Store", b"x"), one), TRUTH, due=("data.csv",)),
        Odd("one table and a note", "a.zip", archive(one, ("baca.txt", b"halo")), TRUTH, due=("data.csv",)),
        Odd("one workbook zipped", "a.zip", archive(("a.xlsx", book)), workbooks.TRUTH, due=("a.xlsx",)),
        Odd("two tables zipped", "a.zip", archive(one, ("b.csv", CSV.encode())), due=("2 files",)),
        Odd("no table zipped", "a.zip", archive(("a.exe", b"MZ")), due=("zip archive",)),
        Odd("an empty zip", "a.zip", archive(), due=("zip archive",)),
        Odd("a zip in a zip", "a.zip", archive(("b.zip", archive(one))), due=("zip archive",)),
        Odd("a path out of the zip", "a.zip", archive(("../../etc/data.csv", CSV.encode())), TRUTH, due=("data.csv",)),
        Odd("gzip", "a.csv.gz", gzip.compress(CSV.encode()), TRUTH, due=("gzip",)),
        Odd("gzip of a workbook", "a.xlsx.gz", gzip.compress(book), workbooks.TRUTH, due=("gzip",)),
        Odd("gzip in two parts", "a.csv.gz", gzip.compress(CSV[:50].encode()) + gzip.compress(CSV[50:].encode()), TRUTH, due=("gzip",)),
        Odd("gzip cut off", "a.csv.gz", gzip.compress(CSV.encode())[:-12], due=("damaged",)),
        Odd("gzip of one endless line", "a.csv.gz", gzip.compress(b"0," * 9_000_000, 1), due=("columns",)),
        Odd("gzip of nothing", "a.csv.gz", gzip.compress(b""), due=("empty",)),
        Odd("zip cut off", "a.zip", archive(one)[:-30], due=("damaged",)),
    ]  # fmt: skip


def columnar() -> list[Odd]:
    """Parquet and Arrow with every kind of value."""
    days = [dt.date(2025, 1, 31), dt.date(2025, 2, 28), None]
    codes = ["007", "012", "100"]

    def stored(name: str, values: pa.Array, truth: list[str], **given) -> Odd:
        made = pa.table({"Kode": codes, "Nilai": values})
        out = io.BytesIO()
        pq.write_table(made, out, **given.pop("write", {}))
        return Odd(name, "a.parquet", out.getvalue(), {"Kode": codes, "Nilai": truth}, **given)

    moments = [
        dt.datetime(2025, 1, 1, 7, 30),
        dt.datetime(2025, 1, 2, 8),
        dt.datetime(2025, 1, 3, 9, 15),
    ]
    shown = ["2025-01-01T07:30:00", "2025-01-02T08:00:00", "2025-01-03T09:15:00"]
    spans = [dt.timedelta(hours=30), dt.timedelta(minutes=5), dt.timedelta(seconds=1)]
    records = pa.array([{"a": 1, "b": "x"}, {"a": 2, "b": "y"}, {"a": 3, "b": None}])
    nested = pa.table({"Kode": codes, "Isi": records})
    out = io.BytesIO()
    pq.write_table(nested, out)
    arrow = io.BytesIO()
    feather.write_feather(
        pa.table({"Kode": codes, "Nilai": [1.5, 2.0, None]}), arrow, compression="uncompressed"
    )
    large = [2**53 + 1, 2**60 + 7, 5]
    return [
        stored("numbers", pa.array([1.5, 2.0, None]), ["1.5", "2", ""]),
        stored("decimals", pa.array([Decimal("1234567890.05"), Decimal("2.10"), None], pa.decimal128(20, 2)), ["1234567890.05", "2.1", ""]),
        stored("days", pa.array(days), ["2025-01-31", "2025-02-28", ""]),
        stored("moments in a zone", pa.array(moments, pa.timestamp("us", "Asia/Jakarta")), ["2025-01-01T14:30:00", "2025-01-02T15:00:00", "2025-01-03T16:15:00"], due=("time zone Asia/Jakarta",)),
        stored("moments in nanoseconds", pa.array(moments, pa.timestamp("ns")), shown),
        stored("moments of 96 bits", pa.array(moments, pa.timestamp("ns")), shown, write={"use_deprecated_int96_timestamps": True}),
        stored("words by number", pa.array(["Barat", "Timur", "Barat"]).dictionary_encode(), ["Barat", "Timur", "Barat"]),
        stored("large whole numbers", pa.array(large), [str(one) for one in large]),
        stored("truth values", pa.array([True, False, None]), ["true", "false", ""]),
        stored("lengths of time", pa.array(spans, pa.duration("ms")), ["30:00:00", "0:05:00", "0:00:01"], may_refuse=True),
        stored("lists", pa.array([[1, 2], [], None]), ["[1, 2]", "[]", ""], due=("lists",)),
        stored("bytes", pa.array([b"a", b"b", b"\xff"]), ["a", "b", "ff"]),
        Odd("records", "a.parquet", out.getvalue(), {"Kode": codes, "Isi.a": ["1", "2", "3"], "Isi.b": ["x", "y", ""]}, due=("records",)),
        Odd("Arrow", "a.feather", arrow.getvalue(), {"Kode": codes, "Nilai": ["1.5", "2", ""]}),
        Odd("Arrow cut off", "a.feather", arrow.getvalue()[:-100], due=("Arrow",)),
        Odd("Parquet of no rows", "a.parquet", _no_rows(), due=("no table",)),
        Odd("Parquet of equal rows", "a.parquet", _equal_rows(), due=("rows",)),
        Odd("Parquet cut off", "a.parquet", out.getvalue()[:-20], due=("Parquet",)),
    ]  # fmt: skip


def _no_rows() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"Kode": pa.array([], pa.string())}), out)
    return out.getvalue()


def _equal_rows() -> bytes:
    out = io.BytesIO()
    made = pa.table({"n": pa.DictionaryArray.from_arrays(pa.array([0] * 1_200_000, pa.int8()), ["x" * 50])})  # fmt: skip
    pq.write_table(made, out, compression="zstd")
    return out.getvalue()


def broken() -> list[Odd]:
    """Files of every format cut off at some place, with a seed: refused, or read with a word."""
    dice = random.Random(7)
    whole = {
        "a.xlsx": workbooks.written(workbooks.ledger),
        "a.xls": workbooks.old_book(),
        "a.ods": workbooks.document(),
    }
    return [
        Odd(f"{source} cut at {cut}", source, content[:cut])
        for source, content in whole.items()
        for cut in sorted(dice.sample(range(20, len(content) - 30), 5))
    ]


def names() -> list[Odd]:
    """File names that try to be more than a name."""
    hostile = [
        "../../etc/passwd", "..\\..\\boot.ini", "a\nb.csv", "\u202evsc.exe", "x" * 300 + ".csv",
        "![a](http://x/y.png).csv", "-rf.csv", "=1+1.csv", "<script>.csv", "a\x00b.csv", "CON.csv", "",
    ]  # fmt: skip
    return [
        Odd(f"name {i}", source, joined(ROWS).encode(), TRUTH) for i, source in enumerate(hostile)
    ]


PARTS = (pages, old_xml, renamed, packed, columnar, broken, names)
