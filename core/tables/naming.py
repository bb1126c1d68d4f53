"""What a table without a column of metric names is called: its title, its corner, its sheet."""

import re

from core.tables.context import Context
from core.tables.model import RawTable
from core.tables.words import NOTE, PERIOD_NAMES, plain

_YEARS = re.compile(
    r"\b(tahun|thn|year|periode|period)?\s*(?:19|20)\d\d(\s*(-|–|—|/|s/d|sd|to|sampai|hingga)\s*(?:19|20)\d\d)*\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^((laporan|rekap|rekapitulasi|data|tabel|table|report|ringkasan|summary)\s+)+(?=\S)"
    r"|\s+(bulanan|per bulan|mingguan|per minggu|per kuartal|triwulanan|monthly|by month|per month"
    r"|weekly|by week|quarterly|by quarter)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^\(.*\)$|:|^(dalam|in)\s+(rp|idr|rupiah|juta|jutaan|ribu|ribuan|million|thousand|usd)"
    r"|^(pt|cv|tbk|ud|toko)\b\.?",
    re.IGNORECASE,
)
_BARE_SHEET = re.compile(r"(sheet|lembar|tabel|table|data)\s*\d*$", re.IGNORECASE)


def name_of(raw: RawTable, corner: str, context: Context) -> str:
    """The name of the one metric a table holds: the nearest title, else corner, sheet or file."""
    said = plain(corner)
    if said and not PERIOD_NAMES.search(said) and not corner.startswith("Column "):
        return corner
    for title in reversed(raw.titles):
        telling = not _NO_NAME.search(title) and not NOTE.match(title.casefold())
        if telling and (bare := _bare(title)):
            return bare
    if raw.sheet and not _BARE_SHEET.match(raw.sheet) and (bare := _bare(raw.sheet)):
        return bare
    return _bare(context.source.rsplit(".", 1)[0].replace("_", " ")) or "value"


def _bare(title: str) -> str:
    """A title without its years and without the words that only say that it is a report."""
    bare = _YEARS.sub(" ", title).strip(" -–—:,.|()")
    bare = " ".join(bare.split())
    return _AROUND.sub("", bare).strip(" -–—:,.|()") or bare
