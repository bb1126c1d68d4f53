"""Exports of real systems, rebuilt from `vendors.txt`: their headers with cells."""

import csv
import io
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

PEOPLE = "Andi Wijaya|Siti Rahma|Budi Santoso|Jane Cole|Mark Lee|Dewi Lestari".split("|")
FIRMS = "PT Maju Jaya|Acme Corp|CV Sentosa|Globex|Toko Abadi|Initech|Umbrella Ltd".split("|")
CHANNELS = "Organic Search|Direct|Email|Paid Search|Referral|Organic Social|Unassigned".split("|")
REMARKS = "Asked for a second offer|Will call back next week|Wants more time to decide||".split("|")
AGREE = {
    "agree_en": "Strongly agree|Agree|Neither agree nor disagree|Disagree".split("|"),
    "agree_id": "Sangat setuju|Setuju|Netral|Tidak setuju".split("|"),
}
START = datetime(2025, 1, 2, 9, 4, 5)


@dataclass(frozen=True)
class Layout:
    """One header list with its truth."""

    vendor: str
    name: str
    kinds: tuple[str, ...]
    form: str  # how it writes dates
    columns: tuple[tuple[str, tuple[str, ...], str], ...]  # header, fields allowed, cells

    @property
    def headers(self) -> list[str]:
        return [header for header, _, _ in self.columns]

    @property
    def month_first(self) -> bool:
        return self.form.startswith("%m")


def layouts() -> list[Layout]:
    """Every layout of the file."""
    written = (Path(__file__).parent / "vendors.txt").read_text(encoding="utf-8")
    return [_layout(block) for block in written.split("\n== ")[1:]]


def _layout(block: str) -> Layout:
    title, *lines = block.strip().splitlines()
    called, _, rest = title.partition(" = ")
    kinds, _, form = rest.partition(" @ ")
    vendor, name = called.split()
    columns = [line.split(" | ") for line in lines]
    return Layout(
        vendor,
        name,
        tuple(kinds.split(", ")),
        form,
        tuple((header, tuple(fields.split(" / ")), cells) for header, fields, cells in columns),
    )


def exported(layout: Layout, seed: int = 0, rows: int = 40) -> bytes:
    """The layout as CSV with cells of its own."""
    out = io.StringIO()
    csv.writer(out).writerows([layout.headers, *records(layout, seed, rows)])
    return out.getvalue().encode()


def records(layout: Layout, seed: int = 0, rows: int = 40) -> Iterator[list[str]]:
    """The rows of a layout."""
    draw = random.Random(f"{layout.vendor} {layout.name} {seed}")
    for i in range(rows):
        start = START + timedelta(days=3 * i, hours=draw.randint(0, 8), minutes=draw.randint(0, 50))
        who = draw.choice(PEOPLE)
        yield [_cell(cells, i, (draw, start, layout.form, who)) for _, _, cells in layout.columns]


Drawn = tuple[random.Random, datetime, str, str]


def _cell(cells: str, i: int, drawn: Drawn) -> str:
    """One cell; the words of `vendors.txt` say of what kind."""
    draw, start, form, who = drawn
    how, _, of = cells.partition(":")
    if cells[:2] in ("d+", "d?"):
        late = timedelta(days=int(cells[2:]), hours=draw.randint(0, 9))
        return "" if cells[1] == "?" and draw.random() < 0.35 else (start + late).strftime(form)
    if how in ("id", "rid", "e"):
        here = how != "e" or draw.random() < 0.3
        return f"{of}{1000 + (i // 3 if how == 'rid' else i)}" if here else ""
    if how in ("n", "f", "pct"):
        low, high = (int(one) for one in of.split("-"))
        whole = draw.randint(low, high)
        return {"n": f"{whole}", "f": f"{draw.uniform(low, high):.4f}", "pct": f"{whole}.5%"}[how]
    if how == "c":
        return draw.choice(of.split(","))
    return of if how == "k" else _named(how, i, (draw, start, form, who))


def _named(how: str, i: int, drawn: Drawn) -> str:
    draw, _, _, who = drawn
    made = {
        "person": who,
        "first": who.split()[0],
        "last": who.split()[1],
        "email": f"{who.split()[0].lower()}{i}@example.com",
        "firm": draw.choice(FIRMS),
        "company": f"{draw.choice(FIRMS)} {i}",
        "title": f"{draw.choice(FIRMS)} renewal {i}",
        "rtitle": f"{FIRMS[i // 3 % len(FIRMS)]} renewal {i // 3}",
        "phone": f"+62 812 {draw.randint(1000000, 9999999)}",
        "url": f"https://www.example{i % 9}.com",
        "path": draw.choice(["/", "/pricing", "/blog/a", "/contact"]),
        "words": draw.choice(REMARKS),
        "city": draw.choice(["Jakarta", "Bandung", "Surabaya"]),
        "channel": draw.choice(CHANNELS),
        "guid": str(uuid.UUID(int=draw.getrandbits(128))),
        "ip": f"10.0.{i}.{draw.randint(1, 250)}",
        "day": (START + timedelta(days=90 - i)).strftime("%Y-%m-%d"),
        "month": f"{2022 + i // 12}-{1 + i % 12:02d}",
    }
    return made[how] if how in made else draw.choice(AGREE[how])
