"""Text whose quotation marks do not pair up, read line by line: RFC 4180 where a line allows it.

A mark that is never closed would swallow all rows below it. A cell goes on in the next line only
while that line is no whole row itself; else the mark is a letter like any other, and is said.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.tables.files.dialect import LINE_END, Dialect

MOST_LINES = 40  # lines one cell may reach over


@dataclass
class Lenient:
    """The rows of such a text, and the numbers of those whose marks were taken as letters."""

    written: str
    dialect: Dialect
    width: int  # cells of a usual row
    odd: list[int] = field(default_factory=list)

    def rows(self) -> Iterator[list[str]]:
        """The rows; blank lines are empty rows."""
        lines = LINE_END.split(self.written)
        number, at = 0, 0
        while at < len(lines):
            number += 1
            row, used = self._record(lines, at)
            if row is None:
                self.odd.append(number)
                row = self._literally(lines[at])
            yield row
            at += used

    def _record(self, lines: list[str], at: int) -> tuple[list[str] | None, int]:
        """The row that begins at a line and the lines it takes; None when its marks are odd."""
        for last in range(at, min(at + MOST_LINES, len(lines))):
            if last > at and self._is_whole(lines[last]):
                break
            row = self._strictly("\n".join(lines[at : last + 1]))
            if row is not None and len(row) <= max(self.width, 1):
                return row, last - at + 1
        row = self._strictly(lines[at])
        return row, 1

    def _is_whole(self, line: str) -> bool:
        if line.count(self.dialect.quote) % 2:
            return False
        return self.width > 1 and len(self._strictly(line) or []) == self.width

    def _strictly(self, written: str) -> list[str] | None:
        if not written:
            return []
        try:
            found = list(self.dialect.rows(written, strict=True))
        except csv.Error:
            return None
        return found[0] if len(found) == 1 else None

    def _literally(self, line: str) -> list[str]:
        """Cells of one line; only marks right at both ends of a cell enclose it.

        Where that leaves too few cells, a mark was opened and not closed before the next one was.
        """
        quote, mark = self.dialect.quote, re.escape(self.dialect.separator)
        inner = rf"[^{quote}]|{quote}(?!\s*(?:{mark}|$))"
        cells = self._enclosed(line, inner)
        if len(cells) >= self.width:
            return cells
        again = self._enclosed(line, rf"(?!{mark}\s*{quote})(?:{inner})")
        return again if len(again) == self.width else cells

    def _enclosed(self, line: str, inner: str) -> list[str]:
        """Cells of one line, of which some are enclosed; `inner`: a letter within such a cell."""
        quote, mark = self.dialect.quote, re.escape(self.dialect.separator)
        cell = re.compile(rf"\s*{quote}((?:{inner})*){quote}\s*(?={mark}|$)|([^{mark}]*)")
        cells, at = [], 0
        while at <= len(line):
            match = cell.match(line, at)
            assert match is not None
            enclosed, bare = match.groups()
            cells.append(bare if enclosed is None else enclosed.replace(quote * 2, quote))
            at = match.end() + 1
        return cells


def swallowed(row: list[str], dialect: Dialect, width: int) -> bool:
    """Whether a cell of several lines holds a whole row: its mark was never closed."""
    plain = Lenient("", dialect, width)
    inner = (
        line for cell in row if "\n" in cell or "\r" in cell for line in LINE_END.split(cell)[1:-1]
    )
    return width > 2 and any(plain._is_whole(line) for line in inner)
