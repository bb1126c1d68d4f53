"""What kind of activity a table holds, where no column says it, and how long its durations are.

Systems that keep calls, meetings and mails apart have no column for the kind: the headers say it,
and the beginning of a title (“Demo: …”).
"""

import ibis
import ibis.expr.types as ir

from core.language import text
from core.metrics.records.model import Prepared
from core.metrics.records.sales_words import ACTIVITY
from core.metrics.records.words import plainly
from core.tables.model import Table

_NAMES = {  # what calls, meetings and mails are called in the headers of their own tables
    "call": ("call", "panggilan", "telepon", "dialled"),
    "meeting": ("meeting", "rapat", "pertemuan"),
    "email": ("email", "surel", "e mail"),
    "viewing": ("viewing",),
    "demo": ("demo",),
    "visit": ("visit",),
}
_TITLES = ("name", "title", "subject", "nama", "judul", "subjek", "topik", "perihal")
_TITLED = ("demo", "viewing", "meeting", "call", "visit")  # kinds that titles begin with
_MINUTES, _HOURS = ("minute", "menit", "minutes"), ("hour", "hours", "jam")
_NO_WORD = ibis.null("string")


def typed_by_headers(rows: ir.Table, table: Table) -> Prepared:
    """One table's rows with `type`, when its headers alone tell it, and seconds for durations."""
    rows = _in_seconds(rows, table)
    if "type" in rows.columns:
        return Prepared(rows)
    kind = _named(table)
    if kind is None:
        return Prepared(rows)
    said = text(
        "{place}: no column says what kind of activity it is; by the names of the columns and the "
        "beginning of the titles these are taken as: {kind}.",
        place=table.source,
        kind=KINDS_SAID[kind],
    )
    return Prepared(rows.mutate(type=ibis.coalesce(_titled(rows), ibis.literal(kind))), (said,))


KINDS_SAID = {
    "call": text("calls"),
    "meeting": text("meetings"),
    "email": text("e-mails"),
    "viewing": text("viewings"),
    "demo": text("demos"),
    "visit": text("visits"),
}


def _named(table: Table) -> str | None:
    """The kind that most headers name, or the file and its sheet."""
    headers = [f" {plainly(column.name)} " for column in table.columns]
    places = [f" {plainly(one)} " for one in (table.sheet, table.source)]
    for named in (headers, places):
        found = {
            kind: sum(any(f" {word}" in one for word in words) for one in named)
            for kind, words in _NAMES.items()
        }
        best = max(found, key=lambda kind: found[kind])
        if found[best] and sorted(found.values())[-2] < found[best]:
            return best
    return None


def _titled(rows: ir.Table) -> ir.Value:
    """The kind a title begins with."""
    for name in rows.columns:
        words = plainly(name).split()
        if rows[name].type().is_string() and any(word in _TITLES for word in words):
            title = rows[name].lower()
            cases = [
                (title.startswith(word), kind)
                for kind in _TITLED
                for word in sorted(ACTIVITY.words[kind])
            ]
            return ibis.cases(*cases, else_=_NO_WORD)
    return _NO_WORD


def _in_seconds(rows: ir.Table, table: Table) -> ir.Table:
    """Durations that their header gives in minutes or hours, in seconds."""
    if "duration_s" not in rows.columns or not rows["duration_s"].type().is_numeric():
        return rows
    name = next(column.name for column in table.columns if column.field == "duration_s")
    words = plainly("".join(f" {one}" if one.isupper() else one for one in name)).split()
    each = 60.0 if set(words) & set(_MINUTES) else 3600.0 if set(words) & set(_HOURS) else 1.0
    return rows.mutate(duration_s=rows["duration_s"] * each)
