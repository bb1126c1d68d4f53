"""What is said of leads left out, asked twice, never answered, answered before they came."""

import ibis.expr.types as ir
import pandas as pd
from ibis import _

from core.language import Share, Text, counted, text
from core.metrics.engine import Engine
from core.metrics.records.leads import AGAIN, ANSWER_HOURS, GENUINE


def leads_counted(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """What is said of leads left out, asked twice, never answered, answered before they came."""
    if "created_at" not in rows.columns:
        return ()
    asked = {"all": _.count(), "genuine": _[GENUINE].sum(), "again": _[AGAIN].sum()}
    if "first_response_at" in rows.columns:
        answered, own = _.first_response_at.notnull(), _[GENUINE]
        asked["answered"] = (answered & own).sum()
        asked["early"] = (answered & own & _[ANSWER_HOURS].isnull()).sum()
    n = engine.run(rows.aggregate(**asked)).fillna(0).iloc[0].astype(int)
    left_out = _left_out(n["all"] - n["genuine"])
    return (*left_out, *_repeated(n["again"]), *_answered(n), *_cohorts(rows))


def _left_out(n: int) -> list[Text]:
    if not n:
        return []
    return [
        counted(
            "{n} lead marked as spam, a duplicate or one’s own is left out.",
            "{n} leads marked as spam, duplicates or one’s own are left out.",
            n,
        )
    ]


def _repeated(n: int) -> list[Text]:
    if not n:
        return []
    return [
        counted(
            "{n} lead comes from an address or number that came within the 30 days before: it is "
            "no enquiry of its own.",
            "{n} leads come from addresses or numbers that came within the 30 days before: they "
            "are no enquiries of their own.",
            n,
        )
    ]


def _answered(n: "pd.Series[int]") -> list[Text]:
    if "answered" not in n:
        return []
    never, told = n["genuine"] - n["answered"], []
    if never:
        told.append(
            counted(
                "{n} lead ({share}) was never answered; response time is that of the others.",
                "{n} leads ({share}) were never answered; response time is that of the others.",
                never,
                share=Share(never / n["genuine"]),
            )
        )
    if n["early"]:
        told.append(
            counted(
                "{n} lead was answered before it was created and is left out of response time.",
                "{n} leads were answered before they were created and are left out of response "
                "time.",
                n["early"],
            )
        )
    return told


def _cohorts(rows: ir.Table) -> list[Text]:
    """Without the day on which something became of a lead, nobody knows when a month is ripe."""
    has = set(rows.columns)
    told = []
    if "converted_at" not in has and {"converted", "status", "deal_id"} & has:
        told.append(
            text(
                "No column says when leads became deals: the share of the last months may still "
                "rise."
            )
        )
    if "qualified_at" not in has and "status" in has:
        told.append(
            text(
                "No column says when leads were qualified: they count in the period in which they "
                "came, and the last ones may still rise."
            )
        )
    return told
