"""From the pipeline at the start of a period to its end: what came, what went, what changed.

start + created − won − lost − other ± changes = end, exact to the cent. Changes of amounts are
known from the stage history where it has amounts; without it today's amounts stand for all days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from ibis import _

from core.errors import Refusal
from core.language import Language, Text, counted, text
from core.metrics.engine import Engine, local
from core.metrics.records import Known, known
from core.metrics.records.words import plainly
from core.periods import Frequency, Grain, calendar, label
from core.tables.model import Table, TableKind

STEPS = ("created", "won", "lost", "other", "changes")
MONTHS = Frequency(Grain.MONTH)
_NOTHING: Mapping[str, str] = {}
_AMOUNTS = ("amount", "jumlah", "nilai", "value")
_NEEDED = ("status", "created_at", "closed_at")
_END = ("won", "lost", "other")


@dataclass(frozen=True)
class Bridge:
    """One row a period: start, created, won, lost, other, changes, end; what left is positive.

    `value` is in the file's money, None where no amounts are known; `count` is deals.
    """

    value: pd.DataFrame | None
    count: pd.DataFrame
    notices: tuple[Text, ...] = ()


def pipeline_bridge(
    tables: Sequence[Table],
    frequency: Frequency = MONTHS,
    *,
    as_of: date | None = None,
    fields: Mapping[str, str] = _NOTHING,
) -> Bridge:
    """The bridge of the deals among the tables, with the amounts of a stage history among them.

    Raises Refusal: no deals with outcome, day of creation and day of closing; several currencies.
    """
    with local() as engine:
        found = known(tables, engine, fields, as_of)
        if found is None or not _whole(found):
            raise Refusal(
                text("The bridge needs deals with a status, a day of creation and a close date."),
                text("Bring an export of deals with these columns."),
            )
        deals = _deals(found, engine)
        changes = _changes(found, deals, engine)
        span = found.spans[TableKind.DEALS]
        notices = found.records[TableKind.DEALS].notices
    ends = span.as_of or span.last
    periods = calendar(*(pd.Period(day, frequency.freq) for day in (span.first, ends)))
    deals = deals[deals["created"] < pd.Timestamp(ends) + pd.Timedelta(days=1)]
    after = deals["closed"] >= pd.Timestamp(ends) + pd.Timedelta(days=1)
    deals = deals.assign(status=deals["status"].mask(after, "open"))
    count = _stepped(_counted(deals, periods), periods)
    if deals["amount"].isna().all():
        return Bridge(None, count, notices)
    value = _stepped(_valued(deals, changes, periods), periods) / 100.0
    return Bridge(value, count, (*notices, *_said(deals, changes)))


def describe_bridge(bridge: Bridge, language: Language = "en") -> dict[str, Any]:
    """The bridge as plain data: what `panel --bridge --json` prints; steps by period label."""
    return {
        "value": None if bridge.value is None else _by_label(bridge.value),
        "count": _by_label(bridge.count),
        "notices": [notice.to(language) for notice in bridge.notices],
    }


def _by_label(steps: pd.DataFrame) -> dict[str, dict[str, float]]:
    rows = (dict(zip(steps.columns, row, strict=True)) for row in steps.to_numpy().tolist())
    return {label(period): row for period, row in zip(steps.index, rows, strict=True)}


def _whole(found: Known) -> bool:
    deals = found.records.get(TableKind.DEALS)
    return deals is not None and set(_NEEDED) <= deals.fields


def _deals(found: Known, engine: Engine) -> pd.DataFrame:
    """deal, created, closed, status, amount (cents, NaN unknown) of those that ever stood open."""
    rows = found.records[TableKind.DEALS].rows
    if engine.run(rows.aggregate(n=_.currency_of_amount.nunique()))["n"].iloc[0] > 1:
        raise Refusal(
            text("The amounts are in several currencies and cannot be added."),
            text("Bring a file with one of them."),
        )
    rows = rows.filter(_.stands_in_pipeline & _.created_at.notnull())
    kept = {"created": _.created_at, "closed": _.closed_at, "status": _.status}
    for name, field in (("deal", "deal_id"), ("amount", "amount")):
        if field in rows.columns:
            kept[name] = rows[field]
    frame = engine.run(rows.select(**kept)).reindex(
        columns=["deal", "created", "closed", "status", "amount"]
    )
    frame["closed"] = frame["closed"].mask(frame["status"] == "open")
    return frame.assign(deal=_named(frame["deal"]), amount=_cents(frame["amount"]))


def _named(ids: pd.Series) -> pd.Series:
    """Numbers as words, so that 17 and “17” are the same deal."""
    if pd.api.types.is_float_dtype(ids):
        return ids.astype("Int64").astype("string")
    return ids.astype("string")


def _cents(amounts: pd.Series) -> pd.Series:
    return (pd.to_numeric(amounts, errors="coerce").astype(float) * 100).round()


def _changes(found: Known, deals: pd.DataFrame, engine: Engine) -> pd.DataFrame:
    """deal, at, first (cents), change (cents): amounts that the stage history knows, in order."""
    nothing = pd.DataFrame(columns=["deal", "at", "first", "change"])
    history = found.records.get(TableKind.STAGE_HISTORY)
    if history is None or not {"deal_id", "entered_at"} <= history.fields:
        return nothing
    numeric = [one for one, type in history.rows.schema().items() if type.is_numeric()]
    names = [one for one in numeric if plainly(one).startswith(_AMOUNTS)]
    if not names:
        return nothing
    rows = history.rows.select(
        deal=_.deal_id, at=_.entered_at, amount=_[names[0]], row=_.row_number_in_table
    )
    frame = engine.run(rows).dropna(subset=["deal", "at", "amount"])
    frame = frame.assign(deal=_named(frame["deal"]), amount=_cents(frame["amount"]))
    frame = frame.sort_values(["deal", "at", "row"], kind="stable")
    closed = frame["deal"].map(deals.drop_duplicates("deal").set_index("deal")["closed"])
    frame = frame[closed.isna() | (frame["at"] <= closed + pd.Timedelta(days=1))]
    by_deal = frame.groupby("deal")["amount"]
    return frame.assign(first=by_deal.transform("first"), change=by_deal.diff().fillna(0.0))


def _periods(moments: pd.Series, periods: pd.PeriodIndex) -> pd.PeriodIndex:
    return pd.PeriodIndex(pd.DatetimeIndex(moments), freq=periods.freqstr)


def _counted(deals: pd.DataFrame, periods: pd.PeriodIndex) -> pd.DataFrame:
    ones = pd.Series(1.0, index=deals.index)
    return _moved(deals, ones, ones, periods)


def _valued(deals: pd.DataFrame, changes: pd.DataFrame, periods: pd.PeriodIndex) -> pd.DataFrame:
    """Steps in cents: deals come in at their first amount and leave at their last."""
    today = deals["amount"].fillna(0.0)
    by_deal = changes.groupby("deal")
    first = deals["deal"].map(by_deal["first"].first()).astype(float).fillna(today)
    last = first + deals["deal"].map(by_deal["change"].sum()).astype(float).fillna(0.0)
    steps = _moved(deals, first, last, periods)
    known = changes[changes["deal"].isin(deals["deal"]) & (changes["change"] != 0)]
    if len(known):
        closed = known["deal"].map(deals.drop_duplicates("deal").set_index("deal")["closed"])
        at = known["at"].where(closed.isna() | (known["at"] <= closed), closed)
        moved = known["change"].groupby(_periods(at, periods)).sum()
        steps["changes"] = moved.reindex(periods).fillna(0.0).astype(float)
    return steps


def _moved(
    deals: pd.DataFrame, coming: pd.Series, going: pd.Series, periods: pd.PeriodIndex
) -> pd.DataFrame:
    """What entered and left in each period."""
    steps = pd.DataFrame(0.0, index=periods, columns=list(STEPS))
    entered = coming.groupby(_periods(deals["created"], periods)).sum()
    steps["created"] = entered.reindex(periods).fillna(0.0)
    for name in _END:
        left = deals["status"] == name
        gone = going[left].groupby(_periods(deals.loc[left, "closed"], periods)).sum()
        steps[name] = gone.reindex(periods).fillna(0.0)
    return steps


def _stepped(steps: pd.DataFrame, periods: pd.PeriodIndex) -> pd.DataFrame:
    """The steps between the start and the end they lead from and to."""
    net = steps["created"] - steps[list(_END)].sum(axis=1) + steps["changes"]
    end = net.cumsum()
    found = steps.assign(start=np.r_[0.0, end.to_numpy()[:-1]], end=end)
    return found[["start", *STEPS, "end"]] + 0.0


def _said(deals: pd.DataFrame, changes: pd.DataFrame) -> list[Text]:
    told = []
    if not len(changes):
        told.append(
            text("Earlier amounts are not known: today’s amounts are used for all periods.")
        )
    unknown = int(deals["amount"].isna().sum())
    if unknown:
        told.append(
            counted(
                "{n} deal without a value counts as 0 in the value of the pipeline.",
                "{n} deals without a value count as 0 in the value of the pipeline.",
                unknown,
            )
        )
    return told
