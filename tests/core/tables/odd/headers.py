"""What headers are: several rows, units, missing, repeated, long, strange; and time across."""

import datetime as dt
import random

from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.ledger import (
    LEDGERS,
    Ledger,
    Paper,
    Rows,
    deals,
    sales,
    text_file,
    workbook,
)

_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
_STRANGE = ("Nilai 💰", "金額", "Größe", "Прибыль", "a.b", "x;y", "Ω", "Omzet (Rp)\njuta")
_TWICE = ("numbered",)


def groups(seed: int) -> list[Odd]:
    """Two header rows: groups merged, written once, or written over every column."""
    dice = random.Random(seed)
    ledger = sales(dice)
    names = ["Bulan", "Marketing Leads", "Marketing Visit", "Sales Demo", "Sales Omzet"]
    rows = [[row[0], row[1], row[2], row[3], row[1] + 7] for row in ledger.rows]
    grouped = Ledger(names, rows)
    lower = ["Leads", "Visit", "Demo", "Omzet"]
    once = [None, "Marketing", None, "Sales", None]
    every = [None, "Marketing", "Marketing", "Sales", "Sales"]
    merges = [(0, 1, 0, 2), (0, 3, 0, 4)]
    tall = [(0, 0, 1, 0), *merges]
    return [
        _book(f"groups merged {seed}", grouped, Paper([once, ["Bulan", *lower], *rows], merges)),
        _book(f"tall {seed}", grouped,
              Paper([["Bulan", *once[1:]], [None, *lower], *rows], tall)),
        _odd("groups once", seed, grouped, [once, ["Bulan", *lower], *rows]),
        _odd("groups every", seed, grouped, [every, ["Bulan", *lower], *rows]),
        _odd("groups beside", seed, grouped, [["Bulan", *once[1:]], [None, *lower], *rows]),
        _odd("groups beside every", seed, grouped, [["Bulan", *every[1:]], [None, *lower], *rows]),
    ]  # fmt: skip


def record_groups(seed: int) -> list[Odd]:
    """Groups over the columns of records: merged in a workbook, blank beside them in text."""
    dice = random.Random(seed)
    ledger = deals(dice)
    top = ["Deal", None, "Pelanggan", None, "Hasil", None]
    names = ["Deal Deal ID", "Deal Owner", "Pelanggan Akun", "Pelanggan Tahap", "Hasil Tanggal",
             "Hasil Nilai"]  # fmt: skip
    grouped = Ledger(names, ledger.rows)
    merges = [(0, 0, 0, 1), (0, 2, 0, 3), (0, 4, 0, 5)]
    lines: Rows = [top, ledger.head, *ledger.rows]
    return [_book(f"record groups {seed}", grouped, Paper(lines, merges))]


def three_rows(seed: int) -> list[Odd]:
    """Three header rows, merged; the last of them units."""
    dice = random.Random(seed)
    ledger = sales(dice)
    head: Rows = [
        ["Bulan", "Marketing", None, "Sales"],
        [None, "Leads", "Demo", "Omzet"],
        [None, "(orang)", "(kali)", "(unit)"],
    ]
    names = ["Bulan", "Marketing Leads (orang)", "Marketing Demo (kali)", "Sales Omzet (unit)"]
    merges = [(0, 0, 2, 0), (0, 1, 0, 2)]
    units: Rows = [ledger.head, [None, "orang", "kali", "unit"], *ledger.rows]
    united = Ledger(["Bulan", "Leads orang", "Demo kali", "Omzet unit"], ledger.rows)
    bracketed: Rows = [ledger.head, [None, "(orang)", "(kali)", "(unit)"], *ledger.rows]
    in_brackets = Ledger(["Bulan", "Leads (orang)", "Demo (kali)", "Omzet (unit)"], ledger.rows)
    return [
        _book(
            f"three rows {seed}", Ledger(names, ledger.rows), Paper([*head, *ledger.rows], merges)
        ),
        _odd("bare units", seed, united, units),
        _odd("units", seed, in_brackets, bracketed),
    ]


def strange(seed: int) -> list[Odd]:
    """Missing, repeated, very long, emoji, newline-holding and unicode names."""
    dice = random.Random(seed)
    found = []
    for make in LEDGERS:
        ledger = make(dice)
        width = len(ledger.head)
        name = dice.choice(_STRANGE)
        found.append(_renamed("strange", seed, ledger, {width - 1: name}, " ".join(name.split())))
        long = "Nilai penjualan " + "sangat " * 70 + "panjang"
        found.append(_renamed("long", seed, ledger, {1: long}, long))
        twice = ledger.head[width - 1]
        found.append(_renamed("twice", seed, ledger, {width - 2: twice}, twice, _TWICE))
        gone = dice.randint(1, width - 1)
        letter = f"Column {'ABCDEF'[gone]}"
        odd = _renamed("missing", seed, ledger, {gone: ""}, letter, ("without a header",))
        found.append(odd)
    return found


def numbers_as_names(seed: int) -> list[Odd]:
    """Numeric ids and days as the names of columns."""
    dice = random.Random(seed)
    ids = [str(dice.randint(1000, 9000)) for _ in range(4)]
    cities = ["Jakarta", "Bandung", "Medan", "Solo", "Bogor"]
    rows: Rows = [[city, *(dice.randint(1, 99) for _ in ids)] for city in cities]
    coded = Ledger(["Cabang", *ids], rows)
    head = ["Cabang", *(int(one) if seed % 2 else one for one in ids)]
    found = [_odd("ids as names", seed, coded, [head, *rows])]
    found.append(_odd("scores", seed, coded, [["Skor per produk"], [], head, *rows]))
    return found


def all_words(seed: int) -> list[Odd]:
    """Records of words alone below one header: no row is swallowed."""
    dice = random.Random(seed)
    cities = ["Jakarta", "Bandung", "Medan", "Solo"]
    rows: Rows = [[f"Firma {i}", dice.choice(cities), dice.choice(["Ya", "Mungkin", "Nanti"])]
                  for i in range(dice.randint(2, 8))]  # fmt: skip
    plain = Ledger(["Nama", "Kota", "Minat"], rows)
    mixed: Rows = [[f"Firma {i}", None if i == 3 else dice.choice(cities), 5 + i if i > 1 else None]
                   for i in range(6)]  # fmt: skip
    late = Ledger(["Nama", "Kota", "Skor"], mixed)
    dated: Rows = [[f"Firma {i}", dt.date(2024, 3, 13 + i) if i > 1 else None, "Baru"]
                   for i in range(6)]  # fmt: skip
    days = Ledger(["Nama", "Dihubungi", "Status"], dated)
    found = [_odd("all words", seed, plain, [plain.head, *rows])]
    found.append(_odd("number comes late", seed, late, [late.head, *mixed]))
    found.append(_odd("date comes late", seed, days, [days.head, *dated]))
    return found


def merged_labels(seed: int) -> list[Odd]:
    """Labels merged down over their rows are written on each of them."""
    dice = random.Random(seed)
    areas = dice.sample(["Barat", "Timur", "Tengah", "Utara"], 3)
    rows: Rows = []
    merges = []
    for area in areas:
        first = len(rows) + 1
        count = dice.randint(2, 3)
        for i in range(count):
            rows.append([area if i == 0 else None, f"Kota {len(rows)}", dice.randint(5, 99)])
        merges.append((first, 0, first + count - 1, 0))
    full: Rows = []
    for row in rows:
        full.append([row[0] or full[-1][0], *row[1:]])
    filled = Ledger(["Wilayah", "Kota", "Omzet"], full)
    lines: Rows = [filled.head, *rows]
    return [
        _book(f"merged labels {seed}", filled, Paper(lines, merges), due=("filled",)),
        _odd("labels once", seed, filled, lines, ("filled",)),
    ]


def months_across(seed: int) -> list[Odd]:
    """Months across: years above, totals, growth and running sums beside, targets below."""
    dice = random.Random(seed)
    metrics = ["Leads", "Demo", "Omzet"]
    values = {name: [dice.randint(100, 900) for _ in range(12)] for name in metrics}
    names = [f"{month} 2024" for month in _MONTHS]
    long = Ledger(
        ["Indikator", "period", "value"],
        [[name, dt.date(2024, m + 1, 1), values[name][m]] for name in metrics for m in range(12)],
    )
    bare: Rows = [["Indikator", *names], *([name, *values[name]] for name in metrics)]
    years: Rows = [[None, 2024, *[None] * 11], ["Indikator", *_MONTHS], *bare[1:]]
    every: Rows = [[None, *[2024] * 12], ["Indikator", *_MONTHS], *bare[1:]]
    full: Rows = [[*bare[0], "Total", "YTD", "Rata-rata"],
                  *([*row, sum(row[1:]), sum(row[1:]), 5] for row in bare[1:])]  # fmt: skip
    return [
        _odd("across", seed, long, bare),
        _odd("years above", seed, long, years),
        _odd("years every", seed, long, every),
        _odd("sums beside", seed, long, full, ("totals were left out",)),
        _odd("quarters", seed, long, _quarters(names, values), ("totals were left out",)),
        _odd("quarters named", seed, long, _quarters(names, values, "Total Q{}"), ("totals",)),
        _odd("growth", seed, long, _growth(names, values), ("growth",)),
    ]


def _quarters(names: list[str], values: dict[str, list[int]], form: str = "Q{} 2024") -> Rows:
    rows: Rows = [["Indikator"], *([name] for name in values)]
    for quarter in range(4):
        months = slice(3 * quarter, 3 * quarter + 3)
        rows[0] += [*names[months], form.format(quarter + 1)]
        for row, cells in zip(rows[1:], values.values(), strict=True):
            row += [*cells[months], sum(cells[months])]
    return rows


def _growth(names: list[str], values: dict[str, list[int]]) -> Rows:
    rows: Rows = [["Indikator", names[0]], *([name, cells[0]] for name, cells in values.items())]
    for month in range(1, 12):
        rows[0] += [names[month], "Growth %"]
        for row, cells in zip(rows[1:], values.values(), strict=True):
            row += [cells[month], f"{round(100 * (cells[month] / cells[month - 1] - 1))}%"]
    return rows


def pairs_across(seed: int) -> list[Odd]:
    """Target and actual under each month, months merged or written once or on both."""
    dice = random.Random(seed)
    months = [f"{month} 2024" for month in _MONTHS[:6]]
    rows: Rows = [[name, *(dice.randint(50, 99) for _ in range(12))] for name in ("Leads", "Demo")]
    long = Ledger(["KPI", "period", "value", "target"], [
        [row[0], dt.date(2024, m + 1, 1), row[2 + 2 * m], row[1 + 2 * m]]
        for row in rows for m in range(6)])  # fmt: skip
    lower = ["Target", "Realisasi"] * 6
    once = [cell for month in months for cell in (month, None)]
    both = [cell for month in months for cell in (month, month)]
    merges = [(0, 1 + 2 * m, 0, 2 + 2 * m) for m in range(6)]
    together = [f"{month} {word}" for month in months for word in ("Target", "Realisasi")]
    return [
        _odd("pairs once", seed, long, [["KPI", *once], [None, *lower], *rows]),
        _odd("pairs both", seed, long, [["KPI", *both], [None, *lower], *rows]),
        _book(f"pairs merged {seed}", long, Paper([["KPI", *once], [None, *lower], *rows], merges)),
        _odd("pairs in one cell", seed, long, [["KPI", *together], *rows]),
    ]


def _renamed(
    name: str,
    seed: int,
    ledger: Ledger,
    names: dict[int, str],
    then: str,
    due: tuple[str, ...] = (),
) -> Odd:
    head = [names.get(i, one) for i, one in enumerate(ledger.head)]
    known: list[str] = []
    for i, one in enumerate(ledger.head):
        said = then if i in names else one
        known.append(f"{said} (2)" if said in known else said)
    return _odd(name, seed, Ledger(known, ledger.rows), [head, *ledger.rows], due)


def _book(name: str, ledger: Ledger, *papers: Paper, due: tuple[str, ...] = ()) -> Odd:
    return Odd(name, "rekap.xlsx", workbook(*papers), ledger.truth(), due)


def _odd(name: str, seed: int, ledger: Ledger, rows: Rows, due: tuple[str, ...] = ()) -> Odd:
    as_text = (seed + len(rows) + len(name)) % 2 == 0
    source = "rekap.csv" if as_text else "rekap.xlsx"
    content = text_file(rows, ",;\t"[seed % 3]) if as_text else workbook(Paper(rows))
    return Odd(f"{name} {ledger.head[0]} {seed}", source, content, ledger.truth(), due)


MADE = (groups, record_groups, three_rows, strange, numbers_as_names, all_words, merged_labels,
        months_across, pairs_across)  # fmt: skip
