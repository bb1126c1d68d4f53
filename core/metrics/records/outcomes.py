"""Whether a deal is won, lost, open or something else: by its status, else by its stage.

A status of yes and no (Salesforce's “Won”) leaves lost and open apart by the stage, else by a
column that says closed. A word that says closed without saying how is `other`, and that is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.words import OUTCOME, Vocabulary, plainly

_CLOSED = Vocabulary(
    {"closed": frozenset("closed tutup ditutup tertutup selesai done completed finished".split())}
)
_CANCELLED = frozenset("batal dibatalkan cancelled canceled".split())
_FLAGS = frozenset(("closed", "is closed", "isclosed", "tertutup", "ditutup"))
_MOST = 12  # words listed in a notice


@dataclass(frozen=True)
class Outcomes:
    """Deals with `status` said as won | lost | open | other; None: nothing tells it."""

    rows: ir.Table
    known: bool
    notices: tuple[Text, ...] = ()


def with_outcomes(
    rows: ir.Table, names: Mapping[str, str], said: Mapping[str, str], engine: Engine
) -> Outcomes:
    """`names`: field -> the column's name as written; `said`: “Column:word” -> outcome."""
    status, stage = (rows[one] if one in rows.columns else None for one in ("status", "stage"))
    if status is None and stage is None:
        return Outcomes(rows, known=False)
    by_stage, _ = _worded(stage, names.get("stage", ""), said, engine)
    if status is not None and status.type().is_boolean():
        rest = ibis.coalesce(_without_won(by_stage), _by_flag(rows), ibis.literal("open"))
        return Outcomes(rows.mutate(status=status.fill_null(False).ifelse("won", rest)), True)
    by_status, unknown = _worded(status, names.get("status", ""), said, engine)
    closed = _closed(status)
    outcome = ibis.coalesce(by_status, by_stage, closed, ibis.literal("open"))
    return Outcomes(rows.mutate(status=outcome), True, _said(names.get("status", ""), unknown))


def _worded(
    column: ir.Column | None, name: str, said: Mapping[str, str], engine: Engine
) -> tuple[ir.Value, list[str]]:
    """The outcome each word of a column stands for, null for others; and those others."""
    if column is None or not column.type().is_string():
        return ibis.null("string"), []
    written = engine.words(column)
    meant = {one: said.get(f"{name}:{one}") or OUTCOME.value(one) for one in written}
    if "lost" not in meant.values():
        meant |= {one: "lost" for one in written if plainly(one) in _CANCELLED}
    known = {one: value for one, value in meant.items() if value is not None}
    unknown = [one for one, value in meant.items() if value is None]
    return (
        column.substitute(known, else_=ibis.null("string")) if known else ibis.null("string")
    ), [one for one in unknown if _CLOSED.value(one) is None]


def _closed(column: ir.Column | None) -> ir.Value:
    """`other` where a word says closed and not how."""
    if column is None or not column.type().is_string():
        return ibis.null("string")
    words = [word for known in _CLOSED.words.values() for word in known]
    return column.lower().strip().isin(words).ifelse("other", ibis.null("string"))


def _without_won(by_stage: ir.Value) -> ir.Value:
    return by_stage.nullif("won")


def _by_flag(rows: ir.Table) -> ir.Value:
    """`lost` where a column says closed: these are not won."""
    for name in rows.columns:
        if plainly(name) in _FLAGS and rows[name].type().is_boolean():
            return rows[name].ifelse("lost", ibis.null("string"))
    return ibis.null("string")


def _said(name: str, unknown: list[str]) -> tuple[Text, ...]:
    if not unknown:
        return ()
    said = text(
        "In “{column}” these words say neither won nor lost, so the deals count as open: {words}. "
        "If that is wrong, say what a word means (--outcome).",
        column=name,
        words=", ".join(unknown[:_MOST]),
    )
    return (said,)
