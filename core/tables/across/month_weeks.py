"""Weeks counted within a month, beside or below months across: they have no place in time."""

from collections.abc import Sequence

from core.language import text
from core.periods import Grain
from core.tables.across.header import PeriodHeader
from core.tables.across.long import only_text
from core.tables.columns.dates import take_apart
from core.tables.context import Context
from core.tables.model import RawTable, Table


def are_weeks_of_months(raw: RawTable, header: PeriodHeader) -> bool:
    """Whether weeks stand beside or below the months of the header."""
    if header.grain is not Grain.MONTH:
        return False
    down = [cell for cell in raw.frame.iloc[:, 0] if cell]
    beside = [header.subs.get(i, "") for i in header.starts]
    return _mostly_weeks(down) or _mostly_weeks(beside)


def _mostly_weeks(said: Sequence[str]) -> bool:
    weeks = [one for words in said if (one := take_apart(words)) and one.grain is Grain.WEEK]
    return len(weeks) > 1 and len(weeks) >= 0.7 * len(said)


def unplaced_weeks(raw: RawTable, context: Context) -> Table:
    """A table of weeks within months, read as text: such weeks have no place in the calendar."""
    why = text(
        "Weeks counted within a month have no place in the calendar; write dates, or weeks of the "
        "year such as 2025-W05."
    )
    return only_text(raw, context, why)
