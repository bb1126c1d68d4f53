"""Text -> rows of text: which mark separates the cells, then RFC 4180 quoting, leniently."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from core.language import Text, counted, text
from core.tables.files.dialect import SAMPLE_LETTERS, SPACES, Dialect, dialect_of
from core.tables.files.quotes import Lenient, swallowed
from core.tables.files.separators import SAMPLE, UNIT, separator_of

_HINT = re.compile(r'"?sep=(.)"?\r?\n?$', re.IGNORECASE)
_COMMENT = re.compile(r"\s*(#|//|--)")
LONGEST_HINT = 20  # letters of a first line that only names the separator, and its end
COMMAS = Dialect(",")
_RULE = re.compile(r"[-=+:*_ ]*-[-=+:*_ ]*")


@dataclass(frozen=True)
class Cut:
    """Rows of unequal width, in file order, blank lines kept, and how they were cut.

    `rows` raises csv.Error where quotation marks do not pair up: `leniently` cuts those.
    """

    rows: Iterator[list[str]]
    separator: str
    notices: tuple[Text, ...] = ()
    written: str = ""
    dialect: Dialect = COMMAS
    width: int = 0  # cells of a usual row


def cut(decoded: str) -> Cut:
    """The rows of a text file."""
    csv.field_size_limit(2**31 - 1)
    first = decoded[: decoded.find("\n") % (len(decoded) + 1)]
    hint = _HINT.match(first)
    written = decoded[len(first) + 1 :] if hint else decoded
    separator = hint.group(1) if hint else separator_of(written)
    notices: tuple[Text, ...] = ()
    if separator not in {",", "\t"} and not hint:
        notices = (text("Cells are separated by {mark}.", mark=_said(separator)),)
    if len(separator) > 1 and separator != SPACES:
        written, separator = written.replace(separator, UNIT), UNIT
    written = _unguarded(written, separator)
    dialect = dialect_of(written, separator)
    width = _usual(written, dialect)
    rows = _checked(dialect.rows(written, strict=True), dialect, width)
    return Cut(plainly(rows, separator, width), separator, notices, written, dialect, width)


def _unguarded(written: str, separator: str) -> str:
    """Codes written as ="00123", so that a spreadsheet program keeps their zeros, as the code."""
    if '"' not in written or '="' not in written:  # one letter is found much sooner than two
        return written
    mark = re.escape(separator)
    return re.sub(
        rf'(^|{mark})="([^"\r\n]*)"(?=\s*?(?:{mark}|\r|$))', r'\1"\2"', written, flags=re.M
    )


def leniently(pieces: Cut) -> tuple[Cut, Lenient]:
    """The same text with every quotation mark that does not pair up taken as a letter."""
    lenient = Lenient(pieces.written, pieces.dialect, pieces.width)
    rows = plainly(lenient.rows(), pieces.separator, pieces.width)
    return replace(pieces, rows=rows), lenient


def unpaired(odd: list[int]) -> Text:
    """The notice about rows whose quotation marks do not pair up."""
    return counted(
        "The quotation marks of {n} row do not pair up and were read as letters: row {rows}.",
        "The quotation marks of {n} rows do not pair up and were read as letters: rows {rows}.",
        len(odd),
        rows=", ".join(str(row) for row in odd[:6]) + ("…" if len(odd) > 6 else ""),
    )


def _said(separator: str) -> Text | str:
    names = {
        ";": text("semicolons"),
        "|": text("vertical bars"),
        SPACES: text("spaces"),
        " ": text("spaces"),
        UNIT: text("control characters"),
    }
    return names.get(separator, f"“{separator}”")


def _usual(written: str, dialect: Dialect) -> int:
    """The commonest number of cells of the first rows, lone cells aside."""
    rows = islice(dialect.rows(written[:SAMPLE_LETTERS]), SAMPLE)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return widths.most_common(1)[0][0] if widths else 1


def _checked(rows: Iterator[list[str]], dialect: Dialect, width: int) -> Iterator[list[str]]:
    for row in rows:
        if any("\n" in cell or "\r" in cell for cell in row) and swallowed(row, dialect, width):
            raise csv.Error("a quotation mark is never closed")
        yield row


def plainly(rows: Iterator[list[str]], separator: str, width: int) -> Iterator[list[str]]:
    """Comment lines as one cell, lines that only draw a rule as none."""
    for row in rows:
        if len(row) > 1 and len(row) != width and _COMMENT.match(row[0]):
            yield [separator.join(row)]
        elif all(map(_blank_or_rule, row)) and any(row):
            yield []
        else:
            yield row


def _blank_or_rule(cell: str) -> bool:
    return not cell.strip() or (len(cell) > 2 and bool(_RULE.fullmatch(cell)))
