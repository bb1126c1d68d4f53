"""One sample: a company as its manager writes it down, with a last month that is half over."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from core.language import Text
from core.worlds.model import World

_LEVELS = frozenset(  # stand at their level on any day; all else adds up over the month
    (
        "pipeline_value",
        "win_rate",
        "followers",
        "inventory_turnover",
        "listings",
        "active_users",
        "churn_rate",
        "order_book",
        "production_lead_days",
        "defect_rate",
        "stock",
        "cancellation_rate",
    )
)
_DAY = 12  # of the last month, on which the file was made up


@dataclass(frozen=True)
class Sample:
    """A workbook to be: the world, the header of each series, the way it is laid out."""

    file: str
    industry: str
    title: Text  # what the start page calls it
    language: str  # the workbook's: id | en
    heading: tuple[str, ...]  # lines above the table
    footer: tuple[str, ...]  # lines below it
    world: World
    headers: Mapping[str, str]  # series -> what the column is called
    blanks: tuple[tuple[str, str], ...]  # (month, series) left empty

    @cached_property
    def complete(self) -> pd.DataFrame:
        """The months that are over, as the file shows them; NaN where a cell is blank."""
        shown = self.world.values.iloc[:-1].copy()
        for month, series in self.blanks:
            shown.loc[pd.Period(month, freq="M"), series] = np.nan
        return shown

    @property
    def unfinished(self) -> pd.Period:
        """The last month, which is only half there."""
        return pd.PeriodIndex(self.world.values.index)[-1]

    @cached_property
    def written(self) -> pd.DataFrame:
        """Every row of the file: the complete months, then the half one."""
        part = _DAY / self.unfinished.days_in_month
        last = self.world.values.iloc[[-1]].copy()
        for series in last.columns.difference(list(_LEVELS)):
            last[series] = np.round(last[series] * part)
        return pd.concat([self.complete, last])
