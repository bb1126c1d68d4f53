"""The enablement metrics of the files that a command names."""

from argparse import Namespace
from collections.abc import Sequence

from core.enablement import SIZE_BAND, Answer, Asked, enablement, unused_by
from core.opening.files import all_tables, matters
from core.options import settled


def enablement_of(given: Namespace) -> Answer:
    """The enablement metrics of all files.

    Raises Refusal when a question about a column they may rest on is still open.
    """
    tables, fields = all_tables(given)
    unused = unused_by(given.metric) - _fields_behind(given.by)
    open_now = [(one, table) for table in tables for one in table.questions]
    settled(
        [one for one, table in open_now
         if one.column in given.by or matters(one, table, unused)]
    )  # fmt: skip
    asked = Asked(
        given.as_of,
        tuple(given.by),
        fields,
        within_s=given.within * 3600.0,
        working_hours=given.working_hours,
        others_lost=given.others_lost,
    )
    return enablement(tables, asked, given.metric)


def _fields_behind(by: Sequence[str]) -> set[str]:
    """The fields on which what divides rests."""
    return {*by, "amount"} if SIZE_BAND in by else set(by)
