"""Which mark separates the cells of a text file.

Each candidate is scored on the first records: how regular the widths it gives are, and how many of
its cells look whole (a number, a date, words without another separator inside).
Idea: van den Burg, Nazabal & Sutton 2019 (pattern score x type score), in a small form.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from core.tables.files.dialect import LINE_END, SAMPLE_LETTERS, SPACES, Dialect, dialect_of

CANDIDATES = ("\t", ";", "|", ",")
RARER = ("^", "~", "\x1f", "¦", "§", "#")
LONGER = ("~|~", "^|^", "|~|", "||", "::", "~~", ";;")
COLON = ":"
UNIT = "\x1f"  # what stands in for a separator of several letters
SAMPLE = 300
LEAST = 3  # rows of one of several tables
_WHOLE = re.compile(
    r"\s*[-+(]?\s*([^\d\s,;|]{1,4}\s?)?[\d.,' \u00a0]*\d\s*[%‰*)-]?(?:\s?[^\W\d]{1,9}\.?)?\s*$"
)
_DECIMAL = re.compile(r"\s*[-+]?(\D{1,3}\s?)?\d{1,3}(\.?\d{3})*(,\d+)?\s*%?\s*")


def separator_of(written: str) -> str:
    """The separator; a longer one as it stands, else one letter, `SPACES` or " "."""
    sample = written[:SAMPLE_LETTERS]
    if _broken_numbers(sample):
        return "\t"
    scores = {mark: _score(sample, mark) for mark in CANDIDATES}
    best = max(scores, key=lambda mark: scores[mark])
    if longer := _longer(sample):
        return longer
    if rare := _rare(sample, scores[best]):
        return rare
    if scores[best] < 0.75:
        for gap in (SPACES, " ") if scores[best] <= 0.3 else (SPACES,):
            if _gaps_regularly(sample, gap):
                return gap
    if scores[best] == 0 and _by_colons(sample):
        return COLON
    return best if scores[best] > 0 else ","


def _rare(sample: str, usual: float) -> str:
    """A rarer mark that cuts well, and better than the usual ones, which may be decimal marks."""
    often = [mark for mark in RARER if sample.count(mark) >= sample.count("\n", 1)]
    scores = {mark: _score(sample, mark) for mark in often}
    best = max(often, key=lambda mark: scores[mark], default="")
    enough = 0.95 if usual >= 0.75 else 0.75
    return best if best and scores[best] > max(enough, usual) else ""


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
        if (
            len(lines) > 1
            and len(counts) == 1
            and counts != {0}
            and (mark == "::" or mark[0] not in rest)
        ):
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
    sections = _sections(islice(dialect_of(sample, mark).rows(sample), SAMPLE))
    rows = sum(map(len, sections))
    regular = [row for section in sections for row in _regular(section)]
    if not regular:
        return 0.0
    width = max(map(len, regular))
    cells = [cell for row in regular for cell in row if cell.strip()]
    others = "".join(one for one in CANDIDATES if one != mark)
    whole = sum(_looks_whole(cell, others) for cell in cells) / max(1, len(cells))
    return (len(regular) / rows) * whole * (1 - 0.1 / width)


def _sections(rows: Iterator[list[str]]) -> list[list[list[str]]]:
    """The rows that are not blank: one run, or the runs between blank ones, if all are long."""
    runs: list[list[list[str]]] = [[]]
    for row in rows:
        if any(row):
            runs[-1].append(row)
        elif runs[-1]:
            runs.append([])
    runs = [one for one in runs if one]
    return runs if min(map(len, runs), default=0) >= LEAST else [list(chain.from_iterable(runs))]


def _regular(rows: list[list[str]]) -> list[list[str]]:
    """Those of the commonest width above one."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return []
    width, _ = max(widths.items(), key=lambda item: item[1] * (item[0] - 1) ** 0.5)
    return [row for row in rows if len(row) == width]


def _looks_whole(cell: str, others: str) -> bool:
    if _WHOLE.match(cell):
        return True
    return not any(mark in cell for mark in others) or " " in cell.strip()
