"""Bytes -> sheets, inside the limited process: the one door through which files are read."""

from dataclasses import dataclass

from core.errors import Place
from core.language import Text, text
from core.settings import Settings
from core.tables.columnar import read_parquet
from core.tables.delimited import cut
from core.tables.encoding import decode
from core.tables.sheets import Sheet, check_size
from core.tables.sniff import Format, disagrees, format_of
from core.tables.workbook import read_workbook


@dataclass(frozen=True)
class Parsed:
    """The sheets of one file and what was noticed about the file as a whole."""

    sheets: list[Sheet]
    notices: list[Text]


def parse(content: bytes, source: str, limits: Settings) -> Parsed:
    """The sheets of a file. Raises Refusal."""
    form = format_of(content, source, limits)
    notices = []
    if disagrees(form, source):
        notices.append(
            text(
                "The name ends like another format, but the content is {form}; read as that.",
                form=form.value.upper(),
            )
        )
    if form is Format.PARQUET:
        return Parsed([read_parquet(content, source, limits)], notices)
    if form is Format.DELIMITED:
        return Parsed([_read_text(content, source, limits)], notices)
    return Parsed(read_workbook(content, form, source, limits), notices)


def _read_text(content: bytes, source: str, limits: Settings) -> Sheet:
    decoded = decode(content, source)
    pieces = cut(decoded.text)
    sheet = Sheet("")
    sheet.notices += [*decoded.notices, *pieces.notices]
    place = Place(source)
    cells = 0
    for row in pieces.rows:
        while row and not row[-1].strip():
            row.pop()
        cells += len(row)
        sheet.append_text(row)
        check_size(sheet.height, len(sheet.cells), limits, place, max(1, cells))
    return sheet
