"""The results of each person: how soon their leads are answered, how many deals they win.

People are found by their name among the owners of leads and deals.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from core.enablement.answers_to_leads import responses
from core.enablement.deals import deals_so_far
from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import Asked
from core.enablement.working_hours import DAY_S


@dataclass(frozen=True)
class Result:
    """One measure of people's work: what each record of theirs says, and on which day.

    records: person, at, value, in the order of `at`. A person's level is their mean (`unit` rate),
    else the sum of a window.
    """

    unit: str
    records: pd.DataFrame
    first: pd.Timestamp
    end: pd.Timestamp

    def of(self, records: pd.DataFrame) -> "pd.Series[float]":
        """The level of each person that has any of those records."""
        by_person = records.groupby("person")["value"]
        return by_person.mean() if self.unit == "rate" else by_person.sum()

    def between(self, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
        """The records from one moment up to another."""
        low, high = self.records["at"].searchsorted([first, last])
        return self.records.iloc[low:high]


def results(book: Ledger, asked: Asked) -> Mapping[str, Result]:
    """Every measure that these tables allow, by the name of its metric."""
    found = {}
    for name, work in _WAYS.items():
        try:
            made = work(book, asked)
        except NotComputable:
            continue
        if made is not None:
            found[name] = made
    return found


def person(names: pd.Series) -> "pd.Series[str]":
    """Names as they are compared: lower case, without doubled blanks."""
    plain = names.astype("string").str.lower().str.strip()
    return plain.str.replace(r"\s+", " ", regex=True)


def _answers(book: Ledger, asked: Asked) -> Result | None:
    """Whether each lead was answered within the limit."""
    found = responses(book, asked)
    leads = found.timed
    if "owner" not in leads.columns or (found.whole_days and asked.within_s < DAY_S):
        return None
    answered = leads["answered_at"].notna()
    fast = answered & (leads["waited"] <= asked.within_s)
    ripe = answered | (leads["waited"] >= asked.within_s)
    return _result("rate", leads["owner"][ripe], leads["created_at"], fast)


def _closed(book: Ledger, asked: Asked) -> pd.DataFrame:
    deals = deals_so_far(book, "owner", "closed_at")
    lost = ("lost", "other") if asked.others_lost else ("lost",)
    return deals[deals["status"].isin(("won", *lost)) & deals["closed_at"].notna()]


def _wins(book: Ledger, asked: Asked) -> Result | None:
    deals = _closed(book, asked)
    won = deals["status"] == "won"
    if won.all() or not won.any():
        return None
    return _result("rate", deals["owner"], deals["closed_at"], won)


def _won(book: Ledger, asked: Asked) -> Result | None:
    deals = _closed(book, asked)
    return _result("count", deals["owner"], deals["closed_at"], deals["status"] == "won")


def _result(
    unit: str,
    who: pd.Series,
    at: "pd.Series[pd.Timestamp]",
    value: "pd.Series[bool]",
) -> Result | None:
    """The records of those named."""
    told = {"person": person(who), "at": at[who.index], "value": value[who.index].astype(float)}
    records = pd.DataFrame(told).dropna().sort_values("at", kind="stable", ignore_index=True)
    if records.empty:
        return None
    first, last = records["at"].iloc[0].normalize(), records["at"].iloc[-1].normalize()
    return Result(unit, records, first, last + pd.Timedelta(days=1))


_WAYS = {"response_within": _answers, "win_rate": _wins, "won": _won}
