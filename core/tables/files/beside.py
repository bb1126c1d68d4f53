"""What is known of a workbook beside the values calamine reads, whatever its format."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from core.language import Text, text
from core.tables.files.archives import Held
from core.tables.files.biff import Biff
from core.tables.files.marks import Marks
from core.tables.files.opendocument import document_marks
from core.tables.files.package import Bounds, Package
from core.tables.files.sniff import Format

MACROS = text("The workbook holds macros; they were not run.")


@dataclass(frozen=True)
class Beside:
    """The marks of each sheet by its name, and what is true of the whole workbook."""

    marks: Callable[[str], Marks]
    date_1904: bool = False
    notices: list[Text] = field(default_factory=list)


def beside(held: Held, form: Format, bounds: Bounds) -> Beside:
    """What the file says beyond its values; of a file in disorder, nothing. Raises Refusal."""
    if form is Format.XLSX:
        package = _package(held)
        if package is not None:
            found = package
            return Beside(
                lambda sheet: found.marks(sheet, bounds),
                found.date_1904,
                [MACROS] if found.macros else [],
            )
    if form is Format.XLS:
        old = Biff.of(held.content)
        return Beside(old.marks, old.date_1904, [MACROS] if old.macros else [])
    if form is Format.ODS:
        known = document_marks(held.content, bounds)
        return Beside(lambda sheet: known.get(sheet, Marks()))
    return Beside(lambda _: Marks())


def _package(held: Held) -> Package | None:
    try:
        return Package(held)
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
