"""What the records of an .xls file say that calamine does not ([MS-XLS] 2.4).

Error cells, number formats, formulas never calculated, hidden rows and columns, the 1904 dates.
"""

import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import olefile

from core.tables.files.marks import Marks
from core.tables.files.numberforms import BUILT_IN, Form, form_of

BOF, EOF, SHEET, FORMAT, XF, DATES = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x0022
ROW, COLUMNS, FILTERED = 0x0208, 0x007D, 0x009B
NUMBER, RK, SEVERAL_RK, FORMULA, ERROR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
OTHER_BOOK, OTHER_SHEETS = 0x01AE, 0x0017
ERRORS = {
    0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A",
}  # fmt: skip
REFERENCES = frozenset(kind + set for kind in (0x3A, 0x3B) for set in (0, 0x20, 0x40))
FAULTS = (OSError, ValueError, IndexError, struct.error, AttributeError, TypeError)


@dataclass
class Biff:
    """The workbook stream of an .xls file; empty where it is in disorder."""

    stream: bytes = b""
    macros: bool = False
    date_1904: bool = False
    starts: dict[str, int] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    other_books: list[bool] = field(default_factory=list)
    reaching_out: list[bool] = field(default_factory=list)  # per entry of the sheets referred to

    @staticmethod
    def of(content: bytes) -> "Biff":
        """The stream and what its first part says of the whole workbook."""
        try:
            with olefile.OleFileIO(io.BytesIO(content)) as file:
                name = next((one for one in ("Workbook", "Book") if file.exists(one)), "")
                found = Biff(file.openstream(name).read() if name else b"")
                found.macros = file.exists("_VBA_PROJECT_CUR") or file.exists("_VBA_PROJECT")
            found._read_globals()
        except FAULTS:
            return Biff()
        return found

    def marks(self, sheet: str) -> Marks:
        """What the records of that sheet say."""
        reader = _SheetRecords(self.forms, self.reaching_out)
        if sheet in self.starts:
            try:
                for kind, body in _records(self.stream, self.starts[sheet]):
                    if kind in reader.wanted:
                        reader.wanted[kind](body)
            except FAULTS:
                return Marks()
        return reader.done()

    def _read_globals(self) -> None:
        codes, styles = dict(BUILT_IN), []
        wide = self.stream[4:6] == b"\x00\x06"
        for kind, body in _records(self.stream, 0):
            if kind == SHEET:
                self.starts[_name(body[6:], wide)] = struct.unpack_from("<I", body)[0]
            elif kind == FORMAT:
                codes[struct.unpack_from("<H", body)[0]] = _code(body[2:], wide)
            elif kind == XF:
                styles.append(struct.unpack_from("<H", body, 2)[0])
            elif kind == DATES:
                self.date_1904 = body[:1] == b"\x01"
            elif kind == OTHER_BOOK:
                self.other_books.append(body[2:4] not in (b"\x01\x04", b"\x01\x3a"))
            elif kind == OTHER_SHEETS and wide:
                self._read_references(body)
        self.forms = [form_of(codes.get(style, "")) for style in styles]

    def _read_references(self, body: bytes) -> None:
        count = struct.unpack_from("<H", body)[0]
        books = [struct.unpack_from("<H", body, 2 + 6 * i)[0] for i in range(count)]
        self.reaching_out = [
            book < len(self.other_books) and self.other_books[book] for book in books
        ]


class _SheetRecords:
    """Collects the marks of one sheet, record by record."""

    def __init__(self, forms: list[Form], reaching_out: list[bool]) -> None:
        self.marks = Marks()
        self._forms = {i: form for i, form in enumerate(forms) if not form.plain}
        self._reaching_out = reaching_out
        self._formulas = 0
        self.wanted: dict[int, Callable[[bytes], None]] = {
            ROW: self._row,
            COLUMNS: self._columns,
            FILTERED: self._filtered,
            FORMULA: self._formula,
            ERROR: self._error,
        }
        if self._forms:
            self.wanted |= {NUMBER: self._number, RK: self._number, SEVERAL_RK: self._several}

    def done(self) -> Marks:
        """The marks; blank results are unknown only where no formula of the sheet has another."""
        if len(self.marks.uncalculated) < self._formulas:
            self.marks.uncalculated = []
        return self.marks

    def _row(self, body: bytes) -> None:
        if body[12] & 0x20:
            self.marks.hidden_rows.add(struct.unpack_from("<H", body)[0])

    def _columns(self, body: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<5H", body)
        if flags & 1:
            self.marks.hidden_columns |= set(range(first, last + 1))

    def _filtered(self, _: bytes) -> None:
        self.marks.filtered = True

    def _number(self, body: bytes) -> None:
        row, column, style = struct.unpack_from("<3H", body)
        if style in self._forms:
            self.marks.forms[row, column] = self._forms[style]

    def _several(self, body: bytes) -> None:
        row, first = struct.unpack_from("<2H", body)
        for i in range((len(body) - 6) // 6):
            style = struct.unpack_from("<H", body, 4 + 6 * i)[0]
            if style in self._forms:
                self.marks.forms[row, first + i] = self._forms[style]

    def _formula(self, body: bytes) -> None:
        row, column = struct.unpack_from("<2H", body)
        self._formulas += 1
        if body[12:14] != b"\xff\xff":
            self._number(body)
        elif body[6] == 2:
            self.marks.errors[row, column] = ERRORS.get(body[8], "#N/A")
        elif body[6] == 3:
            self.marks.uncalculated.append((row, column))
        if len(body) > 26 and body[22] in REFERENCES:
            sheet = struct.unpack_from("<H", body, 23)[0]
            self.marks.linked += sheet < len(self._reaching_out) and self._reaching_out[sheet]

    def _error(self, body: bytes) -> None:
        row, column = struct.unpack_from("<2H", body)
        if body[7]:
            self.marks.errors[row, column] = ERRORS.get(body[6], "#N/A")


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record up to the end of the part that begins at `start`."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
        at += 4 + size


def _name(body: bytes, wide: bool) -> str:
    if not wide:
        return body[1 : 1 + body[0]].decode("cp1252", errors="replace")
    doubled = body[1] & 1
    letters = body[2 : 2 + body[0] * (2 if doubled else 1)]
    return letters.decode("utf-16-le" if doubled else "latin-1", errors="replace")


def _code(body: bytes, wide: bool) -> str:
    """A number format: its length in two bytes where letters may be wide, else in one."""
    return _name(body[:1] + body[2:], True) if wide else _name(body, False)
