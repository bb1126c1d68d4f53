"""Metrics worked out, period by period, from other columns of the panel."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from core.metrics.catalogue import CATALOGUE
from core.metrics.measured import Measured
from core.metrics.measures import Derived
from core.metrics.records import Recorded, proposal_of
from core.metrics.spec import Metric
from core.metrics.within_period import Series


def derived(every: Sequence[Measured], metrics: Iterable[Metric]) -> list[Measured]:
    """The columns and, below them, the metrics that follow from some; none that is there already.

    Those of the catalogue only where records are among the parts: a sheet of figures keeps the
    columns it has.
    """
    known = {one.id: one for one in every}
    return [*every, *_new(known, metrics)]


def _new(known: dict[str, Measured], metrics: Iterable[Metric]) -> Iterator[Recorded]:
    for metric in metrics:
        for measure in metric.measures:
            if not isinstance(measure, Derived) or metric.id in known:
                continue
            parts = [known[id] for id in measure.of if id in known]
            recorded = any(isinstance(part, Recorded) for part in parts)
            recorded |= metric.id not in CATALOGUE
            if recorded and len(parts) == len(measure.of):
                yield _worked_out(metric, measure, parts)


def _worked_out(metric: Metric, measure: Derived, parts: Sequence[Measured]) -> Recorded:
    first = parts[0]
    divided = [part.groups if isinstance(part, Recorded) else {} for part in parts]
    names = [name for name in divided[0] if all(name in one for one in divided)]
    return Recorded(
        metric.id,
        metric.name,
        proposal_of(metric),
        first.place,
        first.grain,
        _series(measure, [part.series for part in parts]),
        {name: _series(measure, [one[name] for one in divided]) for name in names},
    )


def _series(measure: Derived, parts: Sequence[Series]) -> Series:
    """The formula over the parts; where it has no finite value, unknown."""
    columns = pd.concat([part.values for part in parts], axis=1, keys=range(len(parts)))
    columns = columns.sort_index()
    values = measure.formula(*(columns[place] for place in range(len(parts))))
    values = values.where(values.abs() < float("inf"))
    counts = parts[0].counts.reindex(values.index).fillna(0).where(values.notna(), 0)
    ends = [one.partial for one in parts if one.partial is not None]
    return Series(values, counts, max(ends, default=None))
