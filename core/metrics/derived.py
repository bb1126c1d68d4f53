"""Metrics worked out, period by period, from other columns of the panel."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from core.language import Text, counted, text
from core.metrics.catalogue import CATALOGUE
from core.metrics.measured import Measured
from core.metrics.measures import Derived
from core.metrics.records import Recorded, proposal_of
from core.metrics.roles import Proposal
from core.metrics.spec import Metric, Role
from core.metrics.within_period import Series
from core.periods import calendar

_NOTHING: Mapping[str, Text] = {}


@dataclass(frozen=True)
class Derivation:
    """The columns and what follows from them, what is to be said, why others do not follow."""

    columns: list[Measured]
    notices: list[Text]
    refused: dict[str, Text]


def derived(
    every: Sequence[Measured], metrics: Iterable[Metric], refused: Mapping[str, Text] = _NOTHING
) -> Derivation:
    """The columns and, below them, the metrics that follow from some; none that is there already.

    Most of the catalogue only where records are among the parts: a sheet of figures keeps the
    columns it has, beside those that such sheets alone can tell. `refused`: why records do not
    tell others, by their id.
    """
    known = {one.id: one for one in every}
    metrics, said, new = tuple(metrics), list[Text](), list[Recorded]()
    for metric in metrics:
        found = next(_possible(metric, known), None)
        if found is not None:
            measure, parts = found
            new.append(_worked_out(metric, measure, parts))
            known[metric.id] = new[-1]
            said += _said(metric, measure, parts)
    recorded = {one.id for one in every if isinstance(one, Recorded)}
    return Derivation([*every, *new], said, lacking(recorded, known, metrics, refused))


def lacking(
    recorded: Collection[str],
    known: Collection[str],
    metrics: Iterable[Metric],
    refused: Mapping[str, Text] = _NOTHING,
) -> dict[str, Text]:
    """Why a metric does not follow whose first part records tell, by its id; `known`: all ids."""
    found = {}
    for metric in metrics:
        first = next((one for one in metric.measures if isinstance(one, Derived)), None)
        if first is None or metric.id in known or first.of[0] not in recorded:
            continue
        missing = [id for id in first.of if id not in known and id in CATALOGUE]
        if missing:
            found[metric.id] = _why(missing, refused)
    return found


def _why(missing: Sequence[str], refused: Mapping[str, Text]) -> Text:
    """The reasons of the parts where all have one, else which they are."""
    reasons = dict.fromkeys(refused[id] for id in missing if id in refused)
    if all(id in refused for id in missing):
        return Text.joined("; ", reasons)
    return text(
        "not computable, because the data do not tell: {parts}",
        parts=Text.joined(", ", [CATALOGUE[id].name for id in missing]),
    )


def _possible(
    metric: Metric, known: dict[str, Measured]
) -> Iterator[tuple[Derived, list[Measured]]]:
    """The ways in which the metric follows from columns, with those."""
    for measure in metric.measures:
        if not isinstance(measure, Derived) or metric.id in known:
            continue
        parts = [known[id] for id in measure.of if id in known]
        allowed = measure.sheets or metric.id not in CATALOGUE
        allowed |= any(isinstance(part, Recorded) for part in parts)
        if allowed and len(parts) == len(measure.of):
            yield measure, parts


def _worked_out(metric: Metric, measure: Derived, parts: Sequence[Measured]) -> Recorded:
    first = parts[0]
    divided = [part.groups if isinstance(part, Recorded) else {} for part in parts]
    names = [name for name in divided[0] if all(name in one for one in divided)]
    return Recorded(
        metric.id,
        metric.name,
        _proposal(metric, parts),
        first.place,
        first.grain,
        _series(measure, [part.series for part in parts]),
        {name: _series(measure, [one[name] for one in divided]) for name in names},
    )


def _proposal(metric: Metric, parts: Sequence[Measured]) -> Proposal:
    """The usual role; a result that the sheet does not name itself is not asked about."""
    usual = proposal_of(metric)
    if usual.role is not Role.LAGGING or any(isinstance(part, Recorded) for part in parts):
        return usual
    reason = text("Worked out from other columns; choose it if you like.")
    return replace(usual, role=Role.NEITHER, reason=reason)


def _series(measure: Derived, parts: Sequence[Series]) -> Series:
    """The formula over the parts; where it has no finite value, unknown."""
    columns = _side_by_side(parts)
    values = measure.formula(*(columns[place] for place in range(len(parts))))
    values = values.where(values.abs() < float("inf"))
    counts = parts[0].counts.reindex(values.index).fillna(0).where(values.notna(), 0)
    ends = [one.partial for one in parts if one.partial is not None]
    return Series(values, counts, max(ends, default=None))


def _side_by_side(parts: Sequence[Series]) -> pd.DataFrame:
    """The parts on one calendar without gaps, so that the row before is the period before."""
    columns = pd.concat([part.values for part in parts], axis=1, keys=range(len(parts)))
    columns = columns.sort_index()
    if len(columns) < 2:
        return columns
    return columns.reindex(calendar(columns.index[0], columns.index[-1]))


def _said(metric: Metric, measure: Derived, parts: Sequence[Measured]) -> list[Text]:
    """Where a part by which is divided is 0 or below."""
    told = []
    for id in measure.above_zero:
        part = parts[measure.of.index(id)]
        n = int((part.series.values <= 0).sum())
        if n:
            told.append(
                counted(
                    "{metric} is not shown where {part} is 0 or below: in {n} period.",
                    "{metric} is not shown where {part} is 0 or below: in {n} periods.",
                    n,
                    metric=metric.name,
                    part=part.label,
                )
            )
    return told
