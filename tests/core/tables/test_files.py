# ruff: noqa: E501
"""Files of every format, hostile ones too: read by content, or refused with a reason."""

import datetime as dt
import gzip
import io
import os
import re
import signal
import subprocess
import sys
import threading
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from core.errors import Refusal
from core.settings import Settings
from core.tables import describe, read
from core.tables.files import worker
from core.tables.files.parse import parse
from core.tables.files.process import READER, ROOT, end_of
from tests.core.tables.binary import xlsb

ROWS = [["Bulan", "Kode", "Leads"], ["Jan 2025", "00123", 5], ["Feb 2025", "00456", 6.5]]
HERE = Path(__file__).parent
TEXT = "Bulan;Kode;Leads\nJan 2025;00123;5\nFeb 2025;00456;6,5\n"


def xls(rows):
    book, out = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Rekap")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    book.save(out)
    return out.getvalue()


def ods(rows):
    book, out = OpenDocumentSpreadsheet(), io.BytesIO()
    table = OdfTable(name="Rekap")
    for row in rows:
        line = TableRow()
        for value in row:
            number = not isinstance(value, str)
            given = {"valuetype": "float", "value": value} if number else {"valuetype": "string"}
            cell = TableCell(**given)
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(out)
    return out.getvalue()


def openpyxl_book(rows):
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def parquet(rows):
    out = io.BytesIO()
    pd.DataFrame(rows[1:], columns=rows[0]).to_parquet(out)
    return out.getvalue()


def far_workbook(cell="XFD1048576"):
    """The small workbook that makes the reader ask for 550 GB (calamine issue 693)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rels}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c{cell}><v>1</v></c></row></sheetData></worksheet>',
    }  # fmt: skip
    return zipped(parts)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def old_xml(rows):
    given = "urn:schemas-microsoft-com:office:spreadsheet"
    sheet = f"<Worksheet ss:Name='S'><Table>{rows}</Table></Worksheet>"
    return f"<?xml version='1.0'?><Workbook xmlns='{given}' xmlns:ss='{given}'>{sheet}</Workbook>".encode()


FILES = {
    "a.xls": xls(ROWS),
    "a.ods": ods(ROWS),
    "a.xlsx": openpyxl_book(ROWS),
    "a.parquet": parquet([ROWS[0], *([m, k, float(n)] for m, k, n in ROWS[1:])]),
    "a.xlsb": xlsb(ROWS),
    "utf8.csv": TEXT.encode(),
    "bom.csv": TEXT.encode("utf-8-sig"),
    "utf16.csv": TEXT.encode("utf-16"),
    "utf16be-bare.csv": TEXT.encode("utf-16-be"),
    "crlf.csv": TEXT.replace("\n", "\r\n").encode(),
    "mac.csv": TEXT.replace("\n", "\r").encode(),
    "tab.tsv": TEXT.replace(";", "\t").encode(),
    "pipe.txt": TEXT.replace(";", "|").encode(),
    "quoted.csv": TEXT.replace(";", '";"').replace("\n", '"\n"').join('""').rstrip('"').encode(),
    "spaces.txt": TEXT.replace(";", "    ").encode(),
    "hint.csv": ("sep=;\n" + TEXT).encode(),
    "nul.csv": TEXT.encode() + b"\x00\x00",
    "renamed.xlsx": TEXT.encode(),
    "renamed.csv": xls(ROWS),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same_table(name):
    (table,) = read(FILES[name], name).tables
    assert [str(day.date()) for day in table.frame["Bulan"]] == ["2025-01-01", "2025-02-01"]
    assert list(table.frame["Kode"]) == ["00123", "00456"]
    assert list(table.frame["Leads"]) == [5, 6.5]


@pytest.mark.parametrize("name", ["renamed.xlsx", "renamed.csv"])
def test_a_name_that_disagrees_with_the_content_is_said(name):
    assert any("content is" in str(one) for one in read(FILES[name], name).notices)


@pytest.mark.parametrize(("encoding", "word"), [("cp1252", "Café – “x”"), ("iso8859-15", "Café €")])
def test_other_encodings_are_read_and_said(encoding, word):
    content = f"Bulan;{word}\nJan 2025;1\nFeb 2025;2\n".encode(encoding)
    (table,) = read(content, "a.csv").tables
    assert table.frame.columns[1] == word and any("Read as" in str(one) for one in table.notices)


def test_embedded_newlines_keep_spreadsheet_rows():
    content = b'Bulan,Catatan,n\nJan 2025,"a\nb",1\nFeb 2025,c,2\nMar 2025,d,x\nApr 2025,d,4\n'
    (table,) = read(content, "a.csv").tables
    assert [one.place.cell for one in table.columns[2].issues] == ["C4"]


REFUSED = {
    "empty.csv": (b"", "empty"),
    "blank.csv": (b"\n \n", "empty"),
    "header.csv": (b"a,b,c\n", "no table"),
    "one.csv": (b"hello\n", "no table"),
    "a.pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "a.xlsx": (b"\x89PNG\r\n\x1a\n0000", "PNG"),
    "exe.csv": (b"MZ\x90\x00\x03\x00", "EXE"),
    "html.xls": (b"<html><p>Log in</p></html>", "without a table"),
    "json.csv": (b'{"a": 1}', "JSON"),
    "noise.csv": (bytes(range(256)) * 20, "binary"),
    "zip.xlsx": (zipped({"a.csv": "x", "b.csv": "y"}), "zip archive"),
    "word.xlsx": (zipped({"word/document.xml": "x"}), "DOCX"),
    "slides.xlsx": (zipped({"ppt/presentation.xml": "x"}), "PPTX"),
    "cut.xlsx": (openpyxl_book(ROWS)[:2000], "damaged"),
    "locked.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
    "really-locked.xls": ((HERE / "locked.xls").read_bytes(), "password"),
    "really-locked.ods": ((HERE / "locked.ods").read_bytes(), "password"),
    "doc.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "OLE"),
    "cut.parquet": (FILES["a.parquet"][:300], "Parquet"),
    "cut.xls": (FILES["a.xls"][:1500], "not a spreadsheet"),
    "far.xlsx": (far_workbook(' r="XFD1048576"'), "reaches row"),
    "farther.xlsx": (far_workbook('  r="XFD1048576"'), "memory"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_with_what_where_and_what_to_do(name):
    content, why = REFUSED[name]
    with pytest.raises(Refusal) as stop:
        read(content, name)
    assert why in str(stop.value.what)
    assert stop.value.place.source == name and stop.value.remedy.to("id") != str(stop.value.remedy)
    assert len(read(FILES["utf8.csv"], "next.csv").tables) == 1


LIMITS = Settings(upload_mb=1, unpacked_mb=1, members=12, sheets=2, rows=3, columns=5, cells=12)


@pytest.mark.parametrize(
    ("content", "over"),
    [
        (b"a,b\n1,2\n3,4\n5,6\n", b"7,8\n"),
        (b"a,b,c,d,e\n1,2,3,4,5\n", None),
        (b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n", None),
    ],
)
def test_a_file_at_its_limit_is_read_and_one_over_is_refused(content, over):
    assert parse(content, "a.csv", LIMITS).sheets
    wider = content + over if over else content.replace(b"\n", b",x\n")
    with pytest.raises(Refusal):
        parse(wider, "a.csv", LIMITS)


def test_archives_are_measured_by_what_comes_out():
    part = {"xl/workbook.xml": b"0" * 2**20}
    with pytest.raises(Refusal, match="over 1 MB"):
        parse(zipped({**part, "xl/more.xml": b"0"}), "a.xlsx", LIMITS)
    with pytest.raises(Refusal, match="13 parts; at most 12"):
        parse(zipped({f"xl/{i}": b"" for i in range(13)}), "a.xlsx", LIMITS)


SMALL = Settings(upload_mb=1, unpacked_mb=1, members=20, sheets=2, rows=4, columns=5, cells=20)
OVER = {
    "rows of HTML": ("a.xls", b"<table>" + b"<tr><td>1</td><td>2</td></tr>" * 6 + b"</table>", "row 6"),
    "columns of HTML": ("a.xls", b"<table><tr>" + b"<td>1</td>" * 6 + b"</tr></table>", "6 columns"),
    "rows of XML": ("a.xls", old_xml("<Row/>" * 5 + "<Row><Cell><Data>1</Data></Cell></Row>"), "row 6"),
    "size": ("a.csv", b"a,b\n1,2\n" * 150_000, "at most 1 MB"),
    "gzip": ("a.csv.gz", gzip.compress(b"a,b\n" * 300_000), "over 1 MB"),
    "zip": ("a.zip", zipped({"a.csv": b"a,b\n" * 300_000}), "over 1 MB"),
    "parquet": ("a.parquet", parquet([["a"], *([i] for i in range(6))]), "row 7"),
}  # fmt: skip


@pytest.mark.parametrize("name", OVER)
def test_every_format_keeps_to_the_limits_and_says_limit_and_figure(name):
    source, content, said = OVER[name]
    with pytest.raises(Refusal, match=said):
        parse(content, source, SMALL)


def test_every_format_is_read_at_the_limits():
    rows = [["a", "b"], *([str(i), "x"] for i in range(4))]
    lines = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    assert parse(f"<table>{lines}</table>".encode(), "a.xls", SMALL).sheets[0].height == 5
    assert parse(parquet(rows), "a.parquet", SMALL).sheets[0].height == 5
    assert parse(openpyxl_book(rows), "a.xlsx", SMALL).sheets[0].height == 5


def test_sheets_are_limited_and_named_when_hidden(book):
    three = book(*((name, ROWS, {}) for name in "ABC"))
    with pytest.raises(Refusal, match="3 sheets; at most 2"):
        parse(three, "a.xlsx", LIMITS)
    reading = read(book(("A", ROWS, {}), ("B", ROWS, {"hidden": True})), "a.xlsx")
    assert [one.sheet for one in reading.tables] == ["A", "B"]
    assert any("hidden" in str(one) for one in reading.tables[1].notices)
    assert describe(reading)["sheets"][1]["hidden"] is True


def test_formulas_without_a_value_are_unknown_and_said():
    content = openpyxl_book(
        [["Bulan", "n"], ["Jan 2025", 1], ["Feb 2025", "=B2*2"], ["Mar 2025", 3]]
    )
    (table,) = read(content, "a.xlsx").tables
    assert table.frame["n"].isna().tolist() == [False, True, False]
    assert any("no calculated value" in str(one) for one in table.notices)


def test_the_1904_date_system_is_read_and_said(book):
    import datetime as dt

    rows = [["Tanggal", "n"], [dt.date(2024, 1, 31), 1], [dt.date(2024, 2, 29), 2]]
    (table,) = read(book(("A", rows, {}), date_1904=True), "a.xlsx").tables
    assert [str(day.date()) for day in table.frame["Tanggal"]] == ["2024-01-31", "2024-02-29"]
    assert any("1904" in str(one) for one in table.notices)


def test_percent_cells_are_fractions_already(sheet):
    rows = [["Bulan", "Rate"], ["Jan 2025", 0.25], ["Feb 2025", 0.5]]
    (table,) = read(sheet(rows, formats={1: "0%"}), "a.xlsx").tables
    assert list(table.frame["Rate"]) == [0.25, 0.5] and table.columns[1].unit == "percent"


def test_a_killed_reading_process_is_started_again():
    read(FILES["utf8.csv"], "a.csv")
    os.kill(READER._process.pid, signal.SIGKILL)
    assert len(read(FILES["utf8.csv"], "a.csv").tables) == 1


def test_threads_share_the_reading_process():
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(read(FILES["a.xls"], "a.xls")))
        for _ in range(6)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len({reading.digest for reading in found}) == 1 and len(found) == 6


def test_the_reading_process_ends_with_its_input():
    process = subprocess.Popen(
        [sys.executable, "-m", "core.tables.files.worker"], stdin=subprocess.PIPE, cwd=ROOT
    )
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def test_read_json_has_the_promised_shape():
    table = describe(read(FILES["utf8.csv"], "a.csv"), "id")["tables"][0]
    assert {"sheet", "kind", "header_rows", "rows", "columns", "set_aside", "questions", "notices"} <= set(table)  # fmt: skip
    assert table["rows"] == 2 and {"name", "field", "type", "issues"} <= set(table["columns"][0])


def test_a_parquet_file_keeps_decimals_moments_and_nested_values():
    table = pa.table(
        {
            "Tanggal": pa.array([dt.date(2024, 1, 31), dt.date(2024, 2, 29)]),
            "Omzet": pa.array([Decimal("1234567890123.45"), None], pa.decimal128(20, 2)),
            "Dibuat": pa.array([dt.datetime(2024, 2, 1, 7, 30), None], pa.timestamp("ns", "UTC")),
            "Rincian": pa.array([[1, 2], []], pa.list_(pa.int64())),
            "Wilayah": pa.array(["Barat", "Timur"]).dictionary_encode(),
            "Kode": ["007", "012"],
        }
    )
    out = io.BytesIO()
    pq.write_table(table, out)
    (found,) = read(out.getvalue(), "a.parquet").tables
    types = {one.name: one.type.value for one in found.columns}
    assert found.frame["Omzet"].iloc[0] == 1234567890123.45 and types["Omzet"] == "number"
    assert list(found.frame["Kode"]) == ["007", "012"] and types["Wilayah"] == "text"
    assert [str(day.date()) for day in found.frame["Tanggal"]] == ["2024-01-31", "2024-02-29"]
    assert str(found.frame["Dibuat"].iloc[0]) == "2024-02-01 07:30:00"
    assert found.frame["Rincian"].iloc[0] == "[1, 2]"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits are set on a forked child")
def test_a_child_that_outlives_its_processor_time_is_ended_and_said(monkeypatch, tmp_path):
    def endless(*_):
        while True:
            pass

    (tmp_path / "content").write_bytes(b"x")
    monkeypatch.setattr(worker, "parse", endless)
    limits = {"parse_seconds": 1, "parse_memory_mb": 64_000}
    answer = worker.in_child({"folder": str(tmp_path), "source": "a.csv", "limits": limits})
    with pytest.raises(Refusal, match="longer than"):
        end_of(answer, "a.csv")


def test_an_ods_file_with_indented_xml_is_read():
    with zipfile.ZipFile(io.BytesIO(FILES["a.ods"])) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    indented = re.sub(rb"(</?table:[^>]*>|</text:p>)", rb"\1\n   ", held["content.xml"])
    content = zipped({**held, "content.xml": indented})
    plain, found = read(FILES["a.ods"], "a.ods").tables[0], read(content, "a.ods").tables[0]
    assert found.frame.equals(plain.frame) and found.kind == plain.kind
