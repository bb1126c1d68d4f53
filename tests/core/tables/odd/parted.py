"""Classes of another examiner's generator: pages, captions, codes above names, years that do not
start in January, the highest and lowest below the rows.
"""

import random
from itertools import chain

from tests.core.tables.odd.case import Odd

Lines = list[list[str]]
MONTHS = "Apr Mei Jun Jul Agu Sep Okt Nov Des Jan Feb Mar".split()
CITIES = ("Jakarta", "Solo", "Medan", "Bogor", "Palu", "Ubud", "Tegal", "Kudus")
YEARS = {
    "slash": ("2022/23", "2023/24"), "whole": ("2022/2023", "2023/2024"), "FY": ("FY23", "FY24"),
    "plain": ("2022", "2023"), "named": ("TA 2022/2023", "TA 2023/2024"),
}  # fmt: skip


def parted(seed: int) -> list[Odd]:
    """One small file of each class."""
    chance = random.Random(seed)
    pages = [_paged(chance, mark) for mark in ("Halaman 2 dari 3", "Page 2", "- hal. 2 -")]
    years = [_financial(chance, way, turned) for way in YEARS for turned in (False, True)]
    more = [_spaced(chance), _shortened(chance)]
    return [*pages, _captioned(chance), _coded(chance), _extremes(chance), *years, *more]


def _shops(chance: random.Random) -> Lines:
    rows = [
        [f"{chance.randrange(99):04}{i}", city, str(chance.randrange(5, 90)),
         str(chance.randrange(100, 900) * 1000)]
        for i, city in enumerate(CITIES)
    ]  # fmt: skip
    return [["Kode", "Cabang", "Unit", "Omzet"], *rows]


def _paged(chance: random.Random, mark: str) -> Odd:
    """A page number and the header again, below a gap."""
    shops = _shops(chance)
    lines = [*shops[:5], ["", "", "", ""], [mark, "", "", ""], shops[0], *shops[5:]]
    return _odd(f"paged {mark}", shops, lines, due=("repeated header",))


def _captioned(chance: random.Random) -> Odd:
    """Two tables below each other, each under its caption, without a gap."""
    shops = _shops(chance)[:5]
    rest = [["Sales", "Target"], *([one, str(chance.randrange(9, 50))] for one in CITIES[:4])]
    return _odd("captioned", shops, [["Tabel 1. Toko"], *shops, ["Tabel 2. Target"], *rest])


def _coded(chance: random.Random) -> Odd:
    """Codes of the columns above their names."""
    shops = _shops(chance)
    return _odd("coded", shops, [["101", "102", "103", "104"], *shops], due=("as a title",))


def _extremes(chance: random.Random) -> Odd:
    """The mean, the highest and the lowest below all rows."""
    shops = _shops(chance)
    figures = [[int(one[at]) for one in shops[1:]] for at in (2, 3)]
    below = [["", name, *(f"{of(one):.0f}" for one in figures)]
             for name, of in (("Rata-rata", lambda one: sum(one) / len(one)),
                              ("Tertinggi", max), ("Terendah", min))]  # fmt: skip
    return _odd("extremes", shops, [*shops, *below], due=("3 total rows",))


def _financial(chance: random.Random, way: str, turned: bool) -> Odd:
    """April to March crossed with years: theirs where they say so, else asked."""
    sold = [[chance.randrange(50, 900) for _ in MONTHS] for _ in YEARS[way]]
    lines = [["Tahun", *MONTHS], *([year, *map(str, one)]
             for year, one in zip(YEARS[way], sold, strict=True))]  # fmt: skip
    if turned:
        lines = [["Bulan", *YEARS[way]], *([month, str(a), str(b)]
                 for month, a, b in zip(MONTHS, *sold, strict=True))]  # fmt: skip
    days = [f"{2022 + (i + 3) // 12}-{(i + 3) % 12 + 1:02}-01" for i in range(24)]
    long = [["tahun buku", day, str(n)] for day, n in zip(days, chain(*sold), strict=True)]
    truth = [["metric", "period", "value"], *long]
    due = () if way == "plain" else ("start in April",)
    asks = ("fiscal_start",) if way == "plain" else ()
    content = "".join(";".join(line) + "\n" for line in lines).encode()
    name = f"financial {way} {'down' if turned else 'across'}"
    return Odd(name, "tahun_buku.csv", content, _columns(truth), due, asks)


def _spaced(chance: random.Random) -> Odd:
    """Tabs with a blank before each opening quotation mark."""
    shops = _shops(chance)
    content = "".join("\t ".join(f'"{cell}"' for cell in one) + "\n" for one in shops).encode()
    return Odd("spaced quotes", "spaced.txt", content, _columns(shops))


def _shortened(chance: random.Random) -> Odd:
    """Numbers of persons that a spreadsheet program wrote as powers of ten."""
    rows = [[f"3,1{chance.randrange(700, 900)}E+15", city] for city in CITIES]
    lines = [["NIK", "Kota"], *rows]
    return _odd("shortened", lines, lines, due=("last digits are lost",))


def _odd(name: str, truth: Lines, lines: Lines, due: tuple[str, ...] = ()) -> Odd:
    content = "".join(";".join(line) + "\n" for line in lines).encode()
    return Odd(name, f"{name.split()[0]}.csv", content, _columns(truth), due)


def _columns(rows: Lines) -> dict[str, list[str]]:
    return {name: [row[i] for row in rows[1:]] for i, name in enumerate(rows[0])}
