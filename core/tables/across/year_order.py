"""The month that years start in, as the order of twelve months tells: April … March.

Labels that say they are financial years then need no asking; plain years beside such months may be
either, and are asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.language import text
from core.periods import Grain
from core.tables.columns.dates import take_apart
from core.tables.columns.financial_years import OPTION, QUESTION, is_financial
from core.tables.columns.moment import Moment
from core.tables.context import Context
from core.tables.model import Question, RawTable
from core.tables.type_names import MONTHS

LABELS = 4  # columns from the left that may hold years, or months
MOST_ROWS = 60


def month_first(raw: RawTable) -> int | None:
    """The first of twelve months in a row, crossed by years, where it is not January."""
    across, down = _across(raw), _down(raw)
    crossed = (across and any(_years_beside(raw))) or (down and any(_years_above(raw)))
    return (across or down) if crossed else None


def with_year_start(raw: RawTable, context: Context) -> Context:
    """The context that knows in which month the financial years of a table start."""
    first = month_first(raw) if context.answers.fiscal_start is None else None
    if first is None or not any(one.fiscal for _, one in _years(raw)):
        return context
    return replace(context, answers=replace(context.answers, fiscal_start=first))


def year_question(raw: RawTable, context: Context) -> Question | None:
    """What plain years beside April to March mean, unless the person said so."""
    first = month_first(raw) if context.answers.fiscal_start is None else None
    years = [] if first is None else list(_years(raw))
    if first is None or not years or any(one.fiscal for _, one in years):
        return None
    what = text(
        "The months beside “{name}” begin with {month}. In which month do its years start?",
        name=years[0][0],
        month=MONTHS[first],
    )
    choices = tuple((str(one), MONTHS[one]) for one in (first, 1))
    return Question(QUESTION, years[0][0], what, choices, OPTION)


def _first(words: Sequence[str]) -> int | None:
    found = [take_apart(cell) for cell in words if cell and len(cell) < 40]
    months = [one.part for one in found if one and one.grain is Grain.MONTH and one.year is None]
    if len(months) != 12 or months[0] == 1:
        return None
    begins = months[0]
    return begins if months == [(begins - 1 + at) % 12 + 1 for at in range(12)] else None


def _across(raw: RawTable) -> int | None:
    return _first([" ".join(parts) for parts in raw.header_parts])


def _down(raw: RawTable) -> int | None:
    if len(raw.frame) > MOST_ROWS:
        return None
    columns = (list(raw.frame.iloc[:, at]) for at in range(min(LABELS, raw.frame.shape[1])))
    return next((first for cells in columns if (first := _first(cells))), None)


def _years(raw: RawTable) -> Iterator[tuple[str, Moment]]:
    """The years that cross the months, each with the name of the labels."""
    return _years_beside(raw) if _across(raw) else _years_above(raw)


def _years_above(raw: RawTable) -> Iterator[tuple[str, Moment]]:
    years = (_year(" ".join(parts)) for parts in raw.header_parts)
    return ((str(raw.frame.columns[0]), one) for one in years if one)


def _years_beside(raw: RawTable) -> Iterator[tuple[str, Moment]]:
    for name in raw.frame.columns[:LABELS]:
        cells = [cell for cell in raw.frame[name].iloc[:MOST_ROWS] if cell]
        years = [_year(cell) for cell in cells]
        if cells and all(years):
            yield from ((str(name), _named(one, str(name))) for one in years if one)


def _year(cell: str) -> Moment | None:
    one = take_apart(cell) if len(cell) < 40 else None
    return one if one and one.grain is Grain.YEAR else None


def _named(one: Moment, name: str) -> Moment:
    return replace(one, fiscal=True) if is_financial(name) else one
