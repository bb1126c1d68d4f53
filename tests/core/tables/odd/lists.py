"""One column alone in its file: lists with a name and without, and what is none."""

import random

from tests.core.tables.odd.case import Odd

NAMELESS = "No header row was found"
FIRST = "Budi Siti Agus Dewi Rina Joko Made Putu Wayan Tono".split()
LAST = "Santoso Aminah Lestari Gunawan Wijaya Saputra Hidayat".split()


def _file(name: str, lines: list[str], truth: dict[str, list[str]] | None, *due: str) -> Odd:
    end = random.Random(name).choice(["\n", "\r\n"])
    content = (end.join(lines) + end).encode()
    return Odd(name, f"{name}.csv", content, truth, due)


def lists(seed: int) -> list[Odd]:
    """Lists that are surely lists."""
    draw = random.Random(seed)
    n = draw.randint(5, 12)
    whole = [str(draw.randint(100, 900)) for _ in range(n)]
    broken = [f"{draw.randint(1, 99)},{draw.randint(1, 9)}" for _ in range(n)]
    codes = [f"INV-{draw.randint(100, 999):04d}" for _ in range(n)]
    mails = [f"{draw.choice(FIRST).lower()}{i}@contoh.co.id" for i in range(n)]
    people = [f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(n)]
    once = [f"{one} {draw.choice(LAST)}" for one in draw.sample(FIRST, 8)]
    states = [draw.choice(["Lunas", "Terbuka"]) for _ in range(n + 4)]
    days = [f"2025-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}" for _ in range(n)]
    return [
        _file("figures", ["Omzet", *whole], {"Omzet": whole}),
        _file("figures_alone", whole, {"Column A": whole}, NAMELESS),
        _file("decimals", ["Harga", *broken], {"Harga": [one.replace(",", ".") for one in broken]}),
        _file("codes", ["Faktur", *codes], {"Faktur": codes}),
        _file("codes_alone", codes, {"Column A": codes}, NAMELESS),
        _file("mails", ["Surel", *mails], {"Surel": mails}),
        _file("mails_alone", mails, {"Column A": mails}, NAMELESS),
        _file("people", ["Nama Pelanggan", *people], {"Nama Pelanggan": people}),
        _file("reps", ["Sales Rep", *once], {"Sales Rep": once}),
        _file("days", ["Tanggal", *days], {"Tanggal": days}),
        _file("states", ["Keadaan", *states], {"Keadaan": states}),
        _file("titled", ["Daftar cabang 2025", "", "Cabang", *people], {"Cabang": people}, "title"),
        _file(
            "total",
            ["Sales", *whole, "Total 9000"],
            {"Sales": whole},
            "left out",
        ),
        _file("spaced", "Sales\n\n{}".format("\n\n".join(whole)).split("\n"), {"Sales": whole}),
        _file("doubtful", once, {once[0]: once[1:]}, "name of the list"),
    ]


def no_lists() -> list[Odd]:
    """Prose, addresses, programs, logs and letters: each is refused."""
    written = {
        "prose": "Laporan ini dibuat untuk rapat.\nPenjualan naik bulan lalu.\nTerima kasih.",
        "wrapped": "It was the best of times\nit was the worst of times\nit was the age of wisdom\n"
        "it was the age of foolishness",
        "address": "PT Maju Jaya\nJl. Sudirman 12\nJakarta 10220\nTelp 021-5551234",
        "address_words": "Budi Santoso\nJalan Merdeka\nBandung\nJawa Barat\nIndonesia",
        "program": "import os\nprint(1)\nx = 2\nimport sys",
        "pairs": "Nama: Budi\nUmur: 3\nKota: Bogor\nStatus: aktif",
        "poem": "Aku ingin\nMencintaimu\nDengan sederhana\nSeperti kata",
        "markdown": "# Judul\n\nSatu alinea saja di sini.\n\n- satu\n- dua\n- tiga",
        "log": "Jan 01 12:00:00 host app: start now\nJan 01 12:00:07 host app: slow\n"
        "Jan 02 01:00:00 host kernel: end of it all",
        "packages": "pandas\nnumpy>=2\nscipy\npytest",
        "letter": "Yth. Bapak Budi\n\nDengan hormat\n\nKami kirim laporan ini\n\nHormat kami\n"
        "\nAgus",
        "menu": "Catatan rapat\nSetujui anggaran\nTunda perekrutan\nKirim laporan",
    }
    return [_file(name, words.split("\n"), None) for name, words in written.items()]
