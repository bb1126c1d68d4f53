"""The words a sales manager's sheet is written with, in Indonesian and English.

Everything here is lower case and compared after `plain`. Months are told by their first three
letters and the spellings that break that rule (Mei, Agt, Ags, Okt, Nop, Des, Peb).
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari jnr",
            "feb february februari peb pebruari febr",
            "mar march maret mrt mart",
            "apr april",
            "may mei",
            "jun june juni",
            "jul july juli",
            "aug august agustus agu agt ags agst agust",
            "sep sept september septem",
            "oct october oktober okt",
            "nov november nop nopember nopem",
            "dec december desember des",
        ),
        start=1,
    )
    for name in names.split()
}
INDONESIAN_MONTHS = frozenset(
    "januari februari peb pebruari maret mei juni juli agustus agu agt ags okt oktober nop "
    "nopember des desember".split()
)
ENGLISH_MONTHS = frozenset(
    "january february march may june july aug august oct october dec december".split()
)
WEEKDAYS = (
    "senin selasa rabu kamis jumat jum'at sabtu minggu monday tuesday wednesday thursday friday "
    "saturday sunday mon tue wed thu fri sat sun sen sel rab kam jum sab"
).split()
MISSING = frozenset(
    {"", "-", "--", "---", "–", "—", ".", "..", "...", "?", "n/a", "na", "n.a.", "n.a", "#n/a"}
    | {f"{money} {dash}" for money in ("rp", "rp.", "idr", "$", "usd") for dash in "-–"}
    | {f"{money}-" for money in ("rp", "rp.", "idr", "$")}
    | {"null", "(null)", "none", "nan", "nil", "kosong", "tidak ada", "tdk ada", "belum ada"}
    | {"blm ada", "belum", "tba", "tbd", "no data", "tidak ada data", "missing", "unknown"}
    | {"nihil", "belum tersedia", "tidak tersedia", "tdk tersedia", "belum diisi", "not available"}
    | {"tidak diketahui", "belum diketahui", "not applicable", "<null>", "\\n", "nat", "#na"}
)
NIL = frozenset({"nihil", "nil"})  # missing too, but a reader may have meant zero
ERRORS = frozenset(
    {
        "#DIV/0!",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    }
)
TRUE = frozenset({"true", "yes", "y", "ya", "benar", "iya", "✓", "✔", "☑", "✅"})
FALSE = frozenset({"false", "no", "n", "tidak", "salah", "tdk", "✗", "✘", "✕", "☐", "❌"})

INDONESIAN = INDONESIAN_MONTHS | frozenset(
    "bulan tahun tanggal tgl minggu pekan hari triwulan kuartal jumlah rata-rata rerata "
    "pendapatan penjualan omzet omset realisasi capaian pencapaian cabang pelanggan prospek "
    "kunjungan laporan catatan sumber keterangan nilai satuan indikator pertemuan pesanan "
    "permintaan peluang biaya laba rp rupiah jutaan ribuan miliar juta ribu periode dan dengan "
    "wilayah produk rekap sementara lembar tamu kamar stok persediaan "
    "panggilan uji coba pemesanan pembatalan produksi kinerja".split()
)
ENGLISH = ENGLISH_MONTHS | frozenset(
    "month date week year quarter day revenue sales customers meetings calls orders report source "
    "note notes the of and value metric amount branch region period visits bookings".split()
)

PERIOD_NAMES = re.compile(
    r"\b(period|periode|bulan|bln|month|months|tanggal|tgl|date|dates|tahun|thn|year|week|minggu"
    r"|pekan|quarter|kuartal|kwartal|triwulan|hari|day|waktu|time|masa|ds|fy|created|closed)\b"
    r"|(_at|_on|_date)$|^(tanggal|tgl|date|bulan)"
)
YEAR_NAMES = re.compile(r"^(tahun|thn|th|year|yr|fy|fiscal year|tahun buku|tahun anggaran)\.?$")
MONTH_NAMES = re.compile(r"^(bulan|bln|month|months|mo|nama bulan|bulan ke|month name)\.?$")
QUARTER_NAMES = re.compile(r"^(kuartal|kwartal|triwulan|tw|quarter|qtr|q)\.?$")
WEEK_NAMES = re.compile(r"^(minggu|minggu ke|pekan|pekan ke|week|wk|week no|weeknum)\.?$")
DAY_NAMES = re.compile(r"^(tanggal|tgl|hari|hari ke|day|date|d)\.?$")
METRIC_NAMES = re.compile(
    r"\b(kpi|metric|metrics|metrik|indikator|indicator|ukuran|measure|item|uraian|keterangan"
    r"|parameter|deskripsi|description|account|akun|pos|aktivitas|activity|variable|variabel)\b"
)
VALUE_NAMES = re.compile(
    r"\b(value|nilai|realisasi|aktual|actual|actuals|hasil|angka|jumlah|real|capaian|amount)\b"
)
TARGET_NAMES = re.compile(r"\b(target|sasaran|budget|anggaran|goal|plan|rencana|rkap)\b")
ACTUAL_NAMES = re.compile(r"\b(realisasi|aktual|actual|actuals|real|act|hasil|result)\b")
UNIT_NAMES = re.compile(r"^(unit|satuan|uom|units|sat)\.?$")
NUMBERING = re.compile(r"^(no|no\.|nomor|#|num|nr|s/n|urut|no urut|index)$")
IDENTITY = re.compile(r"(^|[^a-z])(id|kode|code|invoice|faktur|email|e-mail|telepon|phone|no hp)\b")
# A column of numbers is no measure only when its name says number or code outright: "Telepon
# penjualan" counts calls, "Email terkirim" counts mails.
NUMBERED = re.compile(r"^(id|kode|code|no hp|npwp|nik)$|^(id|kode|code)\b|\b(id|kode|code)$")
PEOPLE = re.compile(r"\b(pic|owner|penanggung jawab|sales|nama|name|pj)\b")

TOTAL = re.compile(
    r"^(grand[\s-]*totals?|sub[\s-]*totals?|totals?|jumlah|jml|sum|rata[\s-]*rata|rerata|rataan"
    r"|average|avg|mean|median|ytd|year to date|mtd|qtd|kumulatif|cumulative|akumulasi|total akhir"
    r"|s/d|total keseluruhan|keseluruhan|overall|maks|maksimum|maximum|max|minimum|min|tertinggi"
    r"|terendah|highest|lowest|std dev|stdev|standard deviation|standar deviasi|simpangan baku)\b"
)
LONGER = re.compile(r"^(fy|full year|setahun|tahunan|tahun|h[12]|s[12]|semester|smt)\b")  # periods
NOTE = re.compile(
    r"^(\*|catatan|note|notes|nb|n\.b|sumber|source|keterangan|ket|ps|disclaimer|updated|update"
    r"|diperbarui|dicetak|printed|generated|dibuat|disusun|disetujui|mengetahui|approved|prepared"
    r"|last update|per tanggal|\(\*|†|1\)|2\)|#)"
)
PAGE = re.compile(
    r"^\W*(?:halaman|hal|hlm|page|pg)\W*\d+(?:\s*(?:dari|of|/)\s*\d+)?\W*$|^\W*lanjutan\W*$"
    r"|^\W*continued\W*$"
)
UNFINISHED = re.compile(
    r"\b(s/d|s\.d\.?|sampai(?: dengan)?|hingga|as of|as at|until|through|up to|per(?: tanggal)?"
    r"|posisi|data per|mtd|update[d]?|berjalan)\b"
)

_SPACES = re.compile(r"\s+")


def plain(words: str) -> str:
    """Lower case, single spaces, no ornament at either end: how words are compared."""
    return _SPACES.sub(" ", words.replace("_", " ")).strip(" \t\n:.*•-–—").casefold()


def is_missing(words: str) -> bool:
    """Whether a cell says that its value is unknown."""
    return not words[:1].isdecimal() and " ".join(words.split()).casefold() in MISSING


def language_of(texts: list[str]) -> str:
    """`id`, `en` or `` when the words do not tell; English terms inside Indonesian count less."""
    seen = {part for words in texts for part in re.findall(r"[a-z-]+", words.casefold())}
    indonesian, english = len(seen & INDONESIAN), len(seen & ENGLISH)
    if indonesian and indonesian >= english / 2:
        return "id"
    return "en" if english else ""
