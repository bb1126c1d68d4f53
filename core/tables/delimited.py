"""Text -> rows of text: which mark separates the cells, then RFC 4180 quoting, leniently.

Each candidate separator is scored on the first records: how regular the widths it gives are, and
how many of its cells look whole (a number, a date, words without another separator inside).
Idea: van den Burg, Nazabal & Sutton 2019 (pattern score x type score), in a small form.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from core.language import Text, text

CANDIDATES = ("\t", ";", "|", ",")
SPACES = "  "
SAMPLE = 300
_HINT = re.compile(r"sep=(.)\r?\n?$", re.IGNORECASE)
_WHOLE = re.compile(r"\s*[-+(]?\s*([^\d\s,;|]{1,4}\s?)?[\d.,' \u00a0]*\d\s*[%)-]?\s*$")
_GAP = re.compile(r"\t+|[ \u00a0]{2,}")


@dataclass(frozen=True)
class Cut:
    """Rows of unequal width, in file order, blank lines kept, and how they were cut."""

    rows: Iterator[list[str]]
    separator: str
    notices: tuple[Text, ...] = ()


def cut(decoded: str) -> Cut:
    """The rows of a text file."""
    csv.field_size_limit(2**31 - 1)
    first = decoded.split("\n", 1)[0]
    if hint := _HINT.match(first):
        return Cut(_rows(decoded[len(first) + 1 :], hint.group(1)), hint.group(1))
    separator = _separator(decoded)
    notices: tuple[Text, ...] = ()
    if separator not in {",", "\t"}:
        notices = (text("Cells are separated by {mark}.", mark=_said(separator)),)
    return Cut(_rows(decoded, separator), separator, notices)


def _said(separator: str) -> Text:
    names = {
        ";": text("semicolons"),
        "|": text("vertical bars"),
        SPACES: text("spaces"),
        " ": text("spaces"),
    }
    return names.get(separator, text("commas"))


def _rows(decoded: str, separator: str) -> Iterator[list[str]]:
    if separator == SPACES:
        return (_GAP.split(line.strip()) if line.strip() else [] for line in decoded.splitlines())
    if separator == " ":
        return (line.split() for line in decoded.splitlines())
    escaped = '\\"' in decoded and '""' not in decoded
    return csv.reader(
        io.StringIO(decoded, newline=""),
        delimiter=separator,
        quotechar=_quote(decoded, separator),
        doublequote=not escaped,
        escapechar="\\" if escaped else None,
    )


def _quote(decoded: str, separator: str) -> str:
    """The apostrophe only where it encloses cells again and again and the double quote does not."""
    if '"' in decoded:
        return '"'
    mark = re.escape(separator)
    enclosed = re.findall(rf"(?:^|{mark})'[^'\n]*'(?={mark}|\r?$)", decoded[:20_000], re.M)
    return "'" if len(enclosed) >= 3 else '"'


def _separator(decoded: str) -> str:
    sample = decoded[:200_000]
    scores = {mark: _score(sample, mark) for mark in CANDIDATES}
    best = max(scores, key=lambda mark: scores[mark])
    gaps = (SPACES, " ") if scores[best] <= 0.3 else (SPACES,)
    if scores[best] < 0.75:
        for gap in gaps:
            widths = [len(row) for row in islice(_rows(sample, gap), SAMPLE) if row]
            usual = Counter(widths).most_common(1)
            if usual and usual[0][0] > 1 and usual[0][1] >= max(3, 0.8 * len(widths)):
                return gap
    return best if scores[best] > 0 else ","


def _score(sample: str, mark: str) -> float:
    """0 when the mark cuts nothing; towards 1 and a little above when it cuts everything well."""
    rows = [row for row in islice(_rows(sample, mark), SAMPLE) if any(row)]
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
