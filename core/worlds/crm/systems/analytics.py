"""Google Analytics 4: a report by day and channel, with comment lines above it."""

import pandas as pd

from core.worlds.crm.model import Company
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, Style, csv_file

_COUNTED = ["sessions", "engaged_sessions", "users", "new_users", "key_events"]
_FIGURES = (
    Column("sessions", Form.NUMBER, "sessions", "Sessions", "Sesi"),
    Column("engaged_sessions", Form.NUMBER, "engaged_sessions", "Engaged sessions",
           "Sesi engagement"),
    Column("users", Form.NUMBER, "users", "Users", "Pengguna"),
    Column("key_events", Form.NUMBER, "key_events", "Key events", "Peristiwa utama"),
)  # fmt: skip
_DAY = Column("day", Form.DAY, "occurred_at", "Date", "Tanggal")
_CHANNELS = (
    Column(
        "channel", Form.WORD, "channel", "Session primary channel group (Default Channel Group)",
        "Grup saluran utama sesi (Grup Saluran Default)",
    ),
    _DAY,
    *_FIGURES,
)  # fmt: skip
_PAGES = (Column("path", Form.TEXT, "page", "Landing page", "Halaman landing"), _DAY, *_FIGURES)
_PATHS = {
    "home": "/",
    "cashier": "/product/cashier",
    "warehouse": "/product/warehouse",
    "fleet": "/product/fleet",
    "pricing": "/pricing",
}


def analytics(company: Company, language: str) -> tuple[ExportFile, ...]:
    """Traffic by day and channel, and by day and landing page."""
    style = Style(language, words_in(language), day="{t:%Y%m%d}")
    seen = company.traffic
    by_page = _added(seen, "page")
    by_page["path"] = by_page["page"].map(_PATHS)
    return (
        _report(f"ga4-traffic-{language}.csv", _CHANNELS, _added(seen, "channel"), style),
        _report(f"ga4-landing-pages-{language}.csv", _PAGES, by_page, style),
    )


def _added(seen: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row for each day and `by`; users are added though a person may come twice."""
    return seen.groupby(["day", by], sort=True, as_index=False)[_COUNTED].sum()


def _report(
    name: str, columns: tuple[Column, ...], records: pd.DataFrame, style: Style
) -> ExportFile:
    first, last = records["day"].min(), records["day"].max()
    above = (
        "# ----------------------------------------",
        "# Traffic acquisition",
        "# Account: Sinar Perangkat",
        "# Property: sinarperangkat.example - GA4",
        "# ----------------------------------------",
        "# ",
        "# All Users",
        f"# Start date: {first:%Y%m%d}",
        f"# End date: {last:%Y%m%d}",
    )
    return csv_file(Sheet(name, "web_traffic", columns, above), records, style)
