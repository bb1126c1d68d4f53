"""The month in which years of the panel start, and whether what the tables tell fits into them."""

from collections.abc import Sequence

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, text
from core.metrics.merge import Told
from core.periods import Frequency, Grain, frequency_of
from core.tables.model import Table
from core.tables.type_names import MONTHS


def year_starts(tables: Sequence[Table], said: int | None) -> int:
    """The month (1-12) as said, else as the tables' own financial years were read, else January.

    Raises Refusal when the labels of a table were read with another month.
    """
    labelled = [
        (table, column, column.year_starts)
        for table in tables
        for column in table.columns
        if column.field == "period" and column.year_starts is not None
    ]
    read = {month for *_, month in labelled if month != 1}
    starts = said or (min(read) if read else 1)
    for table, column, month in labelled:
        if month != starts:
            raise Refusal(
                text(
                    "The financial years in “{name}” were read as starting in {month}, those of "
                    "the panel start in {other}.",
                    name=column.name,
                    month=MONTHS[month],
                    other=MONTHS[starts],
                ),
                text(
                    "Say in which month financial years start (--fiscal-start), the same for all "
                    "files."
                ),
                Place(table.source, table.sheet),
            )
    return starts


def need_fit(told: Sequence[Told], wanted: Frequency) -> None:
    """Raises Refusal when quarters or years of a table lie across those of the panel."""
    for one in told:
        if not wanted.holds(one.strand.frequency):
            raise Refusal(
                text(
                    "The quarters or years of this table are not those of financial years that "
                    "start in {month}.",
                    month=MONTHS[wanted.year_starts],
                ),
                text(
                    "Bring its figures by month, leave this table out, or let years start in "
                    "{own}.",
                    own=MONTHS[one.strand.frequency.year_starts],
                ),
                Place(one.strand.place.source, one.strand.place.sheet),
            )


def named(periods: pd.PeriodIndex) -> tuple[Text, ...]:
    """What the name of a financial year stands for, where the periods are called after some."""
    frequency = frequency_of(periods.freqstr)
    if not frequency.is_fiscal:
        return ()
    year = pd.Period(periods[-1].end_time, freq=Frequency(Grain.YEAR, frequency.year_starts).freq)
    first, last = (pd.Period(day, freq="M") for day in (year.start_time, year.end_time))
    return (text("{year} is {first} to {last}.", year=year, first=first, last=last),)
