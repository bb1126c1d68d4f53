"""Logs, lists of documents and address books without a header: the first row is a record."""

import random
import re
from datetime import datetime, timedelta

from tests.core.tables.odd.case import Odd

NAMELESS = "No header row was found"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)")
_WORDS = "start slow end retry closed opened moved".split()
_NAMES = "Budi Siti Agus Dewi Rina Joko Made Putu Wayan".split()


def _file(name: str, rows: list[list[str]], mark: str, heads: list[str] | None = None) -> Odd:
    lines = [mark.join(row) for row in ([heads] if heads else []) + rows]
    named = heads or [f"Column {'ABCDEFG'[i]}" for i in range(len(rows[0]))]
    cells = [[_MOMENT.sub(r"\1T\2", cell) for cell in row] for row in rows]
    truth = {one: [row[i] for row in cells] for i, one in enumerate(named)}
    due = () if heads else (NAMELESS,)
    return Odd(name, f"{name}.csv", ("\n".join(lines) + "\n").encode(), truth, due)


def headless(seed: int) -> list[Odd]:
    """Each without a header and with one, in several orders of their columns."""
    draw = random.Random(seed)
    mark, n = draw.choice([",", ";", "\t"]), draw.randint(4, 14)
    begun = datetime(2025, 1, 3, 12, 0)
    moments = [begun + timedelta(seconds=draw.randint(1, 9000) * (i + 1)) for i in range(n)]
    written = [f"{one:%Y-%m-%d %H:%M:%S}" for one in moments]
    levels = [draw.choice(["INFO", "WARN", "ERROR"]) for _ in range(n)]
    said = [" ".join(draw.sample(_WORDS, 3)) for _ in range(n)]
    people = [draw.choice(_NAMES) for _ in range(n)]
    first = draw.randint(10, 4000)
    codes = [f"INV-{first + i:05d}" for i in range(n)]
    mails = [f"{one.lower()}{i}@contoh.co.id" for i, one in enumerate(people)]
    states = [draw.choice(["Lunas", "Terbuka"]) for _ in range(n)]
    made = {
        "log": (["Moment", "Level", "Message"], [written, levels, said]),
        "documents": (["Faktur", "Pelanggan", "Keadaan"], [codes, people, states]),
        "addresses": (["Nama", "Surel", "Keadaan"], [people, mails, states]),
    }
    found = []
    for name, (heads, columns) in made.items():
        order = draw.sample(range(3), 3)
        rows = [list(row) for row in zip(*(columns[i] for i in order), strict=True)]
        found.append(_file(name, rows, mark))
        found.append(_file(f"{name}_named", rows, mark, [heads[i] for i in order]))
    return found
