"""Rows of one kind under the field names of metrics.md, ready for expressions."""

from dataclasses import dataclass

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
