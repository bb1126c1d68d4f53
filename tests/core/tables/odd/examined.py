"""Classes that an examiner's own generator found: tables beside each other and on their side,
forms that number their columns, pivots with months across, histories of fields, rarer separators.
"""

import random

from tests.core.tables.odd.case import Odd

Lines = list[list[str]]
CITIES = ("Jakarta", "Bandung", "Medan", "Solo", "Bogor", "Ubud")
MONTHS = "Jan Feb Mar Apr Mei Jun".split()
REGIONS = {"Jawa": CITIES[:2], "Sumatra": CITIES[2:4], "Bali": CITIES[4:]}


def examined(seed: int) -> list[Odd]:
    """One small file of each class."""
    chance = random.Random(seed)
    separators = [_separated(chance, mark) for mark in ("::", "\x01", "¦", "#", "§")]
    pivots = [_pivot(chance, way) for way in ("above", "below", "titled")]
    histories = [_history(chance, figures) for figures in (False, True)]
    return [
        _beside(chance), _spaced(chance), _stacked(chance), _numbered(chance), _sideways(chance),
        _quarters(chance), _unsaid_total(chance), *separators, *pivots, *histories,
    ]  # fmt: skip


def _stock(chance: random.Random, rows: int = 7) -> Lines:
    return [
        ["Kode Barang", "Nama", "Satuan", "Stok"],
        *(
            [f"{chance.randrange(9999):05}{i}", f"Barang {i}", "pcs", str(chance.randrange(90))]
            for i in range(rows)
        ),
    ]


def _deals(chance: random.Random, rows: int = 7) -> Lines:
    return [
        ["Deal", "Pemilik", "Tanggal", "Nilai"],
        *(
            [f"D{i}", chance.choice(CITIES), f"2024-{12 - i:02}-1{i}", str(chance.randrange(900))]
            for i in range(rows)
        ),
    ]


def _beside(chance: random.Random) -> Odd:
    """Two tables of one height beside each other; digits name the rows of the first."""
    stock, deals = _stock(chance), _deals(chance)
    lines = [[*left, "", *right] for left, right in zip(stock, deals, strict=True)]
    return _odd("beside", stock, lines)


def _spaced(chance: random.Random) -> Odd:
    """One table with a blank column before its days."""
    deals = _deals(chance)
    deals[1][2], deals[2][2] = deals[2][2], deals[1][2]
    return _odd("spaced", deals, [[*one[:2], "", *one[2:]] for one in deals])


def _stacked(chance: random.Random) -> Odd:
    """Two tables of different widths below each other, with decimal commas."""
    stock = [[*one, f"{1000 + i},5" if i else "Harga"] for i, one in enumerate(_stock(chance))]
    rest = [["Bulan", "Leads", "Rasio"], *([f"{m} 2024", str(i + 5), f"0,{i + 1}"]
                                           for i, m in enumerate(MONTHS))]  # fmt: skip
    truth = [[cell.replace(",", ".") for cell in one] for one in stock]
    return _odd("stacked", truth, [*stock, [], *rest])


def _numbered(chance: random.Random) -> Odd:
    """A form with a row that numbers its columns."""
    stock = _stock(chance)
    return _odd("numbered", stock, [stock[0], ["(1)", "(2)", "(3)", "(4)=(2)x(3)"], *stock[1:]],
                due=("row of notes",))  # fmt: skip


def _sideways(chance: random.Random) -> Odd:
    """Fields in rows, records in columns, a title above."""
    deals = _deals(chance)
    lines = [["Ringkasan deal"], *(list(one) for one in zip(*deals, strict=True))]
    return _odd("sideways", deals, lines, due=("lies on its side", "title"))


def _quarters(chance: random.Random) -> Odd:
    """Sums of quarters between the months, and of all below."""
    leads = [chance.randrange(50, 99) for _ in MONTHS]
    rows = [[f"{m} 2024", str(n)] for m, n in zip(MONTHS, leads, strict=True)]
    rows.insert(3, ["Q1 2024", str(sum(leads[:3]))])
    rows += [["Q2 2024", str(sum(leads[3:]))], ["Total 2024", str(sum(leads))]]
    truth = [["Bulan", "Leads"], *([f"2024-{i + 1:02}-01", str(n)] for i, n in enumerate(leads))]
    return _odd("quarters", truth, [["Bulan", "Leads"], *rows], due=("sums of the rows",))


def _unsaid_total(chance: random.Random) -> Odd:
    """A sum without a label, where only some cells tell their marks."""
    sold = [chance.randrange(1, 900) * 1000 for _ in range(5)] + [7_250_000]
    rows = [[f"2024-0{i + 1}-15", f"JU/{i}", f"{n:,}"] for i, n in enumerate(sold)]
    truth = [["Tanggal", "No. Bukti", "Debit"],
             *([*one[:2], str(n)] for one, n in zip(rows, sold, strict=True))]  # fmt: skip
    return _odd(
        "unsaid", truth, [truth[0], *rows, ["", "", f"{sum(sold):,}"]], due=("without a label",)
    )


def _separated(chance: random.Random, mark: str) -> Odd:
    stock = [[*one, f"{1000 + i},5" if i else "Harga"] for i, one in enumerate(_stock(chance))]
    content = "".join(mark.join(one) + "\n" for one in stock).encode()
    truth = [[cell.replace(",", ".") for cell in one] for one in stock]
    return Odd(f"separated {mark!r}", "data.csv", content, _columns(truth), ("separated",))


def _pivot(chance: random.Random, way: str) -> Odd:
    """Months across, the sums of regions above or below their cities, a grand total."""
    sold = {city: [chance.randrange(10, 900) for _ in MONTHS] for city in CITIES}
    rows = []
    for region, cities in REGIONS.items():
        own = [[city, *map(str, sold[city])] for city in cities]
        total = [str(sum(column)) for column in zip(*(sold[city] for city in cities), strict=True)]
        rows += [*own, [f"{region} Total", *total]] if way == "below" else [[region, *total], *own]
    grand = [str(sum(column)) for column in zip(*sold.values(), strict=True)]
    above = [["Sum of Qty", "Column Labels"]] if way == "titled" else []
    head = ["Row Labels", *(f"{month} 2024" for month in MONTHS)]
    lines = [*above, head, *rows, ["Grand Total", *grand]]
    regions = {city: region for region, cities in REGIONS.items() for city in cities}
    long = [[regions[city], city, f"2024-{i + 1:02}-01", str(n)]
            for city in CITIES for i, n in enumerate(sold[city])]  # fmt: skip
    truth = [["group", "Row Labels", "period", "value"], *long]
    return _odd(f"pivot {way}", truth, lines, due=("sums of the rows",))


def _history(chance: random.Random, figures: bool) -> Odd:
    """“Jumlah” and “Total” are fields that changed, though a column of figures stands beside."""
    fields = ("Jumlah", "Tahap", "Pemilik", "Total", "Stage")
    rows = [
        [f"D-{100 + i // 3}", f"2024-03-{i + 10}", fields[i % 5], chance.choice(CITIES),
         str(chance.randrange(1, 50)) if figures else chance.choice(CITIES)]
        for i in range(16)
    ]  # fmt: skip
    lines = [["ID Deal", "Tanggal", "Field", "Nilai Lama", "Umur" if figures else "Nilai Baru"]]
    return _odd(f"history {figures}", [*lines, *rows], [*lines, *rows])


def _odd(name: str, truth: Lines, lines: Lines, due: tuple[str, ...] = ()) -> Odd:
    content = "".join(";".join(line) + "\n" for line in lines).encode()
    return Odd(name, f"{name.split()[0]}.csv", content, _columns(truth), due)


def _columns(rows: Lines) -> dict[str, list[str]]:
    return {name: [row[i] for row in rows[1:]] for i, name in enumerate(rows[0])}
