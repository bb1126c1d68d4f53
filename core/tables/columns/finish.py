"""What headers and notes say beyond names: units, and the day a sheet was made up to."""

import re
from dataclasses import replace
from datetime import date

from core.language import text
from core.tables.columns import dates
from core.tables.columns.typed import Typed
from core.tables.columns.units import CURRENCIES
from core.tables.context import Context
from core.tables.model import ColumnType, RawTable
from core.tables.words import MONTHS, UNFINISHED

_NAMED = re.compile(r"(?<![\w])(" + "|".join(re.escape(one) for one in CURRENCIES) + r")(?![\w])")
_PERCENT = re.compile(r"%|\b(persen|percent|pct)\b")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}[\s-]*(?:{_MONTH})\b[\s,-]*(?:(?:19|20)\d\d)?"
    rf"|(?:{_MONTH})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d"
)


def unit_in_name(one: Typed) -> Typed:
    """A unit named in the header, where the cells name none.

    Plain numbers under a header with % become fractions when any of them is above 1.5.
    """
    if one.type not in (ColumnType.NUMBER, ColumnType.INTEGER) or one.unit:
        return one
    name = one.name.casefold()
    if _PERCENT.search(name):
        if one.values.abs().max() <= 1.5:
            notice = text("“{name}” was taken as fractions already: 1 is 100%.", name=one.name)
            return replace(
                one, unit="percent", type=ColumnType.NUMBER, notices=(*one.notices, notice)
            )
        notice = text("“{name}” is in percent; kept as fractions (63% = 0.63).", name=one.name)
        scaled = (one.values / 100).round(15)
        return replace(
            one,
            values=scaled,
            unit="percent",
            type=ColumnType.NUMBER,
            notices=(*one.notices, notice),
        )
    found = _NAMED.search(name)
    return replace(one, unit=CURRENCIES[found.group(1)]) if found else one


def as_of(raw: RawTable, context: Context) -> date | None:
    """The day the titles, notes or period cells say the figures reach to."""
    cells = " \n ".join(cell for name in raw.frame.columns[:2] for cell in raw.frame[name].tail(3))
    words = f"{raw.words}\n{cells}\n{' '.join(raw.frame.columns)}".casefold()
    found = []
    for cue in UNFINISHED.finditer(words):
        match = _DAY.search(words[cue.end() : cue.end() + 30])
        moment = dates.take_apart(match.group()) if match else None
        order = context.date_order or "dmy"
        ordered = moment.ordered(order) if moment else None
        if (
            ordered
            and moment
            and (moment.parts is None or context.date_order or moment.parts[0] > 12)
        ):
            year = context.years[-1] if context.years else None
            found.append(ordered.start(year))
    return max((day for day in found if day), default=None)
