"""What was chosen on the way to the panel and should be known."""

from collections.abc import Sequence

import pandas as pd

from core.language import Text, text
from core.metrics.merge import Merged
from core.metrics.spec import Aggregate, Role
from core.metrics.strands import GRAINS
from core.periods import Grain, infer_grain


def remarks(merged: Sequence[Merged], values: pd.DataFrame, grain: Grain) -> list[Text]:
    """What was chosen on the way: averages, weeks, metrics known rarely, no result named."""
    said = []
    longer = [one for one in merged if one.told.strand.grain is not grain]
    averaged = [one.name for one in longer if one.told.rule.over_time is Aggregate.MEAN]
    if averaged:
        said.append(
            text(
                "Averaged over shorter periods without weights: {names}.", names=", ".join(averaged)
            )
        )
    if any(one.told.strand.grain is Grain.WEEK for one in longer):
        said.append(text("A week is counted in the period that its Thursday falls in."))
    said += [
        text("{name} is unknown for {period}: its records stop early.", name=m.name, period=partial)
        for m in merged
        if (partial := m.series.partial) is not None and partial in values.index
    ]
    said += [_sparse(one.name) for one in merged if _is_sparse(values[one.id], grain)]
    if not any(one.told.proposal.role is Role.LAGGING for one in merged):
        said.append(
            text("No result was recognised by its name: choose which column is the result.")
        )
    return said


def _is_sparse(column: pd.Series, grain: Grain) -> bool:
    known = column.dropna().index
    own = infer_grain(period.start_time.date() for period in known)
    return len(known) > 2 and GRAINS.index(own) > GRAINS.index(grain)


def _sparse(name: str) -> Text:
    return text("{name} is known for few periods only; a longer period may serve it.", name=name)
