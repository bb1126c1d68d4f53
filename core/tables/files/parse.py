"""Bytes -> sheets, inside the limited process: the one door through which files are read."""

from dataclasses import dataclass

from core.errors import Place
from core.language import Text, text
from core.settings import Settings
from core.tables.files.archives import Held, unwrapped
from core.tables.files.columnar import read_arrow, read_parquet
from core.tables.files.opendocument import packed_flat
from core.tables.files.sheets import Sheet
from core.tables.files.sniff import Format, disagrees, format_of, refuse_size
from core.tables.files.spreadsheetml import read_spreadsheetml
from core.tables.files.textual import read_text
from core.tables.files.webpage import read_webpage
from core.tables.files.workbook import read_workbook

ONE_SHEET = {
    Format.DELIMITED: read_text,
    Format.HTML: read_webpage,
    Format.PARQUET: read_parquet,
    Format.ARROW: read_arrow,
}


@dataclass(frozen=True)
class Parsed:
    """The sheets of one file and what was noticed about the file as a whole."""

    sheets: list[Sheet]
    notices: list[Text]


def parse(content: bytes, source: str, limits: Settings) -> Parsed:
    """The sheets of a file. Raises Refusal."""
    refuse_size(content, Place(source), limits)
    held = unwrapped(content, source, limits)
    form = format_of(held, source, limits)
    notices = list(held.notices)
    if disagrees(form, held.name):
        notices.append(
            text(
                "The name ends like another format, but the content is {form}; read as that.",
                form=form.value.upper(),
            )
        )
    if form in ONE_SHEET:
        return Parsed([ONE_SHEET[form](held.content, source, limits)], notices)
    if form is Format.SPREADSHEETML:
        return Parsed(read_spreadsheetml(held.content, source, limits), notices)
    sheets, told = _workbook(held, form, source, limits)
    return Parsed(sheets, [*notices, *told])


def _workbook(
    held: Held, form: Format, source: str, limits: Settings
) -> tuple[list[Sheet], list[Text]]:
    if form is Format.FODS:
        flat = Held(packed_flat(held.content), held.name)
        return read_workbook(flat, Format.ODS, source, limits)
    return read_workbook(held, form, source, limits)
