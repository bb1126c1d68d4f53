"""The names of people that are taken out of what people wrote."""

import re

from core.people import Pulse, QuestionKind
from core.people.comments import people_named
from core.tables import Table
from pages.ui import people_kept

_LEADERS = re.compile(
    r"atasan|manager|manajer|leader|supervisor|pimpinan|boss|kepala|\blead\b", re.IGNORECASE
)


def names(table: Table | None, pulse: Pulse) -> tuple[str, ...]:
    """Of people: in the columns that name them, of leaders, and those of the one-on-ones."""
    talks = people_kept.talks()
    leaders = [
        one.column for one in pulse.columns
        if one.kind is QuestionKind.GROUP and _LEADERS.search(one.column)
    ]  # fmt: skip
    named = people_named(table, [*pulse.personal, *leaders]) if table else ()
    listed = (name for one in (*talks.roster, *talks.meetings) for name in (one.person, one.leader))
    return (*named, *listed)
