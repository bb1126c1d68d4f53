"""Rows of one kind under the field names of metrics.md, ready for expressions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis.expr.types as ir

from core.errors import Place
from core.language import Text
from core.tables.model import TableKind

ROW, TABLE = "row_number_in_table", "table_number"  # where a row was read: position, which table


@dataclass(frozen=True)
class Records:
    """All rows of one kind, from one table or several.

    `rows` has one column for each field in `fields` (moments as timestamps, amounts as float64,
    words trimmed and, where a field has its own words, said in those: won, lost, open …), the
    other columns of the table under their own names, and ROW and TABLE.
    """

    kind: TableKind
    rows: ir.Table
    fields: frozenset[str]
    place: Place
    notices: tuple[Text, ...] = ()
    connected: bool = False  # the rows lie in a source: ROW tells nothing
    sources: Mapping[int, Text] = field(default_factory=dict)  # number of a table -> where it is


@dataclass(frozen=True)
class Prepared:
    """Rows on their way to records, and what is to be said of them."""

    rows: ir.Table
    notices: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Names:
    """What the columns of each field are called in the files, and what the person says of words.

    `said`: “Column:word” -> the value that word stands for.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    def of(self, field: str) -> str:
        """The columns of a field as the person knows them."""
        return ", ".join(self.columns.get(field, ()))

    def meant(self, field: str, word: str) -> str | None:
        """What the person says a word of that field means."""
        names = (f"{name}:{word}" for name in self.columns.get(field, ()))
        return next((self.said[name] for name in names if name in self.said), None)
