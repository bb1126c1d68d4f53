"""Which mark separates the cells of a text file, and how its quotation marks are meant.

Each candidate is scored on the first records: how regular the widths it gives are, and how many of
its cells look whole (a number, a date, words without another separator inside).
Idea: van den Burg, Nazabal & Sutton 2019 (pattern score x type score), in a small form.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

CANDIDATES = ("\t", ";", "|", ",")
RARER = ("^", "~", "\x1f")  # tried where the usual ones cut nothing
LONGER = ("~|~", "^|^", "|~|", "||", "::", "~~", ";;")
COLON = ":"
SPACES = "  "
UNIT = "\x1f"  # what stands in for a separator of several letters
SAMPLE = 300
SAMPLE_LETTERS = 200_000
_WHOLE = re.compile(
    r"\s*[-+(]?\s*([^\d\s,;|]{1,4}\s?)?[\d.,' \u00a0]*\d\s*[%‰*)-]?(?:\s?[^\W\d]{1,9}\.?)?\s*$"
)
_GAP = re.compile(r"\t+|[ \u00a0]{2,}")
_DECIMAL = re.compile(r"\s*[-+]?(\D{1,3}\s?)?\d{1,3}(\.?\d{3})*(,\d+)?\s*%?\s*")
LINE_END = re.compile(r"\r\n|\n|\r")


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
        yield from csv.reader(
            io.StringIO(written, newline=""),
            delimiter=self.separator,
            quotechar=self.quote,
            doublequote=not self.escaped,
            escapechar="\\" if self.escaped else None,
            skipinitialspace=self.spaced,
            strict=strict,
        )


def dialect_of(written: str, separator: str) -> Dialect:
    """How quotation marks are meant beside that separator."""
    mark = re.escape(separator)
    sample = written[:SAMPLE_LETTERS]
    quote = _quote(sample, mark)
    escaped = bool(re.search(rf"\\{quote}(?!{mark}|[\r\n]|$)", sample)) and not re.search(
        rf"[^{mark}\r\n\\{quote}]{quote}{quote}[^{mark}\r\n{quote}]", sample
    )
    spaced = separator != "\t" and bool(re.search(rf"{mark} +{quote}", sample))
    return Dialect(separator, quote, escaped, spaced)


def _quote(sample: str, mark: str) -> str:
    """The apostrophe only where it encloses cells again and again and the double quote does not."""
    if re.search(rf'(?:^|{mark}) *"', sample, re.M):
        return '"'
    enclosed = re.findall(rf"(?:^|{mark})'[^'\n]*'(?={mark}|\r?$)", sample, re.M)
    return "'" if len(enclosed) >= 3 else '"'


def separator_of(written: str) -> str:
    """The separator; a longer one as it stands, else one letter, `SPACES` or " "."""
    sample = written[:SAMPLE_LETTERS]
    if _broken_numbers(sample):
        return "\t"
    scores = {mark: _score(sample, mark) for mark in CANDIDATES}
    best = max(scores, key=lambda mark: scores[mark])
    if longer := _longer(sample):
        return longer
    if scores[best] < 0.75:
        rarer = {mark: _score(sample, mark) for mark in RARER}
        rare = max(rarer, key=lambda mark: rarer[mark])
        if rarer[rare] > max(0.75, scores[best]):
            return rare
        for gap in (SPACES, " ") if scores[best] <= 0.3 else (SPACES,):
            if _gaps_regularly(sample, gap):
                return gap
    if scores[best] == 0 and _by_colons(sample):
        return COLON
    return best if scores[best] > 0 else ","


def _broken_numbers(sample: str) -> bool:
    """Whether a name without a comma stands above numbers alone, each with one decimal comma."""
    name, *below = [line for line in LINE_END.split(sample)[:SAMPLE] if line.strip()] or [""]
    plain = not any(mark in name for mark in CANDIDATES) and not any(map(str.isdigit, name))
    return plain and len(below) > 1 and all(map(_DECIMAL.fullmatch, below))


def _gaps_regularly(sample: str, gap: str) -> bool:
    widths = [len(row) for row in islice(Dialect(gap).rows(sample), SAMPLE) if row]
    usual = Counter(widths).most_common(1)
    if gap == " " and len(re.findall(r"^.*\d.*$", sample, re.M)) < 0.5 * len(widths):
        return False  # words of one column: first and last names
    return bool(usual and usual[0][0] > 1 and usual[0][1] >= max(3, 0.8 * len(widths)))


def _longer(sample: str) -> str:
    """A separator of several letters that stands equally often in every line, and never alone."""
    lines = [line for line in LINE_END.split(sample)[:SAMPLE] if line.strip()]
    for mark in LONGER:
        counts = {line.count(mark) for line in lines}
        rest = "".join(lines).replace(mark, "")
        if len(lines) > 1 and len(counts) == 1 and counts != {0} and mark[0] not in rest:
            return mark
    return ""


def _by_colons(sample: str) -> bool:
    """Colons at least twice and equally often in every line, and no time of day among them."""
    lines = [line for line in LINE_END.split(sample)[:SAMPLE] if line.strip()]
    counts = {line.count(COLON) for line in lines}
    timely = re.search(r"\b[012]?\d:[0-5]\d\b", sample)
    return len(lines) > 2 and len(counts) == 1 and min(counts) >= 2 and not timely


def _score(sample: str, mark: str) -> float:
    """0 when the mark cuts nothing; towards 1 and a little above when it cuts everything well."""
    rows = [row for row in islice(dialect_of(sample, mark).rows(sample), SAMPLE) if any(row)]
    wide = [row for row in rows if len(row) > 1]
    if not wide:
        return 0.0
    width, count = max(
        Counter(len(row) for row in wide).items(), key=lambda item: item[1] * (item[0] - 1) ** 0.5
    )
    cells = [cell for row in wide if len(row) == width for cell in row if cell.strip()]
    others = "".join(one for one in CANDIDATES if one != mark)
    whole = sum(_looks_whole(cell, others) for cell in cells) / max(1, len(cells))
    return (count / len(rows)) * whole * (1 - 0.1 / width)


def _looks_whole(cell: str, others: str) -> bool:
    if _WHOLE.match(cell):
        return True
    return not any(mark in cell for mark in others) or " " in cell.strip()
