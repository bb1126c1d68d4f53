# ruff: noqa: E501
"""Columns of numbers as people and programs write them, with what a careful person reads.

Written down before the code was looked at: a mark that is certain is read, one that is open is
asked, a cell that is no number is unknown and told, and what names something stays as it is.
"""

from random import Random

from core.tables import Answers
from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.cells import digits, filed

STYLES = (
    (",", "."), (".", ","), (",", " "), (",", "\u00a0"), (".", "'"), (".", "’"), (",", "\u202f"),
    (".", "\u2009"), (",", ""), (".", ""),
)  # fmt: skip
BEFORE = ("Rp ", "Rp", "Rp. ", "IDR ", "$", "US$ ", "USD ", "€", "£", "S$", "RM ", "¥")
AFTER = (" IDR", " USD", " €", "€", " EUR", " SGD")
NOTHING = ("", "-", "–", "n/a", "NA", "null", "nihil", "kosong", "belum ada", "tbd", "?", "...", "#N/A", " ")  # fmt: skip
COMMA, FRACTION = "decimal mark", "kept as fractions"


def shown(value: float, style: tuple[str, str], places: int = 2) -> str:
    """A number in a style, without sign."""
    whole, _, fraction = f"{abs(value):,.{places}f}".partition(".")
    return whole.replace(",", style[1]) + (style[0] + fraction if places else "")


def amounts(random: Random, count: int = 8) -> list[float]:
    """Amounts of which some have both marks and some neither."""
    sizes = [random.choice((10, 1000, 10**6)) for _ in range(count - 2)]
    found = [round(random.uniform(0.01, size), 2) for size in sizes]
    return [round(random.uniform(1000, 10**6), 2) + 0.25, *found, round(random.uniform(1, 9), 2)]


def said(style: tuple[str, str]) -> tuple[str, ...]:
    """The notice that is due on a decimal comma."""
    return (COMMA,) if style[0] == "," else ()


def styled(seed: int) -> Odd:
    """Numbers with a sure decimal mark, some negative in one of the ways of books."""
    random = Random(seed)
    style = STYLES[seed % len(STYLES)]
    minus = ("-{}", "({})", "{}-", "\u2212{}", "- {}", "-{}")[seed % 6]
    values = [value * random.choice((1, 1, -1)) for value in amounts(random)]
    cells = [minus.format(shown(v, style)) if v < 0 else shown(v, style) for v in values]
    due = said(style)
    turned = minus in ("({})", "{}-") and any(value < 0 for value in values)
    return filed(f"style {style}", "Nilai", cells, list(map(digits, values)), seed=seed,
                 due=(*due, "was read as -") if turned else due)  # fmt: skip


def money(seed: int) -> Odd:
    """A currency before or behind, with cents or without."""
    random = Random(seed)
    style = STYLES[seed % 2]
    before, after = (BEFORE[seed % len(BEFORE)], "") if seed % 3 else ("", AFTER[seed % len(AFTER)])
    values = amounts(random)
    cells = [before + shown(value, style) + after for value in values]
    return filed("money", "Nilai", cells, list(map(digits, values)), seed=seed, due=said(style))


def rupiah(seed: int) -> Odd:
    """Rupiah without cents, often with ,- behind: thousands marks can be nothing else."""
    random = Random(seed)
    values = [random.randrange(1, 999) * random.choice((1, 1000, 10**6)) for _ in range(8)]
    form = ("Rp {},-", "Rp. {},-", "{} IDR", "Rp{}", "Rp {},00")[seed % 5]
    cells = [form.format(shown(value, (",", "."), 0)) for value in values]
    return filed("rupiah", "Nilai", cells, list(map(digits, values)), seed=seed)


def shares(seed: int) -> Odd:
    """Percent and per mille, as fractions."""
    random = Random(seed)
    mark, size = (("%", 100), (" %", 100), ("‰", 1000), (" persen", 100))[seed % 4]
    tenths = [random.randrange(1, 1000) for _ in range(7)] + [125]
    cells = [f"{n // 10},{n % 10}{mark}" for n in tenths]
    truth = [digits(float(f"{n}e-{1 + len(str(size)) - 1}")) for n in tenths]
    return filed("share", "Nilai", cells, truth, seed=seed, due=(FRACTION, COMMA))


def scaled(seed: int) -> Odd:
    """Scale words of two languages; a bare M is told by its company."""
    random = Random(seed)
    words, mark = (
        ({" rb": 3, " jt": 6}, ","), ({" ribu": 3, " juta": 6, " miliar": 9}, ","),
        ({"K": 3, "M": 6, "B": 9}, "."), ({" jt": 6, " M": 9, " T": 12}, ","),
        ({"k": 3, " mio": 6, " bn": 9}, "."), ({" milyar": 9, " triliun": 12}, ","),
    )[seed % 6]  # fmt: skip
    drawn = [(random.randrange(1, 99), random.randrange(1, 9), word)
             for word in [*words, *random.choices(list(words), k=5)]]  # fmt: skip
    cells = [f"{whole}{mark}{tenth}{word}" for whole, tenth, word in drawn]
    truth = [digits(float(f"{whole}.{tenth}e{words[word]}")) for whole, tenth, word in drawn]
    return filed("scale", "Nilai", cells, truth, seed=seed, due=("was read as",))


def open_suffix(seed: int) -> Odd:
    """3 M with nothing that tells million from miliar is asked."""
    cells = [f"{n} M" for n in (3, 4, 12, 7)]
    answer = ("million", "billion")[seed % 2]
    given = {"answers": Answers(suffix={"": answer})} if seed % 4 > 1 else {}
    truth = [digits(n * (1e6, 1e9)[seed % 2]) for n in (3, 4, 12, 7)]
    return filed("open suffix", "X", cells, truth, seed=seed, asks=("suffix",), **given)


def open_mark(seed: int) -> Odd:
    """Three digits behind every mark: asked, and read when answered."""
    mark, answer = (".", ",")[seed % 2], ("comma", "point")[seed // 2 % 2]
    cells = [f"{a}{mark}{b}" for a, b in ((1, 234), (12, 500), (7, 125), (3, 999))]
    thousands = (mark == ".") == (answer == "comma")
    truth = [digits(float(one.replace(mark, "" if thousands else "."))) for one in cells]
    given = {"answers": Answers(decimal={"": answer})} if seed > 3 else {}
    return filed("open mark", "X", cells, truth, seed=seed, asks=("decimal",), **given)


def mixed_marks(seed: int) -> Odd:
    """Both decimal marks in one column: asked; the answer loses the others, told by cell."""
    cells = ["1.234,50", "12,75", "1,234.50", "8.25", "3"]
    if seed % 2 == 0:
        return filed("mixed marks", "X", cells, cells, seed=seed, asks=("decimal",))
    return filed("mixed marks", "X", cells, ["1234.5", "12.75", "", "", "3"], seed=seed,
                 answers=Answers(decimal={"": "comma"}), due=("“8.25” is not a number",))  # fmt: skip


def grouped_oddly(seed: int) -> Odd:
    """Indian groups; a full-width sign; spaces alone as thousands marks."""
    cells, values = (
        (["1,00,000", "12,50,000", "75,000.50", "3"], [100000, 1250000, 75000.5, 3]),
        (["12 345", "1 234 567", "89", "450"], [12345, 1234567, 89, 450]),
        (["1.2e5", "3.5E-2", "7"], [120000, 0.035, 7]),
        (["1,5E+05", "2,25E+03", "7"], [150000, 2250, 7]),
        (["+5", "-3", "+12.5"], [5, -3, 12.5]),
    )[seed % 5]
    return filed("groups", "Nilai", cells, list(map(digits, values)), seed=seed)


def remarked(seed: int) -> Odd:
    """A star, sign or word beside a number: the number, and a word on the cell."""
    random = Random(seed)
    form = ("{}*", "{} (est)", "~{}", "≈ {}", "{}**", "± {}", "{}†", "{} (sementara)")[seed % 8]
    values = [random.randrange(100, 999) for _ in range(8)]
    cells = [form.format(v) if i in (2, 5) else str(v) for i, v in enumerate(values)]
    return filed("remark", "Nilai", cells, list(map(str, values)), seed=seed,
                 due=(f"“{cells[2]}” was read as {values[2]}", f"“{cells[5]}”"))  # fmt: skip


def bounded(seed: int) -> Odd:
    """Bounds, ranges and shares of something are no numbers."""
    odd = ("<5", ">100", "10-20", "1/2", "5+", "3 dari 10", "≥7", "tutup")[seed % 8]
    cells = ["120", "131", odd, "98", "77", "143"]
    truth = ["" if cell == odd else cell for cell in cells]
    return filed("bound", "Nilai", cells, truth, seed=seed, due=(f"“{odd}” is not a number",))


def measured(seed: int) -> Odd:
    """A unit behind every number is taken off and told; another unit in between is lost, told."""
    random = Random(seed)
    unit = ("kg", "orang", "pcs", "hari", "menit", "km", "unit", "m²")[seed % 8]
    values = [random.randrange(1, 900) for _ in range(7)]
    cells, truth = [f"{value} {unit}" for value in values], list(map(str, values))
    if seed % 2:
        return filed("unit", "Nilai", cells, truth, seed=seed, due=("the unit",))
    cells[3], truth[3] = "5 lusin", ""
    return filed("unit", "Nilai", cells, truth, seed=seed, due=("the unit", "“5 lusin”"))


def two_currencies(seed: int) -> Odd:
    """A few in another currency are lost and told; half and half stays text."""
    few = seed % 2 == 0
    cells = ["Rp 1.500.000", "Rp 2.250.000", "$1,250", "Rp 900.000", "Rp 750.000"]
    if few:
        return filed("two currencies", "Nilai", cells, ["1500000", "2250000", "", "900000", "750000"],
                     seed=seed, due=("“$1,250” is not in the unit",))  # fmt: skip
    cells = [*cells, "$75", "USD 80", "$12.50"]
    return filed("two currencies", "Nilai", cells, cells, seed=seed, due=("mixes the units",))


def with_nothing(seed: int) -> Odd:
    """Words for nothing are unknown, never zero; nihil may have meant zero, which is told."""
    random = Random(seed)
    word = NOTHING[seed % len(NOTHING)]
    values = [str(random.randrange(0, 99)) for _ in range(7)]
    cells, truth = [*values[:3], word, *values[3:]], [*values[:3], "", *values[3:]]
    due = ("may mean zero",) if word == "nihil" else ()
    return filed("nothing", "Nilai", cells, truth, seed=seed, due=due)


def half_words(seed: int) -> Odd:
    """As many words as numbers: text, with the reason; a few words: numbers, with issues."""
    if seed % 2:
        cells = ["100", "penuh", "200", "kosong sekali", "300", "ramai"]
        return filed("half words", "Nilai", cells, cells, seed=seed, due=("stays text",))
    cells = ["100", "120", "penuh", "140", "90", "80", "75"]
    truth = ["" if cell == "penuh" else cell for cell in cells]
    return filed("few words", "Nilai", cells, truth, seed=seed, due=("“penuh” is not a number",))


def codes(seed: int) -> Odd:
    """What names something keeps every digit."""
    header, cells = (
        ("Kode", ["00123", "00456", "10789", "00001"]),
        ("Nomor", ["12345678901234567", "12345678901234568", "22345678901234567"]),
        ("NIK", ["3174012345678901", "3174012345678902", "3275019876543210"]),
        ("No HP", ["81234567890", "81298765432", "85711112222"]),
        ("Phone", ["+62 812 345 678", "+62 813 456 789", "+62 857 111 222"]),
        ("Telepon", ["0812-3456-7890", "(021) 555 1234", "021 555 123"]),
        ("Kode Pos", ["12190", "40115", "60241"]),
        ("No Rekening", ["123.456.789", "223.456.789", "987.654.321"]),
        ("Account No", ["1 234 567", "2 345 678", "9 876 543"]),
        ("Versi", ["1.2", "1.10", "1.1"]),
        ("Alamat IP", ["192.168.0.1", "10.0.0.1", "172.16.0.3"]),
        ("Kelas", ["7G", "8A", "8B", "9C", "7A"]),
    )[seed % 12]
    more = {"Jumlah": [str(5 + i) for i in range(len(cells))]}
    return filed(f"codes {header}", header, cells, cells, seed=seed, more=more)


KEPT = (
    (styled, 20), (money, 16), (rupiah, 5), (shares, 4), (scaled, 6), (open_suffix, 4),
    (open_mark, 8), (mixed_marks, 2), (grouped_oddly, 5), (remarked, 8), (bounded, 8),
    (measured, 8), (two_currencies, 2), (with_nothing, 14), (half_words, 2), (codes, 12),
)  # fmt: skip


def number_files() -> list[Odd]:
    """The files that are kept."""
    return [make(seed) for make, count in KEPT for seed in range(count)]
