"""Classes that published data showed: names that begin like totals, seeds like 16b, answers that
are sentences, years with gaps, questions above their choices.
"""

import random

from tests.core.tables.odd.case import Odd

Lines = list[list[str]]
FILMS = ("Total Recall", "Max Manus", "Jumlah Tak Hingga", "Average Joe", "Sum of Us")
CITIES = ("Jakarta", "Bandung", "Medan", "Solo", "Bogor", "Ubud", "Palu")


def published(seed: int) -> list[Odd]:
    """One small file of each class."""
    chance = random.Random(seed)
    return [
        *(_film(chance, film) for film in FILMS), _team(chance), _metrics(chance),
        _subtotals(chance), _statistics(chance), _seeds(chance), _opinions(chance),
        _gaps(chance), _choices(chance),
    ]  # fmt: skip


def _film(chance: random.Random, film: str) -> Odd:
    """A film among others, rated."""
    rows = [[f"Film {chr(65 + i)}", str(chance.randrange(30, 50)), str(chance.randrange(100, 900))]
            for i in range(9)]  # fmt: skip
    rows[chance.randrange(2, 7)] = [film, "41", "97"]
    lines = [["Judul", "Skor", "Suara"], *rows]
    return _odd(f"film {film}", lines, lines)


def _team(chance: random.Random) -> Odd:
    """MIN is Minnesota."""
    teams = [chance.choice(("MIN", "NYG", "IND", "MAX")) for _ in range(9)] + ["MIN"]
    rows = [[f"Pemain {i}", team, str(i + 3), "cedera"] for i, team in enumerate(teams)]
    lines = [["Pemain", "Tim", "Laga", "Sebab"], *rows]
    return _odd("team", lines, lines)


def _metrics(chance: random.Random) -> Odd:
    """Indicators in rows, some called Total."""
    names = ("Leads baru", "Total Leads", "Demo", "Total Demo", "Penutupan", "Durasi")
    rows = [[name, str(chance.randrange(90, 99)), str(80 - 9 * i)] for i, name in enumerate(names)]
    lines = [["Indikator", "Target", "Realisasi"], *rows]
    return _odd("metrics", lines, lines)


def _subtotals(chance: random.Random) -> Odd:
    """Sums of regions by name, between the rows and below."""
    rows: Lines = []
    truth: Lines = [["Kota", "Unit", "Omzet"]]
    for region, cities in (("Jawa", CITIES[:3]), ("Luar Jawa", CITIES[3:])):
        sold = [(chance.randrange(5, 90), chance.randrange(100, 900)) for _ in cities]
        own = [[city, str(a), str(b)] for city, (a, b) in zip(cities, sold, strict=True)]
        truth += own
        rows += [*own, [f"Total {region}", *(str(sum(one)) for one in zip(*sold, strict=True))]]
    return _odd("subtotals", truth, [truth[0], *rows], due=("total rows were left out",))


def _statistics(chance: random.Random) -> Odd:
    """The least, the most and the mean below all rows."""
    rows = [[city, str(chance.randrange(10, 90) * 10)] for city in CITIES]
    sold = [int(one[1]) for one in rows]
    below = [["Min", str(min(sold))], ["Max", str(max(sold))], ["Mean", str(round(sum(sold) / 7))]]
    truth = [["Kota", "Omzet"], *rows]
    return _odd("statistics", truth, [*truth, *below], due=("3 total rows",))


def _seeds(chance: random.Random) -> Odd:
    """16b is no sixteen billion beside 16a."""
    seeds = ["16a", "16b", "11a", "11b", "1", "2", "8", str(chance.randrange(3, 7))]
    chance.shuffle(seeds)
    lines = [["Tim", "Unggulan", "Skor"],
             *([f"T{i}", one, str(40 + i)] for i, one in enumerate(seeds))]  # fmt: skip
    return _odd("seeds", lines, lines)


def _opinions(chance: random.Random) -> Odd:
    """Each row ends in a sentence, with separators in it."""
    said = ("Gaji sudah cukup, terima kasih.", "Mohon AC diperbaiki.", "Baik, lanjutkan saja!")
    rows = [[f"2024-03-{i + 13}", f"R{i}", str(chance.randrange(1, 6)), chance.choice(said)]
            for i in range(chance.choice((2, 3, 9)))]  # fmt: skip
    truth = [["Tanggal", "Responden", "Skor", "Pendapat"], *rows]
    quoted = [[*one[:3], f'"{one[3]}"'] for one in truth]
    content = "".join(",".join(one) + "\n" for one in quoted).encode()
    return Odd("opinions", "survei.csv", content, _columns(truth))


def _gaps(chance: random.Random) -> Odd:
    """A year that most rows write is unknown where it is not."""
    years = [str(2019 + i // 3) for i in range(12)]
    years[chance.randrange(1, 12)] = ""
    rows = [[f"K{i}", year, str(chance.randrange(10, 90))] for i, year in enumerate(years)]
    truth = [["Kasus", "year", "Nilai"],
             *([one, f"{year}-01-01" if year else "", n] for one, year, n in rows)]  # fmt: skip
    return _odd("gaps", truth, [["Kasus", "year", "Nilai"], *rows])


def _choices(chance: random.Random) -> Odd:
    """Questions, and below them the choices that the answers repeat."""
    ask = "Apa saja alasan Anda memilih kami dibandingkan penyedia lain yang pernah Anda pakai?"
    rows = [[f"{chance.randrange(13, 28)}/3/2024 09:1{i}", *(one if chance.random() < 0.6 else ""
             for one in ("Harga", "Mutu", "Layanan")), chance.choice(("Ya", "Tidak"))]
            for i in range(9)]  # fmt: skip
    head = [["StartDate", ask, "", "", "Puas?"], ["", "Harga", "Mutu", "Layanan", "Response"]]
    names = ["StartDate", f"{ask} Harga", f"{ask} Mutu", f"{ask} Layanan", "Puas? Response"]
    said = {"Ya": "true", "Tidak": "false"}
    truth = [names, *([f"2024-03-{one[0][:2]}T{one[0][-5:]}:00", *one[1:4], said[one[4]]]
                      for one in rows)]  # fmt: skip
    return _odd("choices", truth, [*head, *rows])


def _odd(name: str, truth: Lines, lines: Lines, due: tuple[str, ...] = ()) -> Odd:
    content = "".join(";".join(line) + "\n" for line in lines).encode()
    return Odd(name, f"{name.split()[0]}.csv", content, _columns(truth), due)


def _columns(rows: Lines) -> dict[str, list[str]]:
    return {name: [row[i] for row in rows[1:]] for i, name in enumerate(rows[0])}
