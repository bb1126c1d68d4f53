"""HTML renamed .xls, as many CRMs export it -> one sheet, as a spreadsheet program would lay it.

Tables stand below each other with a blank row between; words outside them take a row each. Scripts
and styles are passed over, nothing is fetched or run; spans become merged ranges.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.settings import Settings
from core.tables.files.encoding import decode
from core.tables.files.sheets import Sheet, check_size
from core.tables.files.sniff import save_as

SILENT = frozenset({"script", "style", "title", "template", "noscript", "object", "svg", "option"})
BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "caption", "center", "hr"}
)
MOST_NESTED = 50
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)", re.IGNORECASE)


@dataclass
class Cell:
    """One td or th while it is read."""

    across: int = 1
    down: int = 1
    parts: list[str] = field(default_factory=list)

    def words(self) -> str:
        """What it shows, line breaks kept."""
        lines = "".join(_BLANKS.sub(" ", one) if one != "\n" else one for one in self.parts)
        return "\n".join(line.strip() for line in lines.split("\n")).strip()


@dataclass
class WebTable:
    """One table while it is read: rows of cells, and which of them are hidden."""

    rows: list[list[Cell]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    cell: Cell | None = None


class Page(HTMLParser):
    """The tables of a page and the words between them, in reading order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[WebTable | str] = []
        self.open: list[WebTable] = []
        self._silent: list[str] = []
        self._words = Cell()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a table, row or cell."""
        if self._silent or tag in SILENT:
            self._silent += [tag] if tag in SILENT else []
        elif tag == "table":
            self._begin_table()
        elif tag in ("td", "th", "tr") and self.open:
            self._begin(tag, dict(attrs))
        elif tag == "br":
            self._target().parts.append("\n")
        elif tag in BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        """Closes what was opened; what was never opened is passed over."""
        if self._silent:
            if tag in self._silent:
                del self._silent[self._silent.index(tag) :]
        elif tag == "table" and self.open:
            self._end_table()
        elif tag in ("td", "th", "tr") and self.open:
            self.open[-1].cell = None
        elif tag in BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        """Words belong to the innermost cell, else to the page."""
        if not self._silent and (not self.open or self.open[-1].cell):
            self._target().parts.append(data)

    def close(self) -> None:
        """Ends what is still open."""
        super().close()
        while self.open:
            self._end_table()
        self._break()

    def _target(self) -> Cell:
        return (self.open[-1].cell or Cell()) if self.open else self._words

    def _break(self) -> None:
        if self.open:
            self._target().parts.append("\n")
            return
        self.found += [line for line in self._words.words().split("\n") if line.strip()]
        self._words = Cell()

    def _begin_table(self) -> None:
        self._break()
        if len(self.open) < MOST_NESTED:
            self.open.append(WebTable())

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        table = self.open[-1]
        if tag == "tr" or not table.rows:
            table.rows.append([])
            if _HIDDEN.search(given.get("style") or "") or "hidden" in given:
                table.hidden.add(len(table.rows) - 1)
        table.cell = None
        if tag != "tr":
            table.cell = Cell(_span(given.get("colspan")), _span(given.get("rowspan")))
            table.rows[-1].append(table.cell)

    def _end_table(self) -> None:
        table = self.open.pop()
        if any(cell.words() for row in table.rows for cell in row):
            self.found.append(table)


def read_webpage(content: bytes, source: str, limits: Settings) -> Sheet:
    """The tables of an HTML file as one sheet. Raises Refusal."""
    written, notices = _decoded(content, source)
    page = Page()
    page.feed(written)
    page.close()
    if not any(isinstance(one, WebTable) for one in page.found):
        raise Refusal(text("This is a web page without a table."), save_as(), Place(source))
    sheet = Sheet("", notices=notices)
    before: WebTable | str = ""
    for one in page.found:
        if isinstance(one, WebTable) and sheet.height and isinstance(before, WebTable):
            sheet.append_text([])
        if isinstance(one, WebTable):
            sheet.hidden_rows |= {sheet.height + row for row in one.hidden}
        _lay(sheet, one if isinstance(one, WebTable) else WebTable([[_said(one)]]), limits, source)
        before = one
    sheet.notices += _hidden(len(sheet.hidden_rows))
    return sheet


def _said(words: str) -> Cell:
    return Cell(parts=[words])


def _hidden(rows: int) -> list[Text]:
    if not rows:
        return []
    return [counted("{n} hidden row was read too.", "{n} hidden rows were read too.", rows)]


def _decoded(content: bytes, source: str) -> tuple[str, list[Text]]:
    """The page as text; what it says of its own encoding counts where it is not UTF-8."""
    told = _CHARSET.search(content[:4096])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if told and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            with suppress(LookupError, UnicodeDecodeError):
                return content.decode(told.group(1).decode("ascii"), errors="strict"), []
    decoded = decode(content, source)
    return decoded.text, list(decoded.notices)


def _span(given: str | None) -> int:
    digits = (given or "1").strip()
    return max(1, min(int(digits), 10_000)) if digits.isdecimal() and len(digits) < 9 else 1


def _lay(sheet: Sheet, table: WebTable, limits: Settings, source: str) -> None:
    """Put a table below what the sheet holds; a cell takes the first place that is still free."""
    top, held = sheet.height, set()
    for r, row in enumerate(table.rows):
        line: list[str] = []
        for cell in row:
            while (r, len(line)) in held:
                line.append("")
            left, down = len(line), min(cell.down, len(table.rows) - r)
            check_size(top + r + 1, left + cell.across, limits, Place(source))
            line += [cell.words(), *[""] * (cell.across - 1)]
            if down > 1:
                held |= {(r + i, left + k) for i in range(1, down) for k in range(cell.across)}
            if down > 1 or cell.across > 1:
                sheet.merged.append((top + r, left, top + r + down - 1, left + cell.across - 1))
        sheet.append_text(line)
        check_size(sheet.height, len(sheet.cells), limits, Place(source))
