# ruff: noqa: E501
"""Text files in every encoding, separator, quoting and shape, with what a careful person reads.

The ledger is the same everywhere, so that only the way of writing it is on trial.
"""

import random

from tests.core.tables.odd.case import Odd

NAMES = {
    "plain": ["PT Maju Jaya", "CV Sinar", "Toko Abadi", "UD Makmur", "PT Bintang", "Kios Ria"],
    "western": ["Café Müller", "Señor Ñandú", "Société Générale", "Øster Å", "Grün & Söhne", "Ève"],
    "polish": ["Żółta wieś", "książka", "Łódź węgiel", "Gdańsk", "pięć złotych", "Śląsk życie"],
    "russian": ["Ромашка Плюс", "Север", "Волга Трейд", "Заря", "Восток Сервис", "Мир"],
    "chinese": [
        "北京市海淀区公司",
        "上海贸易有限公司",
        "广州商店",
        "深圳电子公司",
        "成都茶馆",
        "武汉",
    ],
    "euro": ["Lieferung 5€", "Menü 20€", "Größe XL", "Bücher 7€", "Öl 3€", "Käse 1€"],
}
DAYS = ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"]
CODES = ["00123", "00456", "00007", "00789", "00042", "01000"]
AMOUNTS = ["1250.5", "300", "75.25", "9000", "0", "18.75"]


def ledger(alphabet: str = "plain") -> dict[str, list[str]]:
    """The table that all files hold."""
    return {"Kode": CODES, "Pelanggan": NAMES[alphabet], "Tanggal": DAYS, "Jumlah": AMOUNTS}


def rows_of(columns: dict[str, list[str]]) -> list[list[str]]:
    """Header and rows."""
    return [list(columns), *map(list, zip(*columns.values(), strict=True))]


def joined(rows: list[list[str]], mark: str = ",", end: str = "\n") -> str:
    """Rows as text, without any quoting."""
    return "".join(mark.join(row) + end for row in rows)


def odd(name: str, content: str | bytes, columns: dict | None = None, **given) -> Odd:
    """A text file called a.csv unless `source` says otherwise."""
    raw = content.encode() if isinstance(content, str) else content
    return Odd(name, given.pop("source", "a.csv"), raw, columns, **given)


def encodings() -> list[Odd]:
    """The ledger in one encoding after the other."""
    known = {
        "utf-8": ("western", ()), "utf-8-sig": ("western", ()), "utf-16": ("western", ()),
        "utf-16-le": ("western", ("UTF-16",)), "utf-16-be": ("western", ("UTF-16",)),
        "utf-32": ("western", ()), "utf-32-le": ("plain", ("UTF-32",)),
        "utf-32-be": ("western", ("UTF-32",)), "cp1252": ("western", ("Windows-1252",)),
        "iso8859-15": ("euro", ("ISO 8859-15",)), "cp1250": ("polish", ("Windows-1250",)),
        "cp850": ("western", ("DOS 850",)), "cp1251": ("russian", ("Windows-1251",)),
        "gb18030": ("chinese", ("GB 18030",)), "latin-1": ("western", ("Windows-1252",)),
    }  # fmt: skip
    found = []
    for encoding, (alphabet, due) in known.items():
        for mark, end in ((";", "\r\n"), (",", "\n"), ("\t", "\r")):
            table = ledger(alphabet)
            content = joined(rows_of(table), mark, end).encode(encoding)
            found.append(odd(f"{encoding} {mark!r} {end!r}", content, table, due=due))
    return found


def mixtures() -> list[Odd]:
    """Files whose lines are not in one encoding."""
    found = []
    for seed in range(6):
        dice, table = random.Random(seed), ledger("western")
        lines = joined(rows_of(table), ";").splitlines(keepends=True)
        ways = ["utf-8", "cp1252", *(dice.choice(["utf-8", "cp1252"]) for _ in range(4))]
        dice.shuffle(ways)
        raw = [line.encode(way) for line, way in zip(lines, ["utf-8", *ways], strict=True)]
        found.append(odd(f"mixed {seed}", b"".join(raw), table, due=("not UTF-8", "1252")))
    half = joined(rows_of(ledger("western")), ";")
    one_line = half.encode().replace("Señor".encode(), "Señor".encode("cp1252"))
    found.append(odd("both in one line", one_line, ledger("western"), due=("not UTF-8", "line 3")))
    return found


def invisible() -> list[Odd]:
    """Bytes and letters that nobody sees."""
    table = ledger("western")
    plain = joined(rows_of(table), ";")
    mojibake = {**table, "Pelanggan": ["CafÃ© MÃ¼ller", *NAMES["western"][1:]]}
    spaced = plain.replace("Kode", "Kode\u00a0").replace("1250.5", "\u00a01250.5\u2007")
    return [
        odd("zeros at the end", plain.encode() + b"\x00" * 40, table, due=("zero bytes",)),
        odd("zeros between", plain.replace("Café", "Ca\x00fé"), table, due=("zero bytes",)),
        odd("control letters", plain.replace("Café", "Ca\x07fé"), table, due=("invisible",)),
        odd("width zero", plain.replace("00123", "00\u200b123"), table, due=("invisible",)),
        odd("a mark inside", plain.replace("Kode", "\ufeff\ufeffKode"), table, due=("invisible",)),
        odd("direction", plain.replace("2025-01-31", "\u200e2025-01-31"), table, due=("invisible",)),
        odd("non-breaking spaces", spaced, table),
        odd("control Z", plain.encode() + b"\x1a", table),
        odd("encoded twice", joined(rows_of(mojibake), ";"), mojibake, due=("encoded twice",)),
        odd("cut in a letter", _cut_in_a_letter(plain), {**_first(table, 2), "Pelanggan": [NAMES["western"][0], "Señor"], "Tanggal": [DAYS[0], ""], "Jumlah": ["1250.5", ""]}, due=("cut off",)),
        odd("utf-16 cut", plain.encode("utf-16")[:-1], table, due=("cut off",)),
        odd("mixed line ends", _mixed_ends(plain), table),
        odd("blank lines", plain.replace("\n", "\n\n"), table),
        odd("blanks at both ends", "\n\n" + plain + "\n \n\n", table),
    ]  # fmt: skip


def _first(table: dict[str, list[str]], rows: int) -> dict[str, list[str]]:
    return {name: cells[:rows] for name, cells in table.items()}


def _cut_in_a_letter(plain: str) -> bytes:
    return plain.encode()[: plain.encode().index("Ñ".encode()) + 1]


def _mixed_ends(plain: str) -> bytes:
    ends = ["\r\n", "\n", "\r\n", "\n", "\n", "\r\n", "\n"]
    lines = zip(plain.splitlines(), ends, strict=True)
    return "".join(line + end for line, end in lines).encode()


def separators() -> list[Odd]:
    """The ledger cut by every mark people use."""
    table = ledger()
    rows = rows_of(table)
    found = []
    for mark, due in {
        ",": "", ";": "semicolons", "\t": "", "|": "vertical bars", "^": "^", "~": "~",
        "||": "||", "~|~": "~|~", "::": "::", "     ": "spaces", ", ": "", "; ": "semicolons",
        " | ": "vertical bars", ":": ":",
    }.items():  # fmt: skip
        found.append(odd(f"cut by {mark!r}", joined(rows, mark), table, due=(due,) if due else ()))
    hinted = [
        odd(f"hint {first!r}", first + "\n" + joined(rows, mark), table)
        for first, mark in (("sep=;", ";"), ("SEP=,", ","), ('"sep=|"', "|"), ("sep=^", "^"))
    ]
    boxed = [["", *row, ""] for row in rows]
    ruled = [boxed[0], ["", *["---"] * 4, ""], *boxed[1:]]
    psql = joined(rows[:1], " | ") + "-----+-----+-----+----\n" + joined(rows[1:], " | ")
    return [
        *found,
        *hinted,
        odd("markdown", joined(ruled, "|"), table),
        odd("database client", psql + "(6 rows)\n", table),
        odd("trailing marks", joined([[*row, "", ""] for row in rows]), table),
        odd("trailing marks below", joined([rows[0], *([*row, ""] for row in rows[1:])]), table),
        odd("leading marks", joined([["", *row] for row in rows], ";"), table),
        odd("no end of line", joined(rows).rstrip("\n"), table),
    ]


def quotes() -> list[Odd]:
    """Quotation marks used well, otherwise, and badly."""
    table = ledger()

    def quoted(mark: str = '"', between: str = ",") -> str:
        return joined([[f"{mark}{cell}{mark}" for cell in row] for row in rows_of(table)], between)

    def named(names: list[str]) -> dict[str, list[str]]:
        return {**table, "Pelanggan": [*names, *NAMES["plain"][len(names) :]]}

    def lines(cells: list[str]) -> str:
        rows = rows_of(named(cells))
        return joined(rows)

    heights = named(['Monitor 12"', 'Pipa 3/4"', "PT Biasa"])
    broken = named(['"PT Maju'])
    return [
        odd("all quoted", quoted(), table),
        odd("all quoted, semicolons", quoted('"', ";"), table),
        odd("apostrophes", quoted("'"), table),
        odd("apostrophes, tabs", quoted("'", "\t"), table),
        odd("blanks before quotes", quoted('"', ", "), table),
        odd("doubled", lines(['"Toko ""Jaya"""']), named(['Toko "Jaya"'])),
        odd("escaped", lines([r'"Toko \"Jaya\""']), named(['Toko "Jaya"'])),
        odd("comma inside", lines(['"Maju, PT"', '"Jaya, CV"']), named(["Maju, PT", "Jaya, CV"])),
        odd("two lines", lines(['"Toko\nJaya"']), named(["Toko\nJaya"])),
        odd("two lines with commas", lines(['"Jl. A, 5\r\nKota"']), named(["Jl. A, 5\r\nKota"])),
        odd("blank line inside", lines(['"Toko\n\nJaya"']), named(["Toko\n\nJaya"])),
        odd("apostrophe in a name", lines(["Toko D'Best"]), named(["Toko D'Best"])),
        odd("inches", joined(rows_of(heights)), heights),
        odd("inches quoted", lines(['"Monitor 12" LED"']), named(['Monitor 12" LED']), due=("pair up", "row 2")),
        odd("never closed", lines(['"PT Maju']), broken, due=("pair up", "row 2")),
        odd("never closed before another", joined([[*row[:-1], f'"{row[-1]}"'] for row in rows_of(broken)]), broken, due=("pair up", "row 2")),
        odd("never closed in the header", joined([['"Kode', *(f'"{one}"' for one in list(table)[1:])], *rows_of(table)[1:]]), {'"Kode': CODES, **dict(list(table.items())[1:])}, due=("pair up", "row 1")),
        odd("escaped, once not", lines([r'"Toko \"Jaya\" 2"', r'"Toko \"Maju\" 3"', r'"Pipa 3/4" besar"']), named(['Toko "Jaya" 2', 'Toko "Maju" 3', 'Pipa 3/4" besar']), due=("pair up", "row 4")),
        odd("apostrophes inside apostrophes", lines(["'Toko D'Best'", "'Toko L'Amour'", "'Toko O\\'Neil'", "'Toko Jaya'"]), named(["Toko D'Best", "Toko L'Amour", "Toko O\\'Neil", "Toko Jaya"]), due=("pair up", "2, 3, 4")),
        odd("never closed at the end", joined(rows_of(table)) + '"x,y,2025-07-31,5\n', {**table, "Kode": [*CODES, '"x'], "Pelanggan": [*NAMES["plain"], "y"], "Tanggal": [*DAYS, "2025-07-31"], "Jumlah": [*AMOUNTS, "5"]}, due=("pair up", "row 8")),
        odd("guarded numbers", joined(rows_of({**table, "Kode": [f'="{one}"' for one in CODES]})), table),
    ]  # fmt: skip


def ragged() -> list[Odd]:
    """Rows with too many or too few cells: never lost, never moved without a word."""
    table = ledger()
    rows = rows_of(table)
    longer = [*rows[:3], [*rows[3], "catatan"], *rows[4:]]
    with_more = {**table, "Column E": ["", "", "catatan", "", "", ""]}
    shorter = [*rows[:4], rows[4][:2], *rows[5:]]
    with_less = {
        **table,
        "Tanggal": [*DAYS[:3], "", *DAYS[4:]],
        "Jumlah": [*AMOUNTS[:3], "", *AMOUNTS[4:]],
    }
    commas = [rows[0], *([*row[:3], *f"{float(row[3]):.2f}".split(".")] for row in rows[1:])]
    quoted = [rows[0], *([*row[:3], '"' + row[3].replace(".", ",") + '"'] for row in rows[1:])]
    unnamed = [rows[0][:3], *rows[1:]]
    index = [rows[0], *([str(i), *row] for i, row in enumerate(rows[1:], 1))]
    blank_named = [["", *rows[0]], *index[1:]]
    return [
        odd("one longer row", joined(longer), with_more, due=("more cells", "row 4"), may_refuse=True),
        odd("one longer row, semicolons", joined(longer, ";"), with_more, due=("more cells", "row 4"), may_refuse=True),
        odd("one shorter row", joined(shorter), with_less, due=("fewer cells", "row 5")),
        odd("decimal commas cut in two", joined(commas), due=("longer than the header", "semicolons")),
        odd("decimal commas in quotes", joined(quoted), table),
        odd("decimal commas and semicolons", joined(rows, ";").replace(".", ","), table),
        odd("decimal commas and tabs", joined(rows, "\t").replace(".", ","), table),
        odd("a column without a name", joined(unnamed), due=("longer than the header",)),
        odd("an index without a name", joined(index), due=("longer than the header",)),
        odd("an index under a blank", joined(blank_named), {"Column A": list("123456"), **table}, due=("without a header",)),
        odd("every row of another length", "".join("x," * n + "1\n" for n in (1, 5, 2, 7, 3, 6, 4, 8)), due=("no common number",)),
    ]  # fmt: skip


def surroundings() -> list[Odd]:
    """Comments, titles, notes and blank lines round the table."""
    table = ledger()
    rows = rows_of(table)
    plain, semicolons = joined(rows), joined(rows, ";")
    found = []
    for mark in ("#", "//", "--"):
        inside = joined(rows[:4]) + f"{mark} diperiksa, oleh Budi\n" + joined(rows[4:])
        found += [
            odd(f"comments above {mark}", f"{mark} ekspor CRM, versi 2\n{mark} 2025\n" + plain, table),
            odd(f"comment inside {mark}", inside, table),
            odd(f"comment below {mark}", plain + f"{mark} selesai, 6 baris\n", table),
            odd(f"lone comment {mark}", f"{mark} ekspor CRM\n" + semicolons, table),
        ]  # fmt: skip
    numbered = {"#": list("123456"), **table}
    return [
        *found,
        odd("a column called #", joined(rows_of(numbered)), numbered),
        odd("a title", "Laporan Penjualan 2025\n\n" + plain, table),
        odd("titles in two cells", "Cabang;Bandung\nPeriode;Jan 2025\n\n" + semicolons, table),
        odd("a long preamble", "Laporan\nPT Maju\nDicetak oleh Budi\n\n\n" + semicolons, table),
        odd("padded titles", "Laporan;;;\n;;;\n" + semicolons, table),
        odd("a note below", plain + "\nCatatan: angka sementara\n", table),
        odd("a source below", plain + "Sumber: CRM, 2025\n", table),
    ]


def shapes() -> list[Odd]:
    """Very small, very long, very wide, and what only looks like a table."""
    table = ledger()
    rows = rows_of(table)
    wide = {f"K{i}": [str(i), str(i + 0.5)] for i in range(1, 301)}
    long = {**table, "Pelanggan": ["x" * 100_000, *NAMES["plain"][1:]]}
    story = "Kami menjual banyak barang, dan pelanggan senang.\nTahun depan, kami akan menjual lebih banyak lagi.\nTerima kasih.\n"
    code = "import os\nfrom sys import argv\n\ndef main(a, b):\n    return a, b, 3\n"
    sql = "CREATE TABLE x (a int, b int);\nINSERT INTO x VALUES (1, 2);\nINSERT INTO x VALUES (3, 4);\n"
    mail = "Received: from a by b\nSubject: angka\n\nHalo, ini angkanya: 5, 6\n"
    return [
        odd("one row", joined(rows[:2]), _first(table, 1)),
        odd("one row, semicolons", joined(rows[:2], ";"), _first(table, 1)),
        odd("header only", joined(rows[:1]), due=("no table",)),
        odd("one column", "Leads\n5\n6\n7\n", {"Leads": ["5", "6", "7"]}),
        odd("one column of words", "Nama\nAli\nBudi\n", {"Nama": ["Ali", "Budi"]}),
        odd("one word", "halo", due=("one cell only",)),
        odd("300 columns", joined(rows_of(wide)), wide),
        odd("2,001 columns", joined(rows_of({**wide, **{f"L{i}": ["1", "2"] for i in range(1701)}})), due=("2,001", "2,000")),
        odd("a very long cell", joined(rows_of(long)), long),
        odd("empty", b"", due=("empty",)),
        odd("blanks", b" \n\t\r\n", due=("empty",)),
        odd("only zeros", b"\x00" * 500, due=("empty",)),
        odd("a story", story, due=("running text",)),
        odd("a story twice", story * 20, due=("running text",)),
        odd("a program", code, due=("source code",)),
        odd("SQL", sql, due=("SQL",)),
        odd("mail", mail, due=("e-mail",)),
        odd("a script", "#!/bin/sh\necho a,b\necho c,d\n", due=("script",)),
        odd("JSON", '[{"a": 1, "b": 2}, {"a": 3, "b": 4}]', due=("JSON",)),
        odd("JSON lines", '{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n', due=("JSON",)),
        odd("vCard", "BEGIN:VCARD\nN:Budi;A\nEND:VCARD\n", due=("vCard",)),
    ]  # fmt: skip


PARTS = (encodings, mixtures, invisible, separators, quotes, ragged, surroundings, shapes)
