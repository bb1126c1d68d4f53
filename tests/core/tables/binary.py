"""Workbooks in forms that no writer at hand makes: .xlsb, record by record ([MS-XLSB] 2.1.4)."""

import io
import struct
import zipfile

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """One record: its kind and length in groups of seven bits, then its bytes."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(body)
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return head + length + body


def wide(words: str) -> bytes:
    """A string with its length."""
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def xlsb(rows: list[list[object]]) -> bytes:
    """A binary workbook of one sheet."""
    width = max(len(row) for row in rows)
    cells = [record(129), record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1))]
    cells.append(record(145))
    for r, row in enumerate(rows):
        cells.append(record(0, struct.pack("<IIH", r, 0, 300) + bytes(7)))
        for c, value in enumerate(row):
            place = struct.pack("<II", c, 0)
            if isinstance(value, str):
                cells.append(record(6, place + wide(value)))
            else:
                cells.append(record(5, place + struct.pack("<d", float(value))))
    cells += [record(146), record(130)]
    book = [
        record(131),
        record(143),
        record(156, struct.pack("<II", 0, 1) + wide("r1") + wide("Rekap")),
    ]
    book += [record(144), record(132)]
    parts = {
        "_rels/.rels": relation("officeDocument", "xl/workbook.bin"),
        "xl/_rels/workbook.bin.rels": relation("worksheet", "worksheets/sheet1.bin"),
        "xl/workbook.bin": b"".join(book),
        "xl/worksheets/sheet1.bin": b"".join(cells),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(kind: str, target: str) -> str:
    """The part that says what r1 is."""
    one = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'
