"""Changes of stage: rows of a history that tell of other fields are none."""

import ibis.expr.types as ir
from ibis import _

from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.tables.mapping.changes import CHANGED, other_changes, stage_words


def stage_changes(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """The rows that tell of the stage; every row where no column says what a row changed."""
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
