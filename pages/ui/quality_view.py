"""The quality of a table on screen."""

from core.tables import Table
from pages.ui.session import OpenFile


def show(file: OpenFile, table: Table) -> None:
    """Nothing yet."""
