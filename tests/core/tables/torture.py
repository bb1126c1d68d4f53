"""Company KPI sheets as people really keep them, made with a seed, with the truth they hold.

A sheet is rows of cells: text, a number, `Share`, a month (date), `Wrong` for an error. The truth
is {(metric, first day): value}; None where the sheet holds no number for it.
"""

import datetime as dt
import random
from dataclasses import dataclass, field

INDONESIAN = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
ENGLISH = (
    "January February March April May June July August September October November December".split()
)
SHORT = {
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
LONG = {"id": INDONESIAN, "en": ENGLISH}
METRICS = {
    "id": [("Leads", "count"), ("Kunjungan Website", "big"), ("Meeting", "count"),
           ("Penawaran", "count"), ("Omzet", "money"), ("Biaya Iklan", "money"),
           ("Win Rate", "share"), ("CSAT", "decimal"), ("Pelanggan Baru", "count")],
    "en": [("Leads", "count"), ("Website Visits", "big"), ("Meetings", "count"),
           ("Proposals", "count"), ("Revenue", "money"), ("Ad Spend", "money"),
           ("Win Rate", "share"), ("CSAT", "decimal"), ("New Customers", "count")],
}  # fmt: skip
LAYOUTS = (
    "wide", "across", "crosstab", "long", "sheets", "stacked", "year_month", "beside",
    "sections", "weekly", "daily", "quarterly", "yearly_totals",
)  # fmt: skip
MONTH_STYLES = (
    "date", "short4", "short2", "long4", "iso", "slash", "apostrophe", "dashed", "spaced", "first",
)  # fmt: skip


@dataclass(frozen=True)
class Share:
    """A number kept as a fraction and shown as percent."""

    value: float


@dataclass(frozen=True)
class Wrong:
    """A formula error."""


@dataclass
class Page:
    """One sheet: its rows, merged ranges (first row, column, last row, column), whether hidden."""

    name: str
    rows: list[list[object]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False


@dataclass(frozen=True)
class Locale:
    """How one company writes."""

    language: str
    decimal: str
    thousands: str
    money: str  # what stands before money in text files
    suffixed: bool  # money as 12,5 jt

    def number(self, value: float) -> str:
        """A number in this writing."""
        whole, _, fraction = repr(float(value)).partition(".")
        grouped = f"{int(whole):,}".replace(",", self.thousands)
        return grouped + (self.decimal + fraction if int(fraction) else "")


@dataclass
class Case:
    """A generated file before it is written to bytes."""

    seed: int
    layout: str
    locale: Locale
    pages: list[Page]
    truth: dict[tuple[str, dt.date], float | None]
    as_text: bool = False  # workbooks keep numbers as text
    bad: int = 0  # cells that hold words where a number should be
    told: list[str] = field(default_factory=list)


class Maker:
    """Draws one company's file."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        language = self.dice.choice(["id", "id", "en"])
        marks = self.dice.choice([(",", "."), (",", "."), (".", ","), (".", "")])
        marks = (".", ",") if language == "en" and self.dice.random() < 0.8 else marks
        money = self.dice.choice(
            ["", "", "Rp ", "Rp", "IDR "] if language == "id" else ["", "", "$"]
        )
        self.locale = Locale(
            language, *marks, money, language == "id" and self.dice.random() < 0.15
        )
        count = self.dice.randint(1, 6)
        self.metrics = self.dice.sample(METRICS[language], count)
        first = dt.date(self.dice.randint(2020, 2024), 1, 1)
        self.years = [first.year + i for i in range(self.dice.randint(1, 4))]
        months = [dt.date(year, month, 1) for year in self.years for month in range(1, 13)]
        cut = self.dice.choice([0, 0, 3, 7])
        self.months = months[: len(months) - cut] if cut else months
        self.truth: dict[tuple[str, dt.date], float | None] = {
            (name, month): self.draw(kind) for name, kind in self.metrics for month in self.months
        }
        self.blanks = self.dice.random() < 0.4
        self.bad = 0
        self.told: list[str] = []
        self.as_text = self.maybe(0.15)  # numbers kept as text in workbooks
        self.month_style = self.dice.choice(list(MONTH_STYLES))

    def maybe(self, share: float) -> bool:
        """True in that share of the draws."""
        return self.dice.random() < share

    def draw(self, kind: str) -> float | None:
        """A value of a kind of metric."""
        roll = self.dice
        return {
            "count": float(roll.randint(0, 400)),
            "big": float(roll.randint(800, 60_000)),
            "money": float(roll.randint(50, 9_000) * 100_000),
            "share": roll.randint(10, 950) / 1000,
            "decimal": roll.randint(300, 500) / 100,
        }[kind]

    def cell(self, name: str, kind: str, month: dt.date) -> object:
        """What stands in the sheet for a value; some values are lost, and so is their truth."""
        if (name, month) not in self.truth:
            return None
        value = self.truth[name, month]
        if self.blanks and self.maybe(0.04):
            self.truth[name, month] = None
            lost = self.dice.choice([None, None, "-", "n/a", "belum ada", Wrong(), "tutup"])
            self.bad += lost == "tutup" or isinstance(lost, Wrong)
            return lost
        if kind == "share" and value is not None:
            return Share(value)
        return Money(value) if kind == "money" and value is not None else value

    def month(self, month: dt.date) -> object:
        """A month as this company writes it, with its year."""
        short = SHORT[self.locale.language][month.month - 1]
        return {
            "date": month,
            "short4": f"{short} {month.year}",
            "short2": f"{short}-{month.year % 100:02}",
            "long4": f"{LONG[self.locale.language][month.month - 1]} {month.year}",
            "iso": f"{month:%Y-%m}",
            "slash": f"{month:%m/%Y}",
            "apostrophe": f"{short}'{month.year % 100:02}",
            "dashed": f"{LONG[self.locale.language][month.month - 1]}-{month.year}",
            "spaced": f" {short.upper()} {month.year} ",
            "first": f"1 {short} {month.year}",
        }[self.month_style]

    def bare(self, month: int) -> str:
        """A month without its year."""
        names = SHORT if self.month_style.startswith("short") else LONG
        return names[self.locale.language][month - 1]

    def word(self, indonesian: str, english: str) -> str:
        """A word in the language of the company."""
        return indonesian if self.locale.language == "id" else english

    def titles(self, what: str = "") -> list[list[object]]:
        """Rows above a table."""
        rows: list[list[object]] = []
        if self.maybe(0.6):
            rows.append(
                [self.dice.choice(["PT Maju Jaya", "LAPORAN KPI PENJUALAN", "Sales KPI report"])]
            )
        if self.maybe(0.3):
            rows.append([self.word("Cabang: Bandung", "Branch: Leeds")])
        rows += [[what]] if what else []
        return [*rows, []] if rows and self.maybe(0.5) and not what else rows

    def foot(self, rows: list[list[object]], labels: int = 1) -> list[list[object]]:
        """Total, average and notes below a table."""
        found: list[list[object]] = []
        width = max(len(row) for row in rows)
        if self.maybe(0.4):
            word = self.dice.choice(["TOTAL", "Total", self.word("Jumlah", "Grand Total")])
            found.append(
                [word, *[None] * (labels - 1), *(_sum(rows, i) for i in range(labels, width))]
            )
        if self.maybe(0.2):
            found.append([self.word("Rata-rata", "Average"), *[None] * (labels - 1),
                          *(_mean(rows, i) for i in range(labels, width))])  # fmt: skip
        if self.maybe(0.3):
            found += [[], [self.word("Catatan: angka sementara", "Note: figures are preliminary")]]
        return found


@dataclass(frozen=True)
class Money:
    """An amount, written with its currency where the company does."""

    value: float


def _figures(rows: list[list[object]], column: int) -> list[float]:
    cells = [row[column] for row in rows if len(row) > column]
    values = [one.value if isinstance(one, (Share, Money)) else one for one in cells]
    return [one for one in values if isinstance(one, float)]


def _sum(rows: list[list[object]], column: int) -> object:
    found = _figures(rows, column)
    return float(round(sum(found), 6)) if found else None


def _mean(rows: list[list[object]], column: int) -> object:
    found = _figures(rows, column)
    return round(sum(found) / len(found), 2) if found else None
