"""Bytes -> Reading: parsed, laid out and typed with the whole file in view.

All of it happens in the limited process (`worker`), so that no file can hold up the app.
"""

import hashlib
import re
from collections import Counter
from dataclasses import replace

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, text
from core.tables.columns.cells import Cells, cells_of
from core.tables.columns.figures import written_numbers
from core.tables.columns.numbers import decimal_of
from core.tables.columns.shown import may_show, only_mark
from core.tables.columns.timeline import moments_of
from core.tables.context import Context
from core.tables.files.process import READER
from core.tables.kinds import table_of
from core.tables.layout.no_table import no_table
from core.tables.layout.raw_tables import listed, raw_tables
from core.tables.layout.said import rows_said
from core.tables.layout.tall import laid_out
from core.tables.layout.upright import laid_back, stood_up
from core.tables.model import Answers, Grid, RawTable, Reading, Table
from core.tables.progress import Stage, tell
from core.tables.words import language_of

NOTHING = Answers()
LOOKED_AT = 2000  # rows of each table that speak for the file's marks and order
FIRST, WORDS = 100, 60  # rows, and distinct cells of a column, that speak for its language


def read(content: bytes, source: str, answers: Answers = NOTHING) -> Reading:
    """Understand one file. Raises Refusal when it holds no table, or not the sheet asked for."""
    found = READER.understand(content, source, answers)
    digest = hashlib.sha256(content).hexdigest()
    return Reading(source, digest, found.grids, found.tables, found.notices)


def understood(
    lying: tuple[Grid, ...], source: str, answers: Answers = NOTHING
) -> tuple[Table, ...]:
    """The tables of a file whose sheets are known. Raises Refusal as `read` does."""
    grids, turned = stood_up(_chosen(lying, answers, source), answers)
    said = {grid.sheet: rows_said(answers.rows, grid, lying) for grid in grids}
    tell(Stage.FIND)
    raws = [
        (grid, raw)
        for grid in grids
        for raw in laid_out(grid, source, said[grid.sheet][0], raw_tables)
    ]
    if not any(len(raw.frame) for _, raw in raws):
        raws = [(grid, raw) for grid in grids for raw in listed(grid, source, said[grid.sheet][0])]
    if not raws:
        raise no_table(grids, source)
    context = _context([raw for _, raw in raws], source, answers)
    tables = tuple(
        laid_back(table_of(raw, _of_sheet(context, grid, raw)), turned)
        for grid, raw in raws
        if len(raw.frame)
    )
    told = {grid.sheet: (*said[grid.sheet][1], *grid.notices) for grid in grids}
    return tuple(
        replace(one, notices=(*_hidden(one.sheet, grids), *told[one.sheet], *one.notices))
        for one in tables
    )


def _chosen(grids: tuple[Grid, ...], answers: Answers, source: str) -> tuple[Grid, ...]:
    if answers.sheet is None:
        return grids
    kept = tuple(grid for grid in grids if grid.sheet.casefold() == answers.sheet.casefold())
    if not kept:
        raise Refusal(
            text("There is no sheet “{sheet}”.", sheet=answers.sheet),
            text("Choose one of: {list}.", list=", ".join(grid.sheet for grid in grids)),
            Place(source),
        )
    return kept


def _hidden(sheet: str, grids: tuple[Grid, ...]) -> tuple[Text, ...]:
    hidden = any(grid.hidden for grid in grids if grid.sheet == sheet)
    return (text("The sheet “{sheet}” is hidden in the workbook.", sheet=sheet),) if hidden else ()


def _context(raws: list[RawTable], source: str, answers: Answers) -> Context:
    """What all columns of the file together show of its marks, orders and language."""
    styles, orders = set(), set()
    words: list[str] = []
    for raw in raws:
        words += [raw.words, *raw.frame.columns, raw.sheet]
        for name in raw.frame.columns:
            part, kinds = raw.frame[name].iloc[:LOOKED_AT], raw.kinds[name].iloc[:LOOKED_AT]
            words += _first_words(part, kinds)
            shown = _shown(part, kinds, name)
            styles |= shown[0]
            orders |= shown[1]
    return Context(
        source=source,
        language=language_of(words),
        decimal=styles.pop() if len(styles) == 1 else "",
        date_order=orders.pop() if len(orders) == 1 else "",
        shared_titles=_shared_titles(raws),
        answers=answers,
    )


def _first_words(words: "pd.Series[str]", kinds: "pd.Series[str]") -> list[str]:
    """The first distinct cells of a column."""
    first = [one.strip() for one in words.iloc[:FIRST].tolist()]
    found = dict.fromkeys(zip(first, kinds.iloc[:FIRST].tolist(), strict=True))
    some = [one for one, _ in found]
    return (some if len(some) >= WORDS else list(cells_of(words, kinds).texts))[:WORDS]


def _shown(
    words: "pd.Series[str]", kinds: "pd.Series[str]", name: str
) -> tuple[set[str], set[str]]:
    """The decimal marks and the orders of day and month that some cells leave no choice of."""
    some = may_show(words)
    if not some.any():
        return set(), set()
    words, kinds = words[some], kinds[some]
    if mark := only_mark(words):
        return ({mark} if kinds.eq("text").any() else set()), set()
    cells = cells_of(words, kinds)
    return _style(cells), _orders(cells, name)


def _orders(cells: Cells, name: str) -> set[str]:
    """The orders of day and month that some cell leaves no choice of."""
    return {
        order
        for one in moments_of(cells, name, Context())
        if one and one.parts and (one.ordered("dmy") is None) != (one.ordered("mdy") is None)
        for order in ("dmy", "mdy")
        if one.ordered(order)
    }


def _shared_titles(raws: list[RawTable]) -> frozenset[str]:
    """Titles that stand on several sheets: they name the report, not one metric."""
    standing = {(title, raw.sheet) for raw in raws for title in raw.titles}
    count = Counter(title for title, _ in standing)
    return frozenset(title for title, sheets in count.items() if sheets > 1)


def _style(cells: Cells) -> set[str]:
    written = [
        one
        for one, kind in zip(written_numbers(cells), cells.kinds, strict=True)
        if one and kind == "text"
    ]
    return {decimal_of(written)} & {"comma", "point"}


def _of_sheet(context: Context, grid: Grid, raw: RawTable) -> Context:
    named, headed = _years(grid.sheet), _years(" ".join(raw.frame.columns))
    return replace(
        context,
        sheet=grid.sheet,
        date_1904=grid.date_1904,
        years=named if len(named) == 1 else _years(raw.words) or named or headed,
    )


def _years(words: str) -> tuple[int, ...]:
    return tuple(sorted({int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", words)}))
