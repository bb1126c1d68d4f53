"""What must be said beside an answer over several segments."""

from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import Amount, Text, counted, text
from core.lead_lag.evidence import UNSEEN, History, months_of, periods_until_known
from core.lead_lag.lengths import delay
from core.lead_lag.model import LeadLag, Verdict
from core.lead_lag.pooling.members import Members, remarks
from core.lead_lag.pooling.without import without_each

REMARKS = 6  # oddities of single series that are named
HALVED = 0.5  # share of the common r below which a result rests on the segment left out


def told(pair: LeadLag, members: Members) -> LeadLag:
    """The pair with a row for each segment, and what must be said of them."""
    rows = members.at(pair.window)
    agrees = [
        None if reason or pd.isna(r) else bool(np.sign(r) == pair.sign)
        for r, reason in zip(rows["r"], members.left_out, strict=True)
    ]
    rows["sign_agrees"] = pd.Series(agrees, dtype=object)
    rows["left_out"] = pd.Series([why or "" for why in members.left_out], dtype=object)
    counting = len(members.counting)
    made = replace(pair, segments=rows, pooled_over=counting, pooled_r=members.together)
    if len(rows) == 1:
        return made
    found = [
        _left_out(made),
        _only_one(made),
        against(made),
        _apart(made, members),
        _carried(made, members),
        _saved(made, members),
        *_odd(members),
    ]
    return replace(made, notices=(*pair.notices, *(one for one in found if one)))


def _left_out(pair: LeadLag) -> Text | None:
    out = pair.segments[pair.segments["left_out"] != ""]
    if out.empty:
        return None
    each = [
        text("{segment} ({why})", segment=name, why=why)
        for name, why in zip(out["segment"], out["left_out"], strict=True)
    ]
    return text("Left out: {segments}.", segments=Text.joined("; ", each))


def _only_one(pair: LeadLag) -> Text | None:
    if pair.pooled_over != 1:
        return None
    one = pair.segments.loc[pair.segments["left_out"] == "", "segment"].iloc[0]
    return text("Only {segment} has enough data; this is its answer alone.", segment=one)


def against(pair: LeadLag) -> Text | None:
    """Segments in which a lead has the other sign."""
    against = pair.segments[pair.segments["sign_agrees"].eq(False)]
    if pair.rung < 2 or against.empty:
        return None
    return counted(
        "In {n} of {all} segments it went the other way: {segments}.",
        "In {n} of {all} segments it went the other way: {segments}.",
        len(against),
        all=pair.pooled_over,
        segments=_with_r(against),
    )


def _apart(pair: LeadLag, members: Members) -> Text | None:
    """Segments differ by more than chance; without a lead they may have hidden one."""
    results, plan = members.asked.results, members.asked.plan
    if not results.apart_q[members.place] <= members.asked.options.level:
        return None
    if pair.rung >= 2:
        return text("The segments differ more than chance does: look at them one by one too.")
    at = int(results.forwards.apart[members.place])
    window = int(plan.windows.first[at]), int(plan.windows.last[at])
    rows = members.at(window)
    clear = rows[(rows["low"] > 0) | (rows["high"] < 0)]
    return text(
        "The segments disagree, which one answer for all hides: at {delay} {segments}.",
        delay=_span(pair, window),
        segments=_with_r(clear if len(clear) else rows.dropna()),
    )


def _carried(pair: LeadLag, members: Members) -> Text | None:
    """One segment without which nothing is left."""
    if pair.rung < 2 or pair.pooled_over < 2 or pair.pooled_r is None:
        return None
    found = []
    for at, (p, r) in without_each(members).items():
        if p > members.asked.options.level and abs(r) < HALVED * abs(pair.pooled_r[0]):
            found.append((members.names[at], p))
    if len(found) != 1:
        return None
    return text(
        "The result rests on {segment}: without it p = {p}.",
        segment=found[0][0],
        p=Amount(found[0][1], 3),
    )


def _saved(pair: LeadLag, members: Members) -> Text | None:
    """How much longer one segment alone would have to wait for as much."""
    if pair.pooled_over < 2:
        return None
    plan, place = members.asked.plan, members.place
    wanted = UNSEEN if pair.verdict is Verdict.TOO_LITTLE_DATA else pair.smallest_r
    longest = int(plan.longest[place])
    lost = float(plan.lost[place][members.counting].min())
    alone = History(longest, max(longest - lost, 0.0))
    share = plan.measured(place, members.asked.study)
    months = months_of(periods_until_known(wanted, alone, plan.asked), pair.grain, share)
    if months is None or not months > (pair.months_until_known or 0):
        return None
    return counted(
        "One segment alone would need about {n} more month to show as much.",
        "One segment alone would need about {n} more months to show as much.",
        int(months),
    )


def _odd(members: Members) -> list[Text]:
    found = remarks(members) if len(members.counting) > 1 else []
    if not found:
        return []
    said = [Text.joined(" ", found[:REMARKS])]
    more = len(found) - REMARKS
    if more > 0:
        said.append(counted("And {n} more such remark.", "And {n} more such remarks.", more))
    return said


def _with_r(rows: pd.DataFrame) -> Text:
    each = [
        text("{segment} (r = {r})", segment=name, r=Amount(float(r), 2))
        for name, r in zip(rows["segment"], rows["r"], strict=True)
    ]
    return Text.joined(", ", each)


def _span(pair: LeadLag, window: tuple[int, int]) -> Text:
    first, last = window
    if first == last:
        return delay(pair.grain, first)
    return text("{first}–{last} periods’ delay", first=first, last=last)
