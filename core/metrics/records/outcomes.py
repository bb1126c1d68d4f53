"""Whether a deal is won, lost, open or something else: by its status, else by its stage.

A status of yes and no (Salesforce's “Won”) leaves lost and open apart by the stage, else by a
column that says closed. A word that says closed without saying how is `other`, and that is said.
"""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.words import Vocabulary, ended, plainly
from core.tables.mapping import tokens
from core.tables.model import Table

_CLOSED = Vocabulary(
    {"closed": frozenset("closed tutup ditutup tertutup selesai done completed finished".split())}
)
_PRESUMED = {  # what salespeople also call it, where no word of its own says it
    "won": frozenset("deal closing goal selesai".split()),
    "lost": frozenset("batal dibatalkan cancelled canceled".split()),
}
_STAGE_ON_THE_WAY = "closing"  # as a stage it is one still open
_FLAGS = frozenset(("closed", "is closed", "isclosed", "tertutup", "ditutup"))
_NOT_WON, _CLOSED_NOT_WON = "(not won)", "(closed, not won)"
_NOTHING = ibis.null("string")
_ENDS = {"won": "lost", "lost": "won"}
_MOST = 12  # words listed in a notice


def told_by_headers(rows: ir.Table, table: Table) -> Prepared:
    """One table's deals, with what only its headers tell of how and when they ended."""
    rows = _closed_either_way(rows, table)
    return Prepared(_flags_in_words(rows))


def _closed_either_way(rows: ir.Table, table: Table) -> ir.Table:
    """The close where winning and losing have a day each; of both the later."""
    own = next((one.name for one in table.columns if one.field == "closed_at"), "")
    wanted = _ENDS.get(next(iter(_ENDS.keys() & _senses(own)), ""))
    if wanted is None or "closed_at" not in rows.columns:
        return rows
    for name in rows.columns:
        if wanted in _senses(name) and rows[name].type() == rows["closed_at"].type():
            day, other = rows["closed_at"], rows[name]
            return rows.mutate(closed_at=ibis.coalesce(ibis.greatest(day, other), day, other))
    return rows


def _senses(name: str) -> set[str]:
    return {sense for token in tokens(name) for sense in token}


def _flags_in_words(rows: ir.Table) -> ir.Table:
    """A status of yes and no, said in words that tables of other files can stand beside."""
    if "status" not in rows.columns or not rows["status"].type().is_boolean():
        return rows
    rest: ir.Value = ibis.literal(_NOT_WON)
    for name in rows.columns:
        if plainly(name) in _FLAGS and rows[name].type().is_boolean():
            rest = rows[name].fill_null(False).ifelse(_CLOSED_NOT_WON, _NOT_WON)
            break
    return rows.mutate(status=rows["status"].fill_null(False).ifelse("won", rest))


def with_outcomes(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Deals with `status` said as won | lost | open | other; as they are where nothing tells it."""
    status, stage = (rows[one] if one in rows.columns else None for one in ("status", "stage"))
    if status is None and stage is None:
        return Prepared(rows)
    words = {name: _words(column, engine) for name, column in (("s", status), ("t", stage))}
    presumed = _presumed({"status": words["s"], "stage": words["t"]}, names)
    by_status, unknown = _meant("status", status, words["s"], names, presumed)
    by_stage, _ = _meant("stage", stage, words["t"], names, presumed)
    parts = [by_status, *_flagged(status, by_stage), by_stage, _closed(status), _closed(stage)]
    outcome = ibis.coalesce(*parts, ibis.literal("open"))
    said = (*_said(names.of("status"), unknown), *_told_of(presumed))
    return Prepared(rows.mutate(status=outcome), said)


def _presumed(written: Mapping[str, Sequence[str]], names: Names) -> dict[str, str]:
    """Word -> won | lost, for an outcome that no word says but one that often stands for it.

    “Selesai” tells a win only where others are said to be lost.
    """
    said = {
        names.meant(field, one) or ended(one) for field, every in written.items() for one in every
    }
    found = {
        word: outcome
        for outcome, often in _PRESUMED.items()
        if outcome not in said
        for field, every in written.items()
        for word in every
        if plainly(word) in often and not (field == "stage" and plainly(word) == _STAGE_ON_THE_WAY)
    }
    if "lost" not in {*said, *found.values()}:
        found = {one: value for one, value in found.items() if plainly(one) != "selesai"}
    return found


def _told_of(presumed: Mapping[str, str]) -> list[Text]:
    won = [one for one, value in presumed.items() if value == "won"]
    if not won:
        return []
    said = text(
        "No deal is called won; “{words}” is taken for it. "
        "If that is wrong, say what a word means (--outcome).",
        words=", ".join(won),
    )
    return [said]


def _words(column: ir.Column | None, engine: Engine) -> Sequence[str]:
    return engine.words(column) if column is not None and column.type().is_string() else ()


def _meant(
    field: str,
    column: ir.Column | None,
    written: Sequence[str],
    names: Names,
    presumed: Mapping[str, str],
) -> tuple[ir.Value, list[str]]:
    """The outcome each word of a column stands for, null for others; and those others."""
    if column is None or not written:
        return _NOTHING, []
    meant = {one: names.meant(field, one) or presumed.get(one) or ended(one) for one in written}
    known = {one: value for one, value in meant.items() if value is not None}
    marks = (_NOT_WON, _CLOSED_NOT_WON)
    unknown = [one for one, value in meant.items() if value is None and one not in marks]
    said = column.substitute(known, else_=_NOTHING) if known else _NOTHING
    return said, [one for one in unknown if _CLOSED.value(one) is None]


def _flagged(status: ir.Column | None, by_stage: ir.Value) -> list[ir.Value]:
    """What a status of yes and no leaves to the stage: a deal that is not won is lost or open."""
    if status is None or not status.type().is_string():
        return []
    rest = (status == _CLOSED_NOT_WON).ifelse("lost", "open")
    marked = status.isin([_NOT_WON, _CLOSED_NOT_WON])
    return [marked.ifelse(ibis.coalesce(by_stage.nullif("won"), rest), _NOTHING)]


def _closed(column: ir.Column | None) -> ir.Value:
    """`other` where a word says closed and not how."""
    if column is None or not column.type().is_string():
        return _NOTHING
    words = [word for known in _CLOSED.words.values() for word in known]
    return column.lower().isin(words).ifelse("other", _NOTHING)


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
