"""A Reading as plain values (the command line's `read --json`), and a Table as canonical CSV."""

import csv
import io
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Language
from core.tables.columns.durations import clock_of
from core.tables.model import Column, ColumnType, Question, Reading, Table
from core.tables.quality import described, quality_of

NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)
TIMES = (ColumnType.DATE, ColumnType.DATETIME)


def describe(
    reading: Reading, language: Language = "en", today: date | None = None
) -> dict[str, Any]:
    """What was understood of a file; every text in one language. `today` is for freshness."""
    return {
        "source": reading.source,
        "digest": reading.digest,
        "notices": [one.to(language) for one in reading.notices],
        "sheets": [
            {"sheet": grid.sheet, "hidden": grid.hidden, "rows": len(grid.cells)}
            for grid in reading.grids
        ],
        "tables": [_table(one, language, today) for one in reading.tables],
    }


def _table(table: Table, language: Language, today: date | None) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "kind": table.kind.value,
        "header_rows": list(table.header_rows),
        "rows": len(table.frame),
        "columns": [_column(one, language) for one in table.columns],
        "set_aside": [
            {"rows": list(one.rows), "why": one.why.value, "words": one.words}
            for one in table.set_aside
        ],
        "questions": [_question(one, language) for one in table.questions],
        "notices": [one.to(language) for one in table.notices],
        "as_of": table.as_of.isoformat() if table.as_of else None,
        "quality": described(quality_of(table, today), language),
    }


def _column(column: Column, language: Language) -> dict[str, Any]:
    return {
        "name": column.name,
        "field": column.field,
        "reason": column.reason.to(language) if column.reason else "",
        "type": column.type.value,
        "unit": column.unit,
        "grain": column.grain.value if column.grain else None,
        "issues": [_issue(one, language) for one in column.issues],
    }


def _issue(issue: Issue, language: Language) -> dict[str, Any]:
    return {
        "what": issue.what.to(language),
        "where": issue.place.text().to(language),
        "remedy": issue.remedy.to(language),
        "row": issue.place.row,
        "cell": issue.place.cell,
    }


def _question(question: Question, language: Language) -> dict[str, Any]:
    return {
        "id": question.id,
        "column": question.column,
        "what": question.what.to(language),
        "choices": [
            {"value": value, "words": words.to(language)} for value, words in question.choices
        ],
        "option": question.option,
    }


def to_csv(table: Table) -> bytes:
    """Canonical CSV: UTF-8 without mark, comma, header, ISO dates, decimal point."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    shown = [_shown(table.frame.iloc[:, i], one.type) for i, one in enumerate(table.columns)]
    writer.writerows(zip(*shown, strict=True))
    return out.getvalue().encode()


def _shown(values: "pd.Series[Any]", type: ColumnType) -> list[str]:
    """Every cell; what comes again and again is written once. Unknown has the code -1."""
    codes, distinct = values.factorize()
    said = [*(_written(value, type) for value in distinct), ""]
    return list(np.array(said, object)[codes])


def _written(value: Any, type: ColumnType) -> str:
    if type in NUMBERS:
        return _digits(float(value))
    if type in TIMES:
        return str(value.strftime("%Y-%m-%d" if type is ColumnType.DATE else "%Y-%m-%dT%H:%M:%S"))
    if type is ColumnType.BOOLEAN:
        return str(bool(value)).lower()
    if type is ColumnType.DURATION:
        return clock_of(float(value))
    return "" if type is ColumnType.EMPTY else str(value)


def _digits(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
