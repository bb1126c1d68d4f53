"""The nouns of exporting: what a column is called and holds, how cells are written, the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    WORD = "word"  # an id of the world, said in the words of the export
    DAY = "day"
    MOMENT = "moment"
    MONEY = "money"
    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """One column: its source in the records, its form, the field it is, its headers.

    `field` is a field of metrics.md, "" where none of its kind fits. `id` is the Indonesian
    header; "" where the system shows the English one to everybody.
    """

    of: str
    form: Form
    field: str
    en: str
    id: str = ""

    def header(self, language: str) -> str:
        """What the column is called in that language."""
        return self.id if language == "id" and self.id else self.en


@dataclass(frozen=True)
class Style:
    """How a system writes cells for a user of that language.

    `day` and `moment` are templates over `t` (the time), `hour` (1 to 12), `half` (AM, PM) and
    `month` (its short name). `money` is the text round the number, with `grouping` between its
    thousands.
    """

    language: str  # en | id
    words: Mapping[str, str]
    day: str = "{t:%Y-%m-%d}"
    moment: str = "{t:%Y-%m-%d %H:%M}"
    money: str = "{}"
    grouping: str = ""
    delimiter: str = ","


def usual_style(language: str, words: Mapping[str, str]) -> Style:
    """As people of that language write.

    English: 2025-12-31 14:30 and bare numbers. Indonesian: 31/12/2025 14.30 and Rp 58.400.000,
    with semicolons.
    """
    if language == "en":
        return Style("en", words)
    return Style("id", words, "{t:%d/%m/%Y}", "{t:%d/%m/%Y %H.%M}", "Rp {}", ".", delimiter=";")


@dataclass(frozen=True)
class Sheet:
    """One table to be written: the file's name, the kind of its records, its columns.

    `above` and `below` are lines round the table of a text file, `quoted` quotes every field.
    """

    name: str
    kind: str
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True)
class ExportFile:
    """One file: its bytes and what is true of it.

    `kind`: a kind of table of metrics.md. `fields`: header -> field, "" for columns that no field
    fits. `rows`: how many records it holds.
    """

    name: str
    content: bytes
    kind: str
    fields: Mapping[str, str]
    rows: int
