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
    r"|^(pt|cv|tbk|ud|toko)\b\.?"
    r"|\b(kpi|kinerja|dashboard|performance)\b",
    re.IGNORECASE,
)
_BARE_SHEET = re.compile(
    r"(sheet|lembar|tabel|table|data|rekap|laporan|report|summary|kpi|dashboard)?\s*\d*$",
    re.IGNORECASE,
)


def name_of(raw: RawTable, corner: str, context: Context) -> str:
    """The name of the one metric a table holds: the nearest title, else corner, sheet or file."""
    said = plain(corner)
    if said and not PERIOD_NAMES.search(said) and not corner.startswith("Column "):
        return corner
    own = [one for one in raw.titles if one not in context.shared_titles]
    shared = [one for one in raw.titles if one in context.shared_titles]
    sheet = "" if _BARE_SHEET.match(raw.sheet) else _bare(raw.sheet)
    file = _bare(context.source.rsplit(".", 1)[0].replace("_", " "))
    return _telling(own) or sheet or _telling(shared) or file or "value"


def _telling(titles: list[str]) -> str:
    """The title nearest to the table that can be a metric's name."""
    named = (_bare(one) for one in reversed(titles) if not _NO_NAME.search(one))
    return next((one for one in named if one and not NOTE.match(one.casefold())), "")


def _bare(title: str) -> str:
    """A title without its years and without the words that only say that it is a report."""
    bare = _YEARS.sub(" ", title).strip(" -–—:,.|()")
    bare = " ".join(bare.split())
    return _AROUND.sub("", bare).strip(" -–—:,.|()") or bare
