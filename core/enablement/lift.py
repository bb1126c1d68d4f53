"""How much more often deals are won that were given sales material: associated, never caused.

raw: all closed deals, given before their close against given none. Deals that live longer have more
chances to be given something (immortal time), so stratified looks at day L alone: deals still open
then, given by then or not, at equal amount, owner and source.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.enablement.counting import noted, of_group, some
from core.enablement.given import Given, given, strata
from core.enablement.ledger import Ledger, Measure
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.pooled import pooled_difference
from core.enablement.rates import Interval, difference
from core.language import Text, text
from core.tables.mapping import field_name

LEAST = 20  # deals in each arm
_ASSOCIATED = text("Associated with winning, not shown to bring it about.")
_OPEN = text("still open")
_NO_CREATED = text("not computable, because no column says when deals were created")
_LONE_ONLY = text(
    "not computable, because no group of equal deals holds both some that were given material and "
    "some that were not"
)
Arms = tuple[tuple[int, int], tuple[int, int]]  # (won, deals): given material, and not


def content_lift(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """p(won | given) - p(won | given none): raw, and stratified at a landmark."""
    found = given(book, asked)
    rows: list[Measured] = []
    for row, deals, gifts in _groups(book, found):
        at = found.first(gifts).loc[deals.index]
        rows += [_raw(row, deals, at), _stratified(row, deals, at, found.end)]
    return rows


def _groups(book: Ledger, found: Given) -> Iterator[tuple[Measured, pd.DataFrame, pd.DataFrame]]:
    """All deals and gifts; the deals of each group, or the gifts where their log has the column."""
    by_deals = [group for group in book.groups(found.deals) if group[0]]
    yield Measured("content_lift"), found.deals, found.gifts
    for group in by_deals:
        yield of_group(Measured("content_lift"), group), group[2], found.gifts
    if not by_deals:
        for group in book.groups(found.gifts):
            if group[0]:
                yield of_group(Measured("content_lift"), group), found.deals, group[2]


def _raw(row: Measured, deals: pd.DataFrame, at: "pd.Series[pd.Timestamp]") -> Measured:
    row = replace(row, variant="raw")
    closed = deals[deals["ended"]]
    treated = (at.loc[closed.index] < closed["closed_at"]).to_numpy()
    left = (LeftOut(_OPEN, len(deals) - len(closed)),)
    arms = _arms(closed["won"].to_numpy(), treated)
    if (few := _too_few(arms)) is not None:
        return replace(row, refused=few, n=len(closed), left_out=some(left))
    return _told(replace(row, left_out=some(left)), arms, difference(*arms))


def _stratified(
    row: Measured, deals: pd.DataFrame, at: "pd.Series[pd.Timestamp]", end: pd.Timestamp
) -> Measured:
    row = replace(row, variant="stratified")
    if "created_at" not in deals.columns:
        return replace(row, refused=_NO_CREATED)
    days = landmark(deals, at)
    if days is None:
        return replace(row, refused=_too_few(((0, 0), (0, len(deals)))))
    there, closed = _at_landmark(deals, days, end)
    treated = (at.loc[closed.index] < closed["created_at"] + _days(days)).to_numpy()
    early = LeftOut(
        text("closed or not yet {days} days old on day {days}", days=days), len(deals) - len(there)
    )
    left = (early, LeftOut(_OPEN, len(there) - len(closed)))
    row = replace(row, left_out=some(left), n=len(closed))
    arms = _arms(closed["won"].to_numpy(), treated)
    if (few := _too_few(arms)) is not None:
        return replace(row, refused=few, notes=(_looked(days),))
    label, fields = strata(closed, treated)
    value = pooled_difference(closed["won"], pd.Series(treated, closed.index), label)
    return noted(_told(row, arms, value), (_looked(days), _held(fields)))


def landmark(deals: pd.DataFrame, at: "pd.Series[pd.Timestamp]") -> int | None:
    """The day L of a deal's life: by when half of those given anything have been given it first."""
    waits = (at - deals["created_at"]).dt.total_seconds() / 86_400
    known = waits[deals["ended"] & (waits >= 0) & (at < deals["closed_at"])]
    return max(1, int(np.ceil(known.median()))) if len(known) else None


def _at_landmark(
    deals: pd.DataFrame, days: int, end: pd.Timestamp
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The deals open on that day of theirs, and those of them that ended since."""
    day = deals["created_at"] + _days(days)
    there = deals[(day < end) & ~(deals["ended"] & (deals["closed_at"] <= day))]
    return there, there[there["ended"]]


def _days(days: int) -> pd.Timedelta:
    return pd.Timedelta(days=days)


def _arms(won: np.ndarray, treated: np.ndarray) -> Arms:
    """(won, deals) of those given, and of the others."""
    return (int(won[treated].sum()), int(treated.sum())), (
        int(won[~treated].sum()),
        int((~treated).sum()),
    )


def _too_few(arms: Arms) -> Text | None:
    (_, given_n), (_, others) = arms
    if min(given_n, others) >= LEAST:
        return None
    return text(
        "not computable, because both sides need at least {least} closed deals: {given} were given "
        "material, {others} were not",
        least=LEAST, given=given_n, others=others,
    )  # fmt: skip


def _told(row: Measured, arms: Arms, found: Interval | None) -> Measured:
    (won, n), (others_won, others) = arms
    if found is None:
        return replace(row, refused=_LONE_ONLY)
    said = text(
        "Won: {won} of {n} deals given material, {others_won} of {others} of the others.",
        won=won, n=n, others_won=others_won, others=others,
    )  # fmt: skip
    told = replace(row, value=found.value, low=found.low, high=found.high, n=n + others)
    return noted(told, (said, _ASSOCIATED))


def _looked(days: int) -> Text:
    return text(
        "Deals still open {days} days after they were created, given material by then or not; what "
        "they were given later does not count.",
        days=days,
    )


def _held(fields: Sequence[str]) -> Text:
    if not fields:
        return text("Not compared among equal deals: the two sides share too few of them.")
    names = Text.joined(", ", [field_name(one) for one in fields])
    return text("Compared among deals of equal: {fields}.", fields=names)


LIFT: Mapping[str, Measure] = {"content_lift": content_lift}
