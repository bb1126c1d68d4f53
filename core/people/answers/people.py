"""Which column says who answered."""

import pandas as pd

from core.people.answers.points import says_nothing
from core.people.answers.repeats import people_of
from core.people.answers.words import names_person
from core.tables.model import Column, Table

_KNOWN = 0.5  # share of rows that must name somebody


def person_column(table: Table, rows: pd.DataFrame) -> Column | None:
    """The column that tells people apart, the surest first; an answer's own id is the last."""
    ranked = sorted(
        ((rank, n) for n, one in enumerate(table.columns) if (rank := _rank(one)) is not None)
    )
    return next(
        (table.columns[n] for _, n in ranked if _names_most(rows[table.columns[n].name])), None
    )


def _rank(one: Column) -> float | None:
    named = names_person(one.name) if not one.field.startswith(("score", "comment")) else None
    if one.field == "respondent":
        return 0.5 if named is None else float(named)
    if one.field == "response_id":
        return 9.0
    return None if named is None else float(named)


def _names_most(values: "pd.Series[str]") -> bool:
    """Whether most rows name somebody, and not all the same one."""
    who = people_of(values.astype("string"), pd.DataFrame(index=values.index))
    known = who[(who != "") & ~who.map(says_nothing).astype(bool)]
    return len(known) >= _KNOWN * len(who) and known.nunique() > 1
