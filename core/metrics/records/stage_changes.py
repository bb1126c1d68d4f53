"""Changes of stage: rows that tell of other fields are none; and which stages are ends."""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.words import ended
from core.tables.mapping.changes import CHANGED, other_changes, stage_words

ENDS_AS = "ends_as"  # won | lost | other where the stage entered says so, else unknown
_ENDS = ("won", "lost", "other")


def stage_changes(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """The rows that tell of the stage, with ENDS_AS."""
    told = _of_stages(rows, names, engine)
    return Prepared(_with_ends(told.rows, names, engine), told.notices)


def _with_ends(rows: ir.Table, names: Names, engine: Engine) -> ir.Table:
    unknown = ibis.null("string")
    if "stage" not in rows.columns or not rows["stage"].type().is_string():
        return rows.mutate(**{ENDS_AS: unknown})
    meant = {one: names.meant("stage", one) or ended(one) for one in engine.words(rows["stage"])}
    ends = {one: value for one, value in meant.items() if value in _ENDS}
    said = rows["stage"].substitute(ends, else_=unknown) if ends else unknown
    return rows.mutate(**{ENDS_AS: said})


def _of_stages(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Every row where no column says what a row changed."""
    if CHANGED not in rows.columns or not rows[CHANGED].type().is_string():
        return Prepared(rows)
    words = engine.words(rows[CHANGED])
    stages = stage_words(words)
    others = [one for one in words if one not in stages]
    if not stages or not others:
        return Prepared(rows)
    other = rows[CHANGED].isin(others).fill_null(False)
    n = int(engine.run(rows.aggregate(n=_.count(where=other)))["n"].iloc[0])
    return Prepared(rows.filter(~other), (other_changes(names.of(CHANGED), others, n),))
