"""What stands beside the records: totals, subtotals, group headings, notes, signatures, pivots."""

import random
from itertools import groupby

from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.ledger import LEDGERS, Ledger, Paper, Rows, deals, text_file, workbook

_TOTALS = ("Total", "TOTAL", "Jumlah", "Grand Total", "JUMLAH:", "Total Keseluruhan", "Sum")
_MEANS = ("Rata-rata", "Average", "AVERAGE", "Rerata", "Mean")
_LEFT_OUT = ("total row",)
_NOTES = (
    [["Catatan: angka sementara"]],
    [["* belum termasuk PPN"]],
    [["Sumber: CRM internal"]],
    [["Source: Salesforce export"], ["Printed on 3 February 2025"]],
    [[], ["Dicetak: 03/02/2025 14:05"]],
    [[], ["Mengetahui,"], [], ["( Budi Santoso )"], ["Manajer Penjualan"]],
    [[], ["Jakarta, 3 Februari 2025"], ["Disetujui oleh,"], [], ["Siti Rahma"]],
    [["Note: figures are unaudited"], ["** excluding returns"]],
    [["*) realisasi sampai dengan 31 Januari"]],
    [[], ["Halaman 1 dari 3"]],
)


def total_rows(seed: int) -> list[Odd]:
    """One or two rows of totals or means below the records."""
    dice = random.Random(seed)
    found = []
    for make in LEDGERS[:3]:
        ledger = make(dice)
        label = dice.choice(_TOTALS)
        foot = [ledger.sums(label)]
        if dice.random() < 0.5:
            foot.append(ledger.sums(dice.choice(_MEANS)))
        gap: Rows = [[]] if dice.random() < 0.4 else []
        rows = [ledger.head, *ledger.rows, *gap, *foot]
        found.append(_odd(f"total {label}", seed, ledger, rows, _LEFT_OUT))
    return found


def total_elsewhere(seed: int) -> list[Odd]:
    """The total on top, in the second column, or without a word though it is the sum."""
    dice = random.Random(seed)
    found = []
    for make in LEDGERS[:3]:
        ledger = make(dice)
        top = [ledger.head, ledger.sums(dice.choice(_TOTALS)), *ledger.rows]
        found.append(_odd("total on top", seed, ledger, top, _LEFT_OUT))
        second = [None, *ledger.sums("Total")[1:]]
        second[1] = second[1] if ledger.adds(1) else "Total"
        found.append(
            _odd("total beside", seed, ledger, [ledger.head, *ledger.rows, second], ("left out",))
        )
        silent = [None, *ledger.sums("")[1:]]
        found.append(
            _odd("total unsaid", seed, ledger, [ledger.head, *ledger.rows, silent], ("sum",))
        )
    return found


def subtotals(seed: int) -> list[Odd]:
    """A subtotal after each group, and the whole at the end."""
    dice = random.Random(seed)
    ledger = deals(dice)
    word = dice.choice(["Subtotal", "Sub Total", "Total", "Jumlah", "Sub-total"])
    named = dice.random() < 0.6
    rows: Rows = [ledger.head]
    for owner, group in groupby(ledger.rows, key=lambda row: row[1]):
        some = list(group)
        rows += [*some, ledger.sums(f"{word} {owner}" if named else word, some)]
    rows.append(ledger.sums("Grand Total"))
    found = [_odd(f"subtotals {word}", seed, ledger, rows, _LEFT_OUT)]
    behind: Rows = [ledger.head]
    for owner, group in groupby(ledger.rows, key=lambda row: row[1]):
        some = list(group)
        line = ledger.sums("", some)
        behind += [*some, [None, f"{owner} Total", *line[2:]]]
    behind.append([None, "Grand Total", *ledger.sums("")[2:]])
    return [*found, _odd("owner total", seed, ledger, behind, _LEFT_OUT)]


def group_headings(seed: int) -> list[Odd]:
    """A row that only names the group of the rows below it."""
    dice = random.Random(seed)
    ledger = deals(dice)
    form = dice.choice(["Owner: {}", "{}", "Sales - {}"])
    inner = Ledger([n for n in ledger.head if n != "Owner"],
                   [[c for i, c in enumerate(row) if i != 1] for row in ledger.rows])  # fmt: skip
    rows: Rows = [inner.head]
    groups = []
    for owner, some in groupby(ledger.rows, key=lambda row: row[1]):
        rows.append([form.format(owner)])
        for row in some:
            rows.append([c for i, c in enumerate(row) if i != 1])
            groups.append(owner if form == "Owner: {}" else form.format(owner))
        if dice.random() < 0.3:
            rows.append([])
    name = "Owner" if form == "Owner: {}" else "group"
    odd = _odd(f"headings {form}", seed, inner, rows, ("heading",))
    return [Odd(odd.name, odd.source, odd.content, {name: groups, **inner.truth()}, odd.due)]


def notes(seed: int) -> list[Odd]:
    """Notes, sources, printed dates and signatures below the records, with and without a gap."""
    dice = random.Random(seed)
    found = []
    for make in LEDGERS:
        ledger = make(dice)
        foot = dice.choice(_NOTES)
        total = [ledger.sums("Total")] if make in LEDGERS[:3] and dice.random() < 0.5 else []
        rows = [ledger.head, *ledger.rows, *total, *foot]
        found.append(_odd(f"note {foot[-1]}", seed, ledger, rows, ("of notes",)))
    return found


def beside(seed: int) -> list[Odd]:
    """A note in a cell to the right of the records, one column apart."""
    dice = random.Random(seed)
    found = []
    for make in LEDGERS:
        ledger = make(dice)
        at = dice.randint(1, min(3, len(ledger.rows)))
        rows = [list(row) for row in [ledger.head, *ledger.rows]]
        rows[at] += [
            None,
            dice.choice(["Catatan: cek lagi", "<- sementara", "* naik karena promo"]),
        ]
        found.append(_odd("note beside", seed, ledger, rows, ("beside",)))
    return found


def gaps(seed: int) -> list[Odd]:
    """Blank rows between records, and the header once more on every printed page."""
    dice = random.Random(seed)
    found = []
    for make in LEDGERS:
        ledger = make(dice)
        cut = dice.randint(2, len(ledger.rows) - 1)
        spaced = [ledger.head, *ledger.rows[:cut], [], *ledger.rows[cut:]]
        found.append(_odd("blank row", seed, ledger, spaced, ()))
        every = [ledger.head, *ledger.rows[:cut], ledger.head, *ledger.rows[cut:]]
        found.append(_odd("header again", seed, ledger, every, ("repeated header",)))
        apart = [ledger.head, *ledger.rows[:cut], [], ledger.head, *ledger.rows[cut:]]
        found.append(_odd("header again below a gap", seed, ledger, apart, ("repeated header",)))
    return found


def pivots(seed: int) -> list[Odd]:
    """An exported pivot: labels blank below the first, (blank), Grand Total, Sum of …"""
    dice = random.Random(seed)
    label = dice.choice(["Row Labels", "Label Baris"])
    said = dice.choice(["Sum of Nilai", "Jumlah dari Nilai"])
    owners = ["Budi", "Siti", "(blank)"]
    flat = [[one, dice.randint(100, 900), dice.randint(3, 50)] for one in owners]
    plain = Ledger([label, said, "Count of Deal ID"], flat)
    rows = [plain.head, *plain.rows, plain.sums("Grand Total")]
    flat_truth = plain.truth()
    flat_truth[label][2] = "(blank)"
    first = _odd("pivot", seed, plain, [["Owner", "(All)"], [], *rows], _LEFT_OUT)
    outline = [
        [owner if i == 0 else None, stage, dice.randint(100, 900)]
        for owner in ("Budi", "Siti", "Dewi")
        for i, stage in enumerate(dice.sample(["Menang", "Kalah", "Prospek"], 2))
    ]
    tabular = Ledger(["Owner", "Tahap", said], outline)
    lines: Rows = [tabular.head]
    for at in range(0, len(outline), 2):
        some = outline[at : at + 2]
        lines += [*some, [f"{some[0][0]} Total", None, sum(row[2] for row in some)]]
    lines.append(["Grand Total", None, sum(row[2] for row in outline)])
    odd = _odd("pivot outline", seed, tabular, lines, (*_LEFT_OUT, "filled"))
    truth = tabular.truth()
    truth["Owner"] = [str(outline[i - i % 2][0]) for i in range(len(outline))]
    return [first, Odd(odd.name, odd.source, odd.content, truth, odd.due)]


def _odd(name: str, seed: int, ledger: Ledger, rows: Rows, due: tuple[str, ...]) -> Odd:
    as_text = (seed + len(rows)) % 2 == 0
    source = "rekap.csv" if as_text else "rekap.xlsx"
    content = text_file(rows, ";" if seed % 3 else ",") if as_text else workbook(Paper(rows))
    return Odd(f"{name} {ledger.head[0]} {seed}", source, content, ledger.truth(), due)


MADE = (total_rows, total_elsewhere, subtotals, group_headings, notes, beside, gaps, pivots)
