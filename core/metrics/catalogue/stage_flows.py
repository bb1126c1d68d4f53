"""How the metrics of the stage history of deals are worked out.

Beside the fields of metrics.md the history has what core.metrics.records.stage_changes makes ready:
`ends_as`, where a stage says that the deal was won or lost. No order of stages is needed: a deal
has advanced from a stage when it later entered one it had never been in, or was won.
"""

from collections.abc import Mapping
from dataclasses import replace

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import text
from core.metrics.measures import Flow, Requirement, days, key_of, median, rows, share, usually
from core.tables.model import TableKind

_HISTORY = TableKind.STAGE_HISTORY
_NEEDS = ("deal_id", "stage", "entered_at")
_AS_WRITTEN = ("entered_at", "table_number", "row_number_in_table")


def _known(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    history = kinds[_HISTORY]
    known = history.filter(
        history["deal_id"].notnull() & history["stage"].notnull() & history["entered_at"].notnull()
    )
    return known.mutate(deal_key=key_of(known["deal_id"]))


def _entries(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """Every entry of a deal into a stage, with how often it had entered that stage before."""
    known = _known(kinds)
    window = ibis.window(group_by=["deal_key", "stage"], order_by=known["entered_at"])
    return known.mutate(entered_before=ibis.row_number().over(window))


def _visits(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """Every stay in a stage, until when, and what became of the deal after it."""
    known = _known(kinds)
    course = ibis.window(group_by="deal_key", order_by=[known[one] for one in _AS_WRITTEN])
    known = known.mutate(stage_before=known["stage"].lag().over(course))
    moves = known.filter(_.stage_before.isnull() | (_.stage_before != _.stage))
    course = ibis.window(group_by="deal_key", order_by=[moves[one] for one in _AS_WRITTEN])
    again = ibis.window(
        group_by=["deal_key", "stage"], order_by=[moves[one] for one in _AS_WRITTEN]
    )
    moves = moves.mutate(
        place=ibis.row_number().over(course),
        left_at=moves["entered_at"].lead().over(course),
        entered_before=ibis.row_number().over(again),
        is_end=moves["ends_as"].notnull(),
    )
    whole = ibis.window(group_by="deal_key")
    new = (moves["entered_before"] == 0) & ~moves["is_end"]
    moves = moves.mutate(
        last_new=new.ifelse(moves["place"], ibis.null("int64")).max().over(whole),
        last_place=moves["place"].max().over(whole),
        is_new=new,
    )
    final = (moves["place"] == moves["last_place"]).ifelse(moves["ends_as"], ibis.null("string"))
    moves = moves.mutate(outcome=final.max().over(whole))
    advanced = (moves["place"] < moves["last_new"]) | (moves["outcome"] == "won").fill_null(False)
    lost = (moves["outcome"] == "lost").fill_null(False)
    return moves.mutate(
        has_advanced=advanced.fill_null(False),
        was_lost=lost & ~advanced.fill_null(False),
        days_in_stage=days("entered_at", "left_at"),
    )


FIRST_ENTRIES = Flow(
    _HISTORY, "entered_at", rows, _.entered_before == 0, needs=_NEEDS, empty=0.0, view=_entries,
)  # fmt: skip
CONVERSION = Flow(
    _HISTORY, "entered_at", share(_.has_advanced), _.is_new & (_.has_advanced | _.was_lost),
    needs=_NEEDS, view=_visits, matures=usually("days_in_stage"),
    requires=(
        Requirement(
            _.was_lost.any(),
            text("not computable, because no lost deals are in this file"),
            joined=True,
        ),
    ),
)  # fmt: skip
DAYS = replace(
    CONVERSION, at="left_at", value=median(_.days_in_stage), where=~_.is_end, matures=None,
    requires=(),
)  # fmt: skip
