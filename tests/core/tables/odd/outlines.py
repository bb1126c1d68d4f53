"""Groups in one column with their parts: pivots in outline, headings without a figure; lists."""

import random

from tests.core.tables.odd.case import Odd

_PLACES = {
    "Jawa": ["Jakarta", "Bandung", "Surabaya", "Semarang"],
    "Sumatra": ["Medan", "Padang", "Palembang"],
    "Bali": ["Denpasar", "Ubud"],
    "Sulawesi": ["Makassar", "Manado", "Palu"],
}
SUMS = "sums of the rows of their groups"
HEADINGS = "became the column"


def outlines(seed: int) -> list[Odd]:
    """Compact pivots of two or three figures, with a grand total and without, indented or not."""
    draw = random.Random(seed)
    groups = draw.sample(list(_PLACES), draw.randint(2, 4))
    names = ["Sum of Omzet", "Count of Deal", "Sum of Laba"][: draw.randint(2, 3)]
    indent, total = draw.choice(["", "  ", "    "]), draw.random() < 0.5
    lines, truth, whole = [["Row Labels", *names]], [], [0] * len(names)
    for group in groups:
        parts = [[draw.randint(101, 9999) for _ in names] for _ in _PLACES[group]]
        sums = [sum(column) for column in zip(*parts, strict=True)]
        whole = [a + b for a, b in zip(whole, sums, strict=True)]
        lines.append([group, *map(str, sums)])
        for place, figures in zip(_PLACES[group], parts, strict=True):
            lines.append([indent + place, *map(str, figures)])
            truth.append([group, place, *map(str, figures)])
    if total:
        lines.append(["Grand Total", *map(str, whole)])
    return [_odd("outline", seed, lines, (["group", "Row Labels", *names], truth), (SUMS,))]


def headed(seed: int) -> list[Odd]:
    """A list of two columns with headings in capitals or with a colon between its rows."""
    draw = random.Random(seed)
    form = draw.choice(["{:upper}", "{}:"])
    lines, truth = [["Cabang", "Omzet"]], []
    for group in draw.sample(list(_PLACES), draw.randint(2, 4)):
        head = group.upper() if form == "{:upper}" else f"{group}:"
        lines.append([head, ""])
        for place in _PLACES[group]:
            figure = str(draw.randint(10, 9999))
            lines.append([place, figure])
            truth.append([head, place, figure])
    return [_odd("headed", seed, lines, (["group", "Cabang", "Omzet"], truth), (HEADINGS,))]


def no_outlines(seed: int) -> list[Odd]:
    """Small counts that add up here and there by accident, and figures that are missing."""
    draw = random.Random(seed)
    places = [place for group in _PLACES.values() for place in group]
    counts = [[place, str(draw.randint(0, 6))] for place in places]
    gaps = [[place, "" if draw.random() < 0.3 else str(draw.randint(10, 99))] for place in places]
    gaps[0][1], gaps[-1][1] = "17", "31"
    return [
        _odd("counts", seed, [["Cabang", "Retur"], *counts], (["Cabang", "Retur"], counts), ()),
        _odd("gaps", seed, [["Cabang", "Retur"], *gaps], (["Cabang", "Retur"], gaps), ()),
    ]


def _odd(
    name: str, seed: int, lines: list[list[str]], wanted: tuple[list[str], list[list[str]]],
    due: tuple[str, ...],
) -> Odd:  # fmt: skip
    heads, rows = wanted
    truth = {head: [row[i] for row in rows] for i, head in enumerate(heads)}
    content = "\n".join(";".join(line) for line in lines).encode()
    return Odd(f"{name} {seed}", f"{name}.csv", content, truth, due)
