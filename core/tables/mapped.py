"""What the columns of an upright table are: of records of a kind, else figures by period."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.language import Text
from core.tables.columns.typed import Typed
from core.tables.context import Context, answered
from core.tables.fields import FIELDS, answered_field, are_records, kind_of, why_other
from core.tables.mapping import KINDS, mapping_of, why_generic
from core.tables.mapping.changes import CHANGED, other_changes, stage_words
from core.tables.model import RawTable, TableKind
from core.tables.unnamed_total import unnamed_totals


@dataclass(frozen=True)
class Mapped:
    """The kind of a table, the field of each column and the reason for it."""

    kind: TableKind
    fields: tuple[str, ...]
    reasons: tuple[Text, ...]
    notices: tuple[Text, ...] = ()


def mapped(
    raw: RawTable, typed: Sequence[Typed], generic: Sequence[str], context: Context
) -> Mapped:
    """`generic`: the fields that types and names alone give to figures by period."""
    kind = kind_of(typed, generic)
    doubted = TableKind.OTHER if are_records(typed, generic) else kind
    said = {
        i: field for i, one in enumerate(typed) if (field := _said(one.name, context)) is not None
    }
    called = f"{raw.sheet} {context.source.rsplit('.', 1)[0]} {' '.join(raw.titles[:2])}"
    summed = unnamed_totals(typed)
    found = mapping_of(typed, said, _kind_said(raw.sheet, context), doubted, called)
    if found is not None:
        fields = tuple(found.columns[i].field for i in range(len(typed)))
        reasons = tuple(found.columns[i].reason for i in range(len(typed)))
        told = (*found.notices, *summed, *_other_changes(typed, fields, found.kind))
        return Mapped(found.kind, fields, reasons, told)
    reasons = tuple(
        why_generic(field, said=answered_field(one.name, context) is not None)
        for one, field in zip(typed, generic, strict=True)
    )
    named = _kind_said(raw.sheet, context) or kind
    why = why_other(typed, generic) if named is TableKind.OTHER else ()
    return Mapped(
        named if named is TableKind.OTHER else kind, tuple(generic), reasons, (*why, *summed)
    )


def _other_changes(
    typed: Sequence[Typed], fields: Sequence[str], kind: TableKind
) -> tuple[Text, ...]:
    """A word on the rows of a history that tell of other fields than the stage."""
    if kind is not TableKind.STAGE_HISTORY or CHANGED not in fields:
        return ()
    one = typed[fields.index(CHANGED)]
    counts = one.values.astype("string").str.strip().value_counts()
    words = [str(word) for word in counts.index if word]
    stages = stage_words(words)
    others = [word for word in words if word not in stages]
    if not stages or not others:
        return ()
    return (other_changes(one.name, others, int(counts[others].sum())),)


def _kind_said(sheet: str, context: Context) -> TableKind | None:
    """The kind the person said a sheet is."""
    said = context.answers.kinds.get(sheet, context.answers.kinds.get("", ""))
    return TableKind(said) if said in set(TableKind) else None


def _said(name: str, context: Context) -> str | None:
    """What the person said a column is: a field of some kind, or as for figures by period."""
    if name not in context.answers.fields:
        return None
    said = answered(context.answers.fields, name)
    known = any(said.partition(":")[0] in kind.ids for kind in KINDS.values())
    return said if known and said not in FIELDS else answered_field(name, context)
