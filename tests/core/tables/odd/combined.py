"""Several oddities in one file: ways to write numbers, days and gaps, rows round and between."""

import csv
import datetime as dt
import io
import random
from collections.abc import Callable

from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.ledger import Paper, Rows, workbook

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November".split()
MONTHS += ["Desember"]
DAYS: dict[str, Callable[[dt.date], str]] = {
    "iso": dt.date.isoformat,
    "slashes": lambda day: day.strftime("%d/%m/%Y"),
    "points": lambda day: day.strftime("%d.%m.%Y"),
    "named": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
}
MARKS = {"plain": ("", "."), "indonesian": (".", ","), "english": (",", "."), "spaces": (" ", ","),
         "apostrophes": ("'", ".")}  # fmt: skip
CURRENCIES = ("", "", "Rp ", "Rp", "IDR ", "$")
MISSING = ("", "", "-", "n/a", "NULL", "#N/A")
NEGATIVE = ("-{}", "({})", "{}-")
FIGURES = ("Omzet", "Biaya", "Kunjungan", "Prospek", "Diskon")
EDGES = ("title", "comment", "gap", "again", "total", "note", "empty column before", "and after")


def combined(seed: int) -> Odd:
    """One file of days and figures with about half of the oddities."""
    dice = random.Random(seed)
    count, style = dice.randint(20, 34), dice.choice(sorted(MARKS))
    days = [dt.date(2024, 1, 10) + dt.timedelta(days=i) for i in range(count)]
    said = dice.choice(sorted(DAYS))
    columns = {"Tanggal": [(DAYS[said](day), day.isoformat()) for day in days]}
    for name in dice.sample(FIGURES, dice.randint(1, 3)):
        columns[name] = _figures(dice, count, style)
    if dice.random() < 0.3:
        shares = [dice.randint(10, 999) for _ in days]
        mark = MARKS[style][1]
        columns["Konversi"] = [(f"{n // 10}{mark}{n % 10}%", repr(n / 1000)) for n in shares]
    if dice.random() < 0.3:
        flags = [True, False, *(dice.random() < 0.5 for _ in days[2:])]
        columns["Aktif"] = [("Ya" if one else "Tidak", str(one).lower()) for one in flags]
    edges = [one for one in EDGES if dice.random() < 0.3]
    truth = {name: [true for _, true in cells] for name, cells in columns.items()}
    rows = _laid(dice, {name: [one for one, _ in cells] for name, cells in columns.items()}, edges)
    source, content = _written(dice, rows)
    name = f"{seed} {style} {said} {' '.join(edges)}"
    return Odd(name, source, content, truth)


def _figures(dice: random.Random, count: int, style: str) -> list[tuple[str, str]]:
    """Cells as written and as meant: all whole or all with two decimals, some negative or gone."""
    large, cents = dice.random() < 0.6, dice.random() < 0.4
    currency = dice.choice(CURRENCIES) if large else ""
    missing, negative = dice.choice(MISSING), dice.choice(NEGATIVE)
    found = []
    for row in range(count):
        amount = dice.randint(1000, 9_000_000) if large else dice.randint(1, 400)
        value = amount + 0.25 if cents else amount
        written = currency + _number(value, *MARKS[style])
        chance = dice.random() if row > 2 else 1.0
        if chance < 0.06:
            found.append((missing, ""))
        elif chance < 0.1:
            found.append((negative.format(written), repr(-value)))
        else:
            found.append((written, repr(value)))
    return found


def _number(value: float, group: str, decimal: str) -> str:
    written = f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"
    return written.translate({ord(","): group, ord("."): decimal})


def _laid(dice: random.Random, columns: dict[str, list[str]], edges: list[str]) -> Rows:
    """The rows of the sheet, with what stands round and between them."""
    head = list(columns)
    rows: Rows = [list(row) for row in zip(*columns.values(), strict=True)]
    if "gap" in edges:
        rows.insert(dice.randint(4, len(rows) - 4), [])
    if "again" in edges:
        rows.insert(dice.randint(4, len(rows) - 4), list(head))
    above: Rows = [["Laporan harian"], ["PT Maju Jaya"], []] if "title" in edges else []
    if "comment" in edges:
        above.insert(0, ["# diekspor dari sistem"])
    below: Rows = [["Total", *("" for _ in head[1:])]] if "total" in edges else []
    below += [[], ["Catatan: angka sementara"]] if "note" in edges else []
    lines = [*above, head, *rows, *below]
    if "empty column before" in edges:
        lines = [["", *line] if line else line for line in lines]
    return [[*line, ""] if line and "and after" in edges else line for line in lines]


def _written(dice: random.Random, rows: Rows) -> tuple[str, bytes]:
    if dice.random() < 0.25:
        return "harian.xlsx", workbook(Paper(rows))
    out = io.StringIO()
    quoting = dice.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    ends = dice.choice(("\n", "\r\n"))
    csv.writer(out, delimiter=dice.choice(",;\t"), lineterminator=ends, quoting=quoting).writerows(
        rows
    )
    return "harian.csv", out.getvalue().encode(dice.choice(("utf-8", "utf-8-sig", "utf-16")))
