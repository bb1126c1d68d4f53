"""Metrics of the stage history of deals: who moves on."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import text
from core.metrics.measures import Flow, key_of, rows
from core.metrics.spec import Aggregate, Metric, Role, aliases
from core.tables.model import TableKind


def _entries(kinds: Mapping[TableKind, ir.Table]) -> ir.Table:
    """Every entry of a deal into a stage, with how often it had entered that stage before."""
    history = kinds[TableKind.STAGE_HISTORY]
    known = history.filter(
        history["deal_id"].notnull() & history["stage"].notnull() & history["entered_at"].notnull()
    )
    window = ibis.window(
        group_by=[key_of(known["deal_id"]), known["stage"]], order_by=known["entered_at"]
    )
    return known.mutate(entered_before=ibis.row_number().over(window))


_FIRST_ENTRIES = Flow(
    TableKind.STAGE_HISTORY, "entered_at", rows, _.entered_before == 0,
    needs=("deal_id", "stage", "entered_at"), empty=0.0, view=_entries,
)  # fmt: skip

STAGES = (
    Metric(
        id="stage_entries",
        name=text("Stages entered"),
        meaning=text(
            "Deals that entered a stage in the period, each deal once a stage; divide it by stage "
            "to see each of them."
        ),
        role=Role.NEITHER,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(_FIRST_ENTRIES,),
        aliases=aliases("stage entries, stages entered, stage moves, perpindahan tahap"),
        gamed=text("Deals are moved on without anything having happened."),
        guard="win_rate",
    ),
)
