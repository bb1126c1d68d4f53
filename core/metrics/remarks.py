"""What was chosen on the way to the panel and should be known."""

from collections.abc import Sequence

import pandas as pd

from core.language import Text, text
from core.metrics.financial_years import named
from core.metrics.lengths import GRAINS
from core.metrics.measured import Measured
from core.metrics.spec import Aggregate, Role
from core.periods import Grain, frequency_of, infer_grain


def remarks(merged: Sequence[Measured], values: pd.DataFrame) -> list[Text]:
    """What was chosen on the way: averages, weeks, metrics known rarely, no result named."""
    periods = pd.PeriodIndex(values.index)
    grain = frequency_of(periods.freqstr).grain
    said = [*named(periods)]
    longer = [one for one in merged if one.grain is not grain]
    averaged = [one.label for one in longer if one.proposal.aggregate is Aggregate.MEAN]
    if averaged:
        said.append(
            text(
                "Averaged over shorter periods without weights: {names}.",
                names=Text.joined(", ", averaged),
            )
        )
    if any(one.grain is Grain.WEEK for one in longer):
        said.append(text("A week is counted in the period that its Thursday falls in."))
    said += [
        text(
            "{name} is unknown for {period}: its records stop early.", name=m.label, period=partial
        )
        for m in merged
        if (partial := m.series.partial) is not None and partial in values.index
    ]
    said += [_sparse(one.label) for one in merged if _is_sparse(values[one.id], grain)]
    if not any(one.proposal.role is Role.LAGGING for one in merged):
        said.append(
            text("No result was recognised by its name: choose which column is the result.")
        )
    return said


def _is_sparse(column: pd.Series, grain: Grain) -> bool:
    known = column.dropna().index
    own = infer_grain(period.start_time.date() for period in known)
    return len(known) > 2 and GRAINS.index(own) > GRAINS.index(grain)


def _sparse(name: Text) -> Text:
    return text("{name} is known for few periods only; a longer period may serve it.", name=name)
