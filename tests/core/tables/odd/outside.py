"""Small tables as people keep them by hand: words, dates, truth values, codes, gaps.

No number tells where their data begin; each table is written with a planted truth.
"""

import random

from tests.core.tables.odd.case import Odd

Cell = tuple[str, str]  # as written, canonical
GAP = ("", "-", "n/a", "N/A")
NAMES = ("Budi Santoso", "Siti Halim", "Agus Wijaya", "Rina Lestari", "José Müller", "Dewi Kurnia")


def small_tables(seed: int) -> list[Odd]:
    """One table of each class, drawn with a seed."""
    chance = random.Random(seed)
    return [_table(chance, name, columns) for name, columns in CLASSES.items()] + [
        _table(chance, "gap at the end", ("code", "day"), gaps=(-1,)),
        _table(chance, "gap at the start", ("code", "truth"), gaps=(0, 1)),
        _table(chance, "gaps in the first column", ("note", "code", "mail", "name"), gaps=()),
    ]


def said_otherwise() -> list[Odd]:
    """Files in which one reading of a make is right, and the other would be wrong in silence."""
    return [
        _odd("powers", {"Part": ["1E5", "2E7", "3E2"], "Bin": ["A1", "B2", "C3"]}),
        _odd("rooms", {"Kamar": ["7K", "9B", "3M", "4H"], "Tamu": list(NAMES[:4])}),
        _years_last(),
        _odd(
            "repeated header",
            {"Nama": ["Budi", "Siti", "Agus"], "Kota": ["Medan", "Bogor", "Medan"]},
            b"Nama;Kota\nBudi;Medan\nSiti;Bogor\nNama;Kota\nAgus;Medan\n",
            due=("repeated header",),
        ),
    ]


CLASSES = {
    "codes and days": ("code", "day"),
    "codes and truth": ("code", "truth"),
    "rooms and truth": ("room", "truth"),
    "rooms and days": ("room", "day"),
    "names and days": ("code", "name", "day"),
    "truth, rooms, days": ("truth", "name", "room", "day"),
    "contacts": ("name", "mail", "room"),
}


def _table(
    chance: random.Random, name: str, kinds: tuple[str, ...], gaps: tuple[int, ...] | None = None
) -> Odd:
    rows = chance.randrange(4, 8)
    columns = {kind.capitalize(): _cells(chance, kind, rows) for kind in kinds}
    key, last = kinds[0].capitalize(), kinds[-1].capitalize()
    if gaps is None:
        gaps = tuple(chance.sample(range(1, rows), 1))
    for row in gaps:
        gap = chance.choice(GAP)
        columns[last][row] = (gap, "" if kinds[-1] in ("day", "truth") else gap)
    if key == "Note":
        columns[key][0] = ("", "")
    mark = chance.choice([";", ",", "\t"])
    lines = [
        list(columns),
        *zip(*([said for said, _ in one] for one in columns.values()), strict=True),
    ]
    return _odd(
        name,
        {one: [truth for _, truth in cells] for one, cells in columns.items()},
        "".join(mark.join(line) + "\r\n" for line in lines).encode(),
    )


def _cells(chance: random.Random, kind: str, rows: int) -> list[Cell]:
    if kind == "truth":
        yes, no = chance.choice([("Ya", "Tidak"), ("Yes", "No"), ("Y", "N")])
        told = [True, False, True, False, *(chance.random() < 0.5 for _ in range(rows - 4))]
        return [(yes if one else no, str(one).lower()) for one in told]
    if kind == "day":
        days = [f"2025-{chance.randrange(1, 13):02}-{13 + row}" for row in range(rows)]
        return [(day, day) for day in days]
    made = {
        "code": lambda row: f"INV-{chance.randrange(100, 999)}{row}",
        "room": lambda row: f"{row + 1}{chance.choice('GHKBMX')}" if row else "8H",
        "name": lambda row: NAMES[(row + rows) % len(NAMES)],
        "mail": lambda row: f"sales{row}@contoh.co.id",
        "note": lambda row: chance.choice(["telepon lagi", "sudah bayar", "minta diskon"]),
    }[kind]
    return [(one, one) for one in map(made, range(rows))]


def _years_last() -> Odd:
    days = [(28, 2), (27, 12), (12, 7), (15, 2), (16, 4), (5, 3)]
    return _odd(
        "short years last",
        {"Kode": [f"KS-{day}" for day, _ in days],
         "Jatuh Tempo": [f"2024-{month:02}-{day:02}" for day, month in days]},
        "".join(
            ["Kode;Jatuh Tempo\n", *(f"KS-{day};{day:02}/{month:02}/24\n" for day, month in days)]
        ).encode(),
        due=("day first",),
    )  # fmt: skip


def _odd(
    name: str,
    columns: dict[str, list[str]] | None,
    content: bytes = b"",
    due: tuple[str, ...] = (),
) -> Odd:
    """A text file; without content it is written with semicolons just as its truth says."""
    if columns is not None and not content:
        lines = [list(columns), *zip(*columns.values(), strict=True)]
        content = "".join(";".join(line) + "\n" for line in lines).encode()
    return Odd(name, f"{name.replace(' ', '_')}.csv", content, columns, due)
