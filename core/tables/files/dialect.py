"""How a text file is written: its separator, and how its quotation marks are meant."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

SPACES = "  "
SAMPLE_LETTERS = 200_000
LINE_END = re.compile(r"\r\n|\n|\r")
SET_ASIDE = "\ufdd0\ufdd1\ufdd2\ufdd3"  # letters that no text holds
_GAP = re.compile(r"\t+|[ \u00a0]{2,}")


@dataclass(frozen=True)
class Dialect:
    """How a text file is written."""

    separator: str
    quote: str = '"'
    escaped: bool = False  # quotes inside quotes follow a backslash
    spaced: bool = False  # blanks stand between a separator and an opening quote

    def rows(self, written: str, strict: bool = False) -> Iterator[list[str]]:
        """The rows; blank lines are empty rows. Raises csv.Error when strict and quotes are odd."""
        if self.separator == SPACES:
            return (
                _GAP.split(line.strip()) if line.strip() else [] for line in LINE_END.split(written)
            )
        if self.separator == " ":
            return (line.split() for line in LINE_END.split(written))
        return self._cut(written, strict)

    def _cut(self, written: str, strict: bool) -> Iterator[list[str]]:
        rows = csv.reader(
            io.StringIO(self._set_aside(written) if self.escaped else written, newline=""),
            delimiter=self.separator,
            quotechar=self.quote,
            skipinitialspace=self.spaced,
            strict=strict,
        )
        yield from map(self._put_back, rows) if self.escaped else rows

    def _set_aside(self, written: str) -> str:
        """The text with a letter of its own for whatever a backslash makes one (the csv module lets
        quotes that do not pair up pass in silence where it knows of backslashes)."""
        places = {one: SET_ASIDE[i] for i, one in enumerate(self._escapable())}
        return re.sub(r"\\(.|\n)", lambda one: places.get(one[1], one[0]), written)

    def _put_back(self, row: list[str]) -> list[str]:
        back = {ord(SET_ASIDE[i]): one for i, one in enumerate(self._escapable())}
        return [cell.translate(back) for cell in row]

    def _escapable(self) -> tuple[str, ...]:
        return self.quote, self.separator, "\\", "\n"


def dialect_of(written: str, separator: str) -> Dialect:
    """How quotation marks are meant beside that separator."""
    mark = re.escape(separator)
    sample = written[:SAMPLE_LETTERS]
    if '"' not in sample and "'" not in sample:
        return Dialect(separator)
    quote = _quote(sample, mark)
    behind = re.findall(rf"\\{quote}(?!{mark}|[\r\n]|$)", sample)
    inside = rf"[^{mark}\r\n\\{quote}]{quote}{quote}?[^{mark}\r\n{quote}]"
    escaped = len(behind) > len(re.findall(inside, sample))
    closed = rf"[^{quote}\r\n]*{quote}(?:{mark}|\r?$)" if separator == "\t" else ""
    spaced = bool(re.search(rf"{mark} +{quote}{closed}", sample, re.M))
    return Dialect(separator, quote, escaped, spaced)


def _quote(sample: str, mark: str) -> str:
    """The apostrophe only where it encloses cells again and again and the double quote does not."""
    if re.search(rf'(?:^|{mark}) *"', sample, re.M):
        return '"'
    cell = rf"'(?:[^'\n]|'(?!{mark}|\r?$)){{0,1000}}'"
    enclosed = re.findall(rf"(?:^|{mark}){cell}(?={mark}|\r?$)", sample, re.M)
    return "'" if len(enclosed) >= 3 else '"'
