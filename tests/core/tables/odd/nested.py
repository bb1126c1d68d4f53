"""Several figures under each period, or periods under each figure: labels stay as written."""

import io
import random
from dataclasses import dataclass
from itertools import product

from openpyxl import Workbook

from tests.core.tables.odd.case import Odd

Lines = list[list[str]]
PERIODS = {
    "id": [(f"{name} 2025", f"2025-{at:02}-01") for at, name in enumerate(
        ("Januari", "Februari", "Maret", "April"), 1)],
    "en": [(f"{name} 2025", f"2025-{at:02}-01") for at, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr"), 1)],
    "quarters": [(f"Q{at} 2025", f"2025-{3 * at - 2:02}-01") for at in range(1, 5)],
    "years": [(str(year), f"{year}-01-01") for year in range(2022, 2026)],
}  # fmt: skip
FIGURES = {
    "id": ("Prospek", "Omzet", "Closing"), "en": ("Leads", "Revenue", "Deals"),
    "quarters": ("Leads", "Omzet", "Kunjungan"), "years": ("Pendapatan", "Laba", "Biaya"),
}  # fmt: skip
CITIES = ("Jakarta", "Bandung", "Medan", "Solo", "Palu")
REGIONS = {"Jakarta": "Barat", "Bandung": "Barat", "Medan": "Utara", "Solo": "Timur"}


@dataclass(frozen=True)
class Way:
    """How one sheet is laid out."""

    periods: str
    above: bool  # the figures above the periods
    written: str  # once | each | merged: how often the upper names are written
    regions: bool = False  # a second column of labels
    totals: bool = False  # a column of totals for each figure

    @property
    def name(self) -> str:
        """What the case is called."""
        upper = "figures above" if self.above else "periods above"
        more = " regions" * self.regions + " totals" * self.totals
        return f"{self.periods} {upper} {self.written}{more}"


def nested(seed: int) -> list[Odd]:
    """One file for each way to lay such figures out."""
    chance = random.Random(seed)
    ways = [Way(*one) for one in product(PERIODS, (False, True), ("once", "each", "merged"))]
    ways += [
        Way("id", above, "once", True, totals)
        for above, totals in product((False, True), (False, True))
    ]
    ways += [Way("en", above, "merged", True, True) for above in (False, True)]
    return [_case(chance, way) for way in ways]  # fmt: skip


def _case(chance: random.Random, way: Way) -> Odd:
    figures = FIGURES[way.periods][: chance.randint(2, 3)]
    periods = PERIODS[way.periods][: chance.randint(2, 4)]
    cities = chance.sample(list(REGIONS), chance.randint(2, 4))
    cities.sort(key=list(REGIONS).index)
    sold = {one: chance.randrange(5, 900) for one in product(cities, figures, periods)}
    columns = [(f, p) for f in figures for p in periods] if way.above else [
        (f, p) for p in periods for f in figures]  # fmt: skip
    labels = ["Wilayah", "Cabang"] if way.regions else ["Cabang"]
    lines = [[*("" for _ in labels)], labels.copy()]
    for f, p in columns:
        lines[0].append(f if way.above else p[0])
        lines[1].append(p[0] if way.above else f)
    told = [[REGIONS[c], c][-len(labels):] for c in cities]  # fmt: skip
    lines += [
        [*own, *(str(sold[c, *one]) for one in columns)]
        for own, c in zip(told, cities, strict=True)
    ]
    if way.totals:
        lines = _with_totals(lines, columns, len(labels), above=way.above)
    long = [
        [*own, f, p[1], str(sold[c, f, p])]
        for own, c in zip(told, cities, strict=True) for f in figures for p in periods
    ]  # fmt: skip
    truth = {name: [row[i] for row in long]
             for i, name in enumerate([*labels, "metric", "period", "value"])}  # fmt: skip
    due = (", ".join(figures), *(["totals were left out"] if way.totals else []))
    source, content = _file(lines, way, len(labels))
    return Odd(way.name, source, content, truth, due)


def _with_totals(
    lines: Lines, columns: list[tuple[str, tuple[str, str]]], labels: int, *, above: bool
) -> Lines:
    """The lines with a total for each figure: after its periods, else after all columns."""
    figures = list(dict.fromkeys(figure for figure, _ in columns))
    found = [line[:labels] for line in lines]
    for figure in figures:
        own = [i for i, one in enumerate(columns, labels) if one[0] == figure]
        sums = [str(sum(int(line[i]) for i in own)) for line in lines[2:]]
        total = [figure, "Total", *sums] if above else ["Total", figure, *sums]
        for line, new, cell in zip(found, lines, total, strict=True):
            line += [*(new[i] for i in own), cell] if above else [cell]
    if above:
        return found
    return [[*line, *new[labels:]] for line, new in zip(lines, found, strict=True)]


def _file(lines: Lines, way: Way, labels: int) -> tuple[str, bytes]:
    if way.written != "merged":
        upper = lines[0]
        if way.written == "once":
            upper = [one if i < labels or one != upper[i - 1] else ""
                     for i, one in enumerate(upper)]  # fmt: skip
        text = "".join(",".join(line) + "\n" for line in (upper, *lines[1:]))
        return "cabang.csv", text.encode()
    return "cabang.xlsx", _workbook(lines, labels)


def _workbook(lines: Lines, labels: int) -> bytes:
    book = Workbook()
    sheet = book.active
    for row, line in enumerate(lines, 1):
        for column, cell in enumerate(line, 1):
            figure = row > 2 and column > labels
            sheet.cell(row, column, int(cell) if figure else cell or None)
    upper, first = lines[0], labels
    for at in range(labels + 1, len(upper) + 1):
        if at == len(upper) or upper[at] != upper[first]:
            sheet.merge_cells(start_row=1, end_row=1, start_column=first + 1, end_column=at)
            first = at
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
