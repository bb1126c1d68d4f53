"""Files a person might drop, made on the spot."""

import io
import zipfile

import numpy as np
import xlsxwriter

MONTHS = 60


def _series(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Calls, and revenue that repeats them three months later."""
    rng = np.random.default_rng(seed)
    calls = 400 + 4 * np.arange(MONTHS) + rng.normal(0, 40, MONTHS)
    later = np.concatenate([calls[:3], calls[:-3]])
    return calls.round(), (later * 1.5 + rng.normal(0, 15, MONTHS)).round(2)


def ambiguous_dates(seed: int = 1) -> bytes:
    """A CSV whose dates can all be read day first or month first, irregular under neither."""
    calls, revenue = _series(seed)
    days = np.random.default_rng(5).permutation(12)[:1] + 1
    lines = ["Tanggal,Telepon penjualan,Pendapatan"]
    for at in range(MONTHS):
        year, month = divmod(at, 12)
        lines.append(f"{month + 1:02d}/{month + 1:02d}/{2020 + year},{calls[at]},{revenue[at]}")
    lines[1] = lines[1].replace("01/01", f"01/{days[0]:02d}", 1)
    return "\n".join(lines).encode()


def decimal_comma_csv() -> bytes:
    """A semicolon CSV with Indonesian months and numbers."""
    calls, revenue = _series(3)
    names = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    lines = ["Bulan;Telepon penjualan;Pendapatan"]
    for at in range(MONTHS):
        money = f"{revenue[at]:,.2f}".translate(str.maketrans(",.", ".,"))
        lines.append(f"{names[at % 12]} {2020 + at // 12};{calls[at]:.0f};{money}")
    return "\n".join(lines).encode("cp1252")


def _workbook(rows: list[list[object]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return content.getvalue()


def far_cell() -> bytes:
    """One value in the last cell a sheet can have: it makes a careless reader ask for 550 GB."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook([[1]]))) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b'r="A1"', b'r="XFD1048576"').replace(b'r="1"', b'r="1048576"')
            new.writestr(name, part)
    return content.getvalue()


def bad_files() -> list[tuple[str, bytes]]:
    """(file name, content) of what must be refused in words."""
    whole = _workbook([["Bulan", "Pendapatan"], ["Jan 2024", 1], ["Feb 2024", 2]])
    return [
        ("kosong.xlsx", b""),
        ("rusak.xlsx", whole[: len(whole) // 2]),
        ("laporan.xlsx", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
        ("program.csv", b"MZ\x90\x00" + bytes(200)),
        ("terkunci.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)),
        ("jauh.xlsx", far_cell()),
    ]


def monthly(months: int, *, revised: bool = False, shuffled: bool = False) -> bytes:
    """A KPI workbook with so many months of 2024 on; its first January may be revised."""
    calls, revenue = _series(4)
    rows = [
        [f"{2024 + at // 12}-{at % 12 + 1:02d}", float(calls[at]), float(revenue[at])]
        for at in range(months)
    ]
    if revised:
        rows[0][2] = round(float(revenue[0]) * 0.96, 2)
    if shuffled:
        rows = [rows[at] for at in np.random.default_rng(1).permutation(months)]
    return _workbook([["Bulan", "Telepon penjualan", "Pendapatan"], *rows])
