"""What is written once, on every row it stands for: headings, labels of groups, years."""

from core.language import Text
from core.tables.columns.calendar import years_filled
from core.tables.layout.filled import labels_filled
from core.tables.layout.sections import sections_joined
from core.tables.model import RawTable


def laid_down(raw: RawTable) -> tuple[RawTable, list[Text]]:
    """The table with headings, group labels and years on each row, and a word on each."""
    raw, headed = sections_joined(raw)
    raw, filled = labels_filled(raw)
    raw, years = years_filled(raw)
    return raw, [*headed, *filled, *years]
