"""One metric of a person's own, worked out by itself before it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.metrics.beside import apart
from core.metrics.build import indicator_of
from core.metrics.complete import on_periods
from core.metrics.derived import derived
from core.metrics.engine import local
from core.metrics.measures import Derived
from core.metrics.own import Own
from core.metrics.own_metric import metric_of
from core.metrics.panel import Panel
from core.metrics.records import Answered, Recorded, Wanted, answered, known
from core.metrics.roles import Proposal
from core.metrics.spec import Metric
from core.metrics.within_period import Series
from core.tables.model import Table

_NOTHING: Mapping[str, str] = {}


def tried(
    own: Own,
    panel: Panel,
    tables: Sequence[Table],
    fields: Mapping[str, str] = _NOTHING,
    *,
    keep_unfinished: bool = False,
) -> Panel:
    """The metric alone, on the calendar of the panel built from those tables and fields.

    No column where it is refused; `refused` says why. Raises Refusal: a condition that cannot be
    compared with its column.
    """
    _, ledgers = apart(tables)
    same = [table for table in ledgers if table.kind.value == own.kind]
    metric = metric_of(own, same)
    if own.kind:
        wanted = Wanted((metric,), panel.frequency, keep_unfinished)
        found = _from_records(same, fields, wanted)
    else:
        found = _from_columns(metric, panel)
    series = {one.id: one.series for one in found.columns}
    values, counts = on_periods(series, panel.values.index)
    return replace(
        panel,
        values=values,
        counts=counts,
        indicators=tuple(indicator_of(one) for one in found.columns),
        refused=found.why_refused,
    )


def _from_records(tables: Sequence[Table], fields: Mapping[str, str], wanted: Wanted) -> Answered:
    with local() as engine:
        records = known(tables, engine, fields, None)
        return answered(records, wanted) if records is not None else Answered()


def _from_columns(metric: Metric, panel: Panel) -> Answered:
    """One column of the panel divided by another."""
    wanted = [id for one in metric.measures if isinstance(one, Derived) for id in one.of]
    parts = [_column(panel, id) for id in dict.fromkeys(wanted) if id in panel.values]
    found = derived(parts, [metric]).columns[len(parts) :]
    return Answered(tuple(one for one in found if isinstance(one, Recorded)))


def _column(panel: Panel, id: str) -> Recorded:
    one, values = panel.indicator(id), panel.values[id].dropna()
    proposal = Proposal(id, None, True, one.role, one.reason, one.aggregate, one.unit)
    series = Series(values, panel.counts[id].reindex(values.index))
    return Recorded(id, one.name, proposal, one.place, panel.grain, series)
