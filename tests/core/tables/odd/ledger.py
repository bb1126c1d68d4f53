"""Plain tables with a seed, to be laid out oddly, and the papers they are written on."""

import csv
import datetime as dt
import io
import random
from dataclasses import dataclass, field

import xlsxwriter

Rows = list[list[object]]

_FIRMS = [
    "PT Maju Jaya",
    "CV Sinar",
    "Toko Abadi",
    "PT Laut Biru",
    "UD Makmur",
    "Northwind",
    "Acme",
]
_PEOPLE = ["Budi", "Siti", "Dewi", "Agus", "Rina", "Tono"]
_STAGES = ["Prospek", "Penawaran", "Negosiasi", "Menang", "Kalah"]
_CITIES = ["Jakarta", "Bandung", "Surabaya", "Medan", "Makassar", "Denpasar"]
_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


@dataclass
class Ledger:
    """One table: names of columns, rows of cells; `group` is the column that groups its rows."""

    head: list[str]
    rows: Rows
    group: int = 1

    def truth(self) -> dict[str, list[str]]:
        """The table as a careful person writes it down."""
        return {name: [canonical(row[i]) for row in self.rows] for i, name in enumerate(self.head)}

    def sums(self, label: str, rows: Rows | None = None) -> list[object]:
        """A row that adds up the columns of numbers, its label first."""
        rows = self.rows if rows is None else rows
        added = [
            sum(row[i] or 0 for row in rows) if self.adds(i) else None
            for i in range(len(self.head))
        ]
        return [label, *added[1:]]

    def adds(self, column: int) -> bool:
        """Whether a column holds numbers."""
        cells = [row[column] for row in self.rows if row[column] is not None]
        return bool(cells) and all(isinstance(cell, (int, float)) for cell in cells)


@dataclass
class Paper:
    """Rows as they lie on one sheet, with merged ranges (first row, column, last row, column)."""

    rows: Rows
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    name: str = "Rekap"
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


def canonical(cell: object) -> str:
    """A cell in canonical words."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def sales(dice: random.Random) -> Ledger:
    """Figures by month, the month as a date."""
    first = dice.choice([2023, 2024])
    months = [dt.date(first + i // 12, i % 12 + 1, 1) for i in range(dice.randint(6, 14))]
    rows = [[day, *(dice.randint(20, 900) for _ in range(3))] for day in months]
    return Ledger(["Bulan", "Leads", "Demo", "Omzet"], rows)


def branches(dice: random.Random) -> Ledger:
    """Figures by city: no period at all."""
    cities = sorted(dice.sample(_CITIES, dice.randint(4, 6)))
    rows: Rows = [
        [city, dice.choice(_PEOPLE), *(dice.randint(20, 900) for _ in "ab")] for city in cities
    ]
    return Ledger(["Cabang", "PIC", "Target", "Realisasi"], rows)


def deals(dice: random.Random) -> Ledger:
    """Deals: an id, words, a day, an amount; grouped by owner."""
    owners = sorted(dice.sample(_PEOPLE, 3))
    rows: Rows = []
    for owner in owners:
        for _ in range(dice.randint(2, 4)):
            day = dt.date(2024, dice.randint(1, 12), dice.randint(13, 28))
            rows.append([f"D-{len(rows) + 101}", owner, dice.choice(_FIRMS), dice.choice(_STAGES),
                         day, dice.randint(10, 99) * 100_000])  # fmt: skip
    return Ledger(["Deal ID", "Owner", "Akun", "Tahap", "Tanggal", "Nilai"], rows)


def leads(dice: random.Random) -> Ledger:
    """Leads: words alone, no number anywhere; some cells unknown."""
    rows: Rows = [
        [f"L{200 + i}", dice.choice(_PEOPLE), dice.choice(["WhatsApp", "Website", "Pameran", None]),
         dice.choice(_CITIES), dice.choice(["Baru", "Dihubungi", "Gugur"])]
        for i in range(dice.randint(5, 9))
    ]  # fmt: skip
    return Ledger(["Lead", "Sales", "Sumber Lead", "Kota", "Status"], rows)


LEDGERS = (sales, branches, deals, leads)


def text_file(rows: Rows, separator: str = ",") -> bytes:
    """The rows as a text file."""
    out = io.StringIO()
    width = max(len(row) for row in rows)
    lines = csv.writer(out, delimiter=separator, lineterminator="\n")
    lines.writerows([[canonical(cell) for cell in row] + [""] * (width - len(row)) for row in rows])
    return out.getvalue().encode()


def workbook(*papers: Paper) -> bytes:
    """The papers as the sheets of an .xlsx."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for paper in papers:
        sheet = book.add_worksheet(paper.name)
        for r, row in enumerate(paper.rows):
            for c, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(r, c, dt.datetime.combine(cell, dt.time()), day)
                elif isinstance(cell, str):
                    sheet.write_string(r, c, cell)
                elif cell is not None:
                    sheet.write(r, c, cell)
        for a, b, c2, d in paper.merges:
            sheet.merge_range(a, b, c2, d, paper.rows[a][b])
        for row in paper.hidden_rows:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in paper.hidden_columns:
            sheet.set_column(column, column, None, None, {"hidden": True})
        if paper.hidden:
            sheet.hide()
        elif paper is not papers[0]:
            sheet.activate()
    book.close()
    return out.getvalue()
