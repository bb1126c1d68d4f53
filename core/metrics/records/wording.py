"""The words of an export in place of which the values of a field stand; those unknown are said."""

from collections.abc import Sequence

import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.vocabularies import vocabulary
from core.tables.mapping import KINDS
from core.tables.model import TableKind

MOST = 12  # words listed in a notice


def in_own_words(kind: TableKind, rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Every field with few values said in those; a word that is not known stays as written."""
    notices: list[Text] = []
    for field in sorted(KINDS[kind].ids & set(rows.columns)):
        known, column = vocabulary(kind, field), _as_words(rows[field], kind)
        if known is None or not column.type().is_string():
            continue
        meant, unknown = dict[str, str](), list[str]()
        for word in engine.words(column):
            said = names.meant(field, word)
            value = (known.value(said) or said) if said else known.value(word)
            meant[word] = value or known.rest or word
            unknown += [] if value else [word]
        rows = rows.mutate(**{field: column.substitute(meant) if meant else column})
        notices += _said(names.of(field), unknown)
    return Prepared(rows, tuple(notices))


def _as_words(column: ir.Column, kind: TableKind) -> ir.Column:
    """Codes and yes and no as words, so that what they mean can be said."""
    if kind not in (TableKind.LEADS, TableKind.ACTIVITIES) or column.type().is_timestamp():
        return column
    whole = column.cast("int64") if column.type().is_floating() else column
    return whole.cast("string")


def _said(name: str, unknown: Sequence[str]) -> list[Text]:
    if not unknown:
        return []
    return [
        text(
            "In “{column}” these words are not known and are taken for none of the usual ones: "
            "{words}. Say what one means with --outcome.",
            column=name,
            words=", ".join(unknown[:MOST]) + (" …" if len(unknown) > MOST else ""),
        )
    ]
