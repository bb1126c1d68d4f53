"""How fast leads are answered by a person: the time, the share in time, those never answered.

A lead that nobody answered still waits: it counts in the share, and in the median of Kaplan and
Meier, where its wait so far is less than its whole wait. Those not answered are never dropped.
"""

from collections.abc import Mapping, Sequence

from core.enablement.answers_to_leads import EARLY, Responses, responses
from core.enablement.counting import counted_row, lasting, lasting_so_far, noted, of_group, shared
from core.enablement.ledger import Group, Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.working_hours import DAY_S
from core.language import Text, counted, text

_UNANSWERED = text("not answered so far")
_TOO_FINE = text(
    "not computable, because the times have no hours: ask for a limit of whole days (--within 24)"
)
_STILL = text("Not answered means still waiting on the last day of the data.")


def response_s(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """Seconds to the first answer: median and p90 of those answered, km_median of all leads."""
    found = responses(book, asked)
    return [row for group in book.groups(found.leads) for row in _times(found, group)]


def _times(found: Responses, group: Group) -> list[Measured]:
    row = of_group(Measured("response_s", unit="s"), group)
    timed = group[2][~group[2]["early"]]
    done = timed["answered_at"].notna().to_numpy()
    waited = timed["waited"].to_numpy(float)
    early = LeftOut(EARLY, int(group[2]["early"].sum()))
    unanswered = LeftOut(_UNANSWERED, int((~done).sum()))
    left = (*_all(found, group), early)
    rows = [
        *lasting(row, waited[done], (*left, unanswered)),
        lasting_so_far(row, waited, done, left),
    ]
    return [noted(one, found.notes) for one in rows]


def response_within(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """The share of all leads answered within the limit (asked.within_s)."""
    found = responses(book, asked)
    if found.whole_days and not asked.working_hours and asked.within_s < DAY_S:
        raise NotComputable(_TOO_FINE)
    return [_within(found, group, asked) for group in book.groups(found.leads)]


def _within(found: Responses, group: Group, asked: Asked) -> Measured:
    leads = group[2]
    early, answered = leads["early"], leads["answered_at"].notna()
    young = int((~answered & (leads["waited"] < asked.within_s)).sum())
    counts = leads[~early]
    fast = counts["answered_at"].notna() & (counts["waited"] <= asked.within_s)
    left = (*_all(found, group), LeftOut(EARLY, int(early.sum())))
    row = of_group(Measured("response_within"), group)
    limit = text("The limit is {hours} hours.", hours=f"{asked.within_s / 3600:g}")
    notes = (limit, *(_still_in_time(young) if young else ()), *found.notes)
    return noted(shared(row, int(fast.sum()), len(counts), left), notes)


def _still_in_time(n: int) -> tuple[Text]:
    return (
        counted(
            "Counts as not answered so far, though the limit is not over: {n} lead.",
            "Count as not answered so far, though the limit is not over: {n} leads.",
            n,
        ),
    )


def never_answered(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """The share of all leads that nobody has answered so far, and their number (stat count)."""
    found = responses(book, asked)
    rows: list[Measured] = []
    for group in book.groups(found.leads):
        n, left = int(group[2]["answered_at"].isna().sum()), _all(found, group)
        row = of_group(Measured("never_answered"), group)
        rows.append(noted(shared(row, n, len(group[2]), left), (_STILL, *found.notes)))
        count = counted_row(of_group(Measured("never_answered", stat="count"), group), n)
        rows.append(noted(count, (_STILL,)))
    return rows


def _all(found: Responses, group: Group) -> tuple[LeftOut, ...]:
    """What was left out before groups were made: said of all records alone."""
    return () if group[0] else found.left_out


RESPONSE: Mapping[str, Measure] = {
    "response_s": response_s,
    "response_within": response_within,
    "never_answered": never_answered,
}
