"""What a person reads for the type of a column and for a length of period."""

from core.language import text
from core.periods import Grain
from core.tables.model import ColumnType

TYPES = {
    ColumnType.TEXT: text("text"),
    ColumnType.NUMBER: text("number"),
    ColumnType.INTEGER: text("whole number"),
    ColumnType.DATE: text("date"),
    ColumnType.DATETIME: text("date and time"),
    ColumnType.BOOLEAN: text("yes or no"),
    ColumnType.DURATION: text("duration"),
    ColumnType.EMPTY: text("empty"),
}
GRAINS = {
    Grain.DAY: text("days"),
    Grain.WEEK: text("weeks"),
    Grain.MONTH: text("months"),
    Grain.QUARTER: text("quarters"),
    Grain.YEAR: text("years"),
}
