"""What a person reads for the type of a column, for a length of period, for a month."""

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
MONTHS = {
    1: text("January"),
    2: text("February"),
    3: text("March"),
    4: text("April"),
    5: text("May"),
    6: text("June"),
    7: text("July"),
    8: text("August"),
    9: text("September"),
    10: text("October"),
    11: text("November"),
    12: text("December"),
}
