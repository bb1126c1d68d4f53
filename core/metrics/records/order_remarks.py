"""What is said of lines of orders that no date places, and of amounts that were worked out."""

from collections.abc import Callable
from functools import reduce

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Text, counted
from core.metrics.engine import Engine
from core.tables.mapping import field_name


def said_amounts(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """That revenue is quantity times price, for so many lines."""
    if "multiplied" not in rows.columns:
        return ()
    n = _number(rows, _.multiplied, engine)
    if not n:
        return ()
    return (
        counted(
            "Revenue of {n} row is quantity times price, before any discount.",
            "Revenue of {n} rows is quantity times price, before any discount.",
            n,
        ),
    )


def said_dates(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """Lines that no date places: not finished, cancelled on an unknown day, without service."""
    has = set(rows.columns)
    undated = rows["cancelled_at"].isnull() if "cancelled_at" in has else ibis.literal(True)
    asked: list[tuple[ir.Value, Callable[[int], Text]]] = []
    if "finished_at" in has:
        asked.append((~rows["void"] & rows["done_at"].isnull(), _said_open))
    if "cancelled" in has:
        asked.append((rows["cancelled"] & undated, _said_undated))
    if "service_at" in has:
        asked.append((~rows["void"] & rows["service_at"].isnull(), _said_nowhere))
    ends = [rows[one] for one in ("finished_at", "service_at") if one in has]
    if ends and "ordered_at" in has:
        early = [one < rows["ordered_at"].truncate("D") for one in ends]
        asked.append((reduce(lambda a, b: a | b, early), _said_early))
    told = [(_number(rows, where, engine), words) for where, words in asked]
    return tuple(words(n) for n, words in told if n)


def _number(rows: ir.Table, where: ir.Value, engine: Engine) -> int:
    return int(engine.run(rows.aggregate(n=_.count(where=where)))["n"].iloc[0])


def _said_open(n: int) -> Text:
    return counted(
        "{n} order is not finished yet: its lead time counts only once it is; past its due date it "
        "counts as late.",
        "{n} orders are not finished yet: their lead time counts only once they are; past their "
        "due date they count as late.",
        n,
    )


def _said_nowhere(n: int) -> Text:
    return counted(
        "{n} row without {field} stands in no period.",
        "{n} rows without {field} stand in no period.",
        n,
        field=field_name("service_at"),
    )


def _said_early(n: int) -> Text:
    return counted(
        "{n} row was finished or served before it was ordered: it is left out of lead times and of "
        "what was on the books.",
        "{n} rows were finished or served before they were ordered: they are left out of lead "
        "times and of what was on the books.",
        n,
    )


def _said_undated(n: int) -> Text:
    return counted(
        "{n} cancelled row has no date of cancelling: it is left out of what was on the books, and "
        "young periods may still see cancellations.",
        "{n} cancelled rows have no date of cancelling: they are left out of what was on the "
        "books, and young periods may still see cancellations.",
        n,
    )
