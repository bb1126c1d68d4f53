"""The reading process made ready: what every file needs anew in its child is worked out once here.

Lists of names become senses, patterns are compiled and libraries loaded on first use; a child that
is forked after that starts with all of it.
"""

from core.tables.files.lying import grid_of
from core.tables.files.sheets import Sheet
from core.tables.read import understood

_ROWS = (
    ("Order ID", "Created", "Region", "Amount", "Note"),
    ("A-1", "2024-01-31", "Barat", "1250.5", "Minta diskon"),
    ("A-2", "2024-02-29", "Timur", "980.25", "Kirim proposal"),
    ("A-3", "2024-03-31", "Barat", "1100.75", "Menunggu anggaran"),
)


def make_ready() -> None:
    """Understand a small sheet of orders."""
    sheet = Sheet("")
    for row in _ROWS:
        sheet.append_text(list(row))
    understood((grid_of(sheet),), "")
