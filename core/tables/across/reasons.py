"""Why a column of an unpivoted table was taken for what it is, in one short sentence."""

from dataclasses import replace

from core.language import text
from core.tables.context import Context
from core.tables.fields import answered_field
from core.tables.mapping import why_generic
from core.tables.model import Column, RawTable

_WRITTEN = {
    "metric": text("Its words name the figures beside them."),
    "dimension": text("Its words tell the rows of figures apart."),
}
_MADE = {
    "metric": text("No column names the figures; a title, the sheet or the file does."),
    "period": text("The header names the periods, alone or together with the rows."),
    "value": text("The figures that stand below the periods."),
    "unit": text("The figures or their names say it."),
    "target": text("The header calls these figures targets."),
}
TWICE = text(
    "The same period stands twice and nothing tells the two apart; write a title above each "
    "table, or its name beside each row."
)


def with_reasons(
    raw: RawTable, columns: tuple[Column, ...], context: Context
) -> tuple[Column, ...]:
    """The columns with their reasons: some are of the sheet, some were made of its header."""
    return tuple(_with_reason(one, one.name in raw.frame.columns, context) for one in columns)


def _with_reason(one: Column, in_sheet: bool, context: Context) -> Column:
    said = in_sheet and answered_field(one.name, context) == one.field
    reasons = _WRITTEN if in_sheet else _MADE
    usual = why_generic(one.field, said=False)
    known = one.reason or reasons.get(one.field, usual)
    reason = why_generic(one.field, said=True) if said else known
    return replace(one, reason=reason)
