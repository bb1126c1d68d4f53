"""How soon new people win their first deal, those trained at once beside the others.

New are those whose first record lies well after the data begin: of others nobody knows when they
started. Trained at once is who completed a course within LANDMARK days; both sides are looked at
from that day on, so that nobody is trained because they lasted longer.
"""

from dataclasses import dataclass

import pandas as pd

from core.enablement.deals import deals_so_far
from core.enablement.durations import Survival, survival
from core.enablement.ledger import Ledger, NotComputable
from core.enablement.results import person
from core.enablement.training import enrolments
from core.language import text
from core.tables.model import TableKind

LANDMARK = 30  # days after the start within which a course counts
SETTLED = 60  # days after the first record of all, before which people may have been there
_NOBODY = text("not computable, because nobody in these files is seen to start")


@dataclass(frozen=True)
class Ramp:
    """People who started: one row each with person, started, days, won, at_once.

    days: from the start to the first won deal, of those without one so far (won False) up to the
    last day. trained, others: the shares without a win by day; None where nobody has won.
    """

    people: pd.DataFrame
    trained: Survival | None
    others: Survival | None


def ramp(book: Ledger) -> Ramp:
    """Raises NotComputable: training or deals are missing, nobody started."""
    courses = enrolments(book)
    deals = deals_so_far(book, "owner", "created_at", "closed_at")
    end = book.ends[TableKind.DEALS]
    begun = deals.groupby(person(deals["owner"]))["created_at"].min()
    sent = courses.groupby(person(courses["learner_id"]))["assigned_at"].min()
    started = pd.concat([begun, sent.reindex(begun.index)], axis=1).min(axis=1).dropna()
    new = started[started >= started.min() + pd.Timedelta(days=SETTLED)]
    if new.empty:
        raise NotComputable(_NOBODY)
    people = _people(new, deals, courses, end)
    return Ramp(people, _curve(people[people["at_once"]]), _curve(people[~people["at_once"]]))


def _people(
    new: "pd.Series[pd.Timestamp]", deals: pd.DataFrame, courses: pd.DataFrame, end: pd.Timestamp
) -> pd.DataFrame:
    wins = deals[deals["status"] == "won"]
    first = wins.groupby(person(wins["owner"]))["closed_at"].min().reindex(new.index)
    done = courses[courses["done"]]
    ready = done.groupby(person(done["learner_id"]))["completed_at"].min().reindex(new.index)
    days = (first.fillna(end) - new).dt.total_seconds() / 86_400
    landmark = pd.Timedelta(days=LANDMARK)
    found = pd.DataFrame({"started": new, "days": days, "won": first.notna()})
    found["at_once"] = ready <= new + landmark
    return found[days > LANDMARK].rename_axis("person").reset_index()


def _curve(people: pd.DataFrame) -> Survival | None:
    return survival(people["days"].to_numpy(float), people["won"].to_numpy(bool))
