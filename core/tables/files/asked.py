"""What calamine makes of single cells, asked in a workbook of one sheet made from the file's own.

So a cell cut out by kernels is a date, a time or a truth value exactly where calamine says so.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

import python_calamine as calamine

BOOK = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
)
NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FAULTS = (calamine.CalamineError, OSError, ValueError, OverflowError)
Asked = Callable[[Iterable[bytes]], list[object] | None]


def asked(part: Callable[[str], bytes], sheet: str, path: str) -> Asked:
    """A way to ask: cells as attributes and value, `b' t="b"><v>1</v>'`, to their values."""

    def values(cells: Iterable[bytes]) -> list[object] | None:
        rows = [b'<row><c r="A%d"%b</c></row>' % (i, one) for i, one in enumerate(cells, start=1)]
        book = _book({name: part(name) for name in BOOK}, path, rows)
        try:
            found = calamine.load_workbook(book).get_sheet_by_name(sheet)
            given = found.to_python(skip_empty_area=False)
        except FAULTS:
            return None
        asked_for: list[object] = [row[0] for row in given]
        return asked_for + [""] * (len(rows) - len(given))

    return values


def _book(parts: Mapping[str, bytes], path: str, rows: list[bytes]) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        xml = b'<worksheet xmlns="%b"><sheetData>%b</sheetData></worksheet>'
        archive.writestr(path, xml % (NAMESPACE, b"".join(rows)))
    out.seek(0)
    return out
