"""Period x metric values and the counts behind them, on a calendar without gaps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from core.errors import Place
from core.language import Language, Text
from core.metrics.spec import Aggregate, Role
from core.periods import Frequency, Grain, frequency_of
from core.tables.model import Question


@dataclass(frozen=True)
class Indicator:
    """One column of the panel: which metric it is, and where it was read."""

    id: str  # the catalogue's id when the name is one of its aliases, else made from the name
    name: Text  # as the person wrote it; of a metric worked out from records, the catalogue's
    metric: str | None  # catalogue id it was recognised as
    role: Role  # proposed
    reason: Text  # why that role
    unit: str
    aggregate: Aggregate
    place: Place
    contains: tuple[str, ...] = ()  # metrics that are part of its formula


@dataclass(frozen=True)
class Panel:
    """Values by period. Zero was measured; NaN is unknown.

    `values` and `counts` have the same shape: index = PeriodIndex without gaps, columns =
    indicator ids. `key` changes whenever the numbers could.
    """

    values: pd.DataFrame
    counts: pd.DataFrame
    grain: Grain
    indicators: tuple[Indicator, ...]
    unfinished: pd.Period | None  # last period, left out because it was not over
    notices: tuple[Text, ...]
    key: str
    questions: tuple[Question, ...] = ()  # names that can mean several metrics
    segments: Mapping[str, "Panel"] = field(default_factory=dict)  # group -> its own panel
    refused: Mapping[str, Text] = field(default_factory=dict)  # catalogue id -> why not computable

    @property
    def frequency(self) -> Frequency:
        """How its time line is cut."""
        return frequency_of(pd.PeriodIndex(self.values.index).freqstr)

    def indicator(self, id: str) -> Indicator:
        """The indicator with that id. Raises KeyError."""
        found = next((one for one in self.indicators if one.id == id), None)
        if found is None:
            raise KeyError(id)
        return found

    def ids(self, role: Role) -> tuple[str, ...]:
        """The indicators proposed for a role, in the order of the file."""
        return tuple(one.id for one in self.indicators if one.role is role)

    def names(self, language: Language) -> dict[str, str]:
        """id -> name in that language."""
        return {one.id: one.name.to(language) for one in self.indicators}
