"""Deals made ready: which stand in the pipeline, how long each took, what cannot be counted."""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Share, Text, counted, text
from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.moments import days_between, only_days
from core.metrics.records.outcomes import with_outcomes
from core.metrics.records.sales_words import CURRENCY
from core.metrics.records.truncated import truncated
from core.metrics.records.untouched import untouched

STANDS = "stands_in_pipeline"  # open, or closed on a day that is known and not before it began
TOOK_DAYS = "days_to_close"  # of closed deals; unknown where the close is before the beginning
CURRENCY_KEY = "currency_of_amount"  # of deals with an amount; unknown where there is no column
_IMPORTED = 0.3  # share of deals created on one day from which it may be the day of an import
_ENOUGH = 20


def deals_ready(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Deals with their outcome, STANDS, TOOK_DAYS and CURRENCY_KEY."""
    told = with_outcomes(rows, names, engine)
    rows, notices = _with_currency(told.rows, engine)
    if not {"status", "created_at", "closed_at"} <= set(rows.columns):
        return Prepared(rows, (*told.notices, *notices))
    took = days_between(rows, "created_at", "closed_at", only_days(rows, engine))
    ended = rows["status"] != "open"
    forth = rows["closed_at"].truncate("D") >= rows["created_at"].truncate("D")
    rows = rows.mutate(
        **{
            STANDS: (~ended | forth).fill_null(False),
            TOOK_DAYS: (ended & forth).ifelse(took, ibis.null("float64")),
        }
    )
    return Prepared(rows, (*told.notices, *notices))


def _with_currency(rows: ir.Table, engine: Engine) -> tuple[ir.Table, list[Text]]:
    """CURRENCY_KEY by its code, where there is an amount, and what is said of several."""
    if not {"currency", "amount"} <= set(rows.columns):
        return rows.mutate(**{CURRENCY_KEY: ibis.null("string")}), []
    written = rows["currency"].cast("string").upper()
    codes = {one: CURRENCY.value(one) or one for one in engine.words(written)}
    code = written.substitute(codes) if codes else written
    priced = rows["amount"].fill_null(0.0) != 0
    rows = rows.mutate(**{CURRENCY_KEY: priced.ifelse(code, ibis.null("string"))})
    found = engine.words(rows[CURRENCY_KEY])
    if len(found) < 2:
        return rows, []
    said = text(
        "Amounts are in several currencies ({currencies}) and cannot be added. For figures in "
        "money, bring a file with one of them.",
        currencies=", ".join(found),
    )
    return rows, [said]


def deals_counted(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """What is said of deals that cannot be counted, and of where the file begins."""
    if not {"status", "created_at", "closed_at"} <= set(rows.columns):
        return ()
    status, undated = rows["status"], rows["closed_at"].isnull()
    back = rows["closed_at"].truncate("D") < rows["created_at"].truncate("D")
    asked = {name: (status == name).sum() for name in ("won", "lost", "other")}
    asked |= {f"{name}_undated": ((status == name) & undated).sum() for name in asked}
    asked["backwards"] = ((status != "open") & back).sum()
    n = engine.run(rows.aggregate(**asked)).fillna(0).iloc[0].astype(int)
    told = [*_undated(n["won_undated"], n["lost_undated"] + n["other_undated"])]
    told += _backwards(n["backwards"]) + _third(n["won"], n["lost"], n["other"])
    return (*told, *_on_one_day(rows, engine), *truncated(rows, engine), *untouched(rows, engine))


def _undated(won: int, lost: int) -> list[Text]:
    """Closed deals without a day on which they closed."""
    told = [
        counted(
            "{n} won deal has no close date and is left out.",
            "{n} won deals have no close date and are left out.",
            won,
        ),
        counted(
            "{n} lost deal has no close date and is left out.",
            "{n} lost deals have no close date and are left out.",
            lost,
        ),
    ]
    return [one for one, n in zip(told, (won, lost), strict=True) if n]


def _backwards(n: int) -> list[Text]:
    if not n:
        return []
    return [
        counted(
            "{n} deal closed before it was created; it is left out of the sales cycle and of the "
            "pipeline.",
            "{n} deals closed before they were created; they are left out of the sales cycle and "
            "of the pipeline.",
            n,
        )
    ]


def _third(won: int, lost: int, other: int) -> list[Text]:
    """Deals that ended neither won nor lost, and what the win rate is either way."""
    if not other:
        return []
    if not won or not lost:
        return [
            counted(
                "{n} deal ended neither won nor lost.",
                "{n} deals ended neither won nor lost.",
                other,
            )
        ]
    return [
        counted(
            "{n} deal ended neither won nor lost and is left out of the win rate: {rate} over the "
            "whole file, {all} if it counted as lost.",
            "{n} deals ended neither won nor lost and are left out of the win rate: {rate} over "
            "the whole file, {all} if they counted as lost.",
            other,
            rate=Share(won / (won + lost)),
            all=Share(won / (won + lost + other)),
        )
    ]


def _on_one_day(rows: ir.Table, engine: Engine) -> list[Text]:
    """Whether so many deals began on one day that it may be the day they were brought in."""
    days = rows.mutate(day=rows["created_at"].truncate("D")).filter(_.day.notnull())
    found = days.group_by("day").aggregate(n=_.count())
    both = found.aggregate(most=_.n.max(), all=_.n.sum(), day=_.day.argmax(_.n))
    told = engine.run(both).fillna({"all": 0, "most": 0}).iloc[0]
    if told["all"] < _ENOUGH or told["most"] < _IMPORTED * told["all"]:
        return []
    return [
        counted(
            "{n} deal was created on {day}: if that is the day of an import, sales cycles and "
            "the pipeline before it are too short.",
            "{n} deals were created on {day}: if that is the day of an import, sales cycles and "
            "the pipeline before it are too short.",
            int(told["most"]),
            day=told["day"].date(),
        )
    ]
