"""Bytes -> sheets, inside the limited process: the one door through which files are read."""

from dataclasses import dataclass

from core.language import Text, text
from core.settings import Settings
from core.tables.columnar import read_parquet
from core.tables.sheets import Sheet
from core.tables.sniff import Format, disagrees, format_of
from core.tables.textual import read_text
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
        return Parsed([read_text(content, source, limits)], notices)
    return Parsed(read_workbook(content, form, source, limits), notices)
