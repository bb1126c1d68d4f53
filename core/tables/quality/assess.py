"""A Table's quality: every check in turn, two scores that are never mixed, one sentence."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from core.language import Text, counted, text
from core.tables.model import Fits, Table
from core.tables.quality.figures import constant, lost, negative, round_figures, unknown
from core.tables.quality.freshness import freshness, newest_period
from core.tables.quality.gaps import gaps
from core.tables.quality.jumps import jumps, jumps_of
from core.tables.quality.model import (
    Arrival,
    Correctness,
    Finding,
    Freshness,
    Quality,
    Severity,
)
from core.tables.quality.outliers import outliers
from core.tables.quality.repeats import copied, same_rows
from core.tables.quality.scores import GRAVITY, columns_of, correctness
from core.tables.quality.stale import future, repeating, stopped
from core.tables.quality.strands import View, view_of
from core.tables.quality.totals import totals_off
from core.tables.quality.units import mixed_units

MOST_ALIKE = 20  # findings of one sort in one column told one by one


def quality_of(
    table: Table, today: date | None = None, arrivals: Sequence[Arrival] = ()
) -> Quality:
    """What is found of a table; `today` is the day asked about, for freshness and future dates."""
    view = view_of(table)
    order = [*GRAVITY]
    found = sorted(_found(view, today), key=lambda one: order.index(one.severity))
    findings = tuple(_gathered(found))
    columns = columns_of(view, findings)
    score = correctness(table, columns, findings)
    fresh = freshness(view, today, arrivals)
    return Quality(columns, findings, score, fresh, table.totals, _summary(table, score, findings))


def freshness_of(table: Table, today: date, arrivals: Sequence[Arrival] = ()) -> Freshness:
    """How old the newest period of a table is on a day, and when the next should come."""
    return freshness(view_of(table), today, arrivals)


def newest_day(table: Table) -> date | None:
    """The first day of the newest period a table holds; None where it holds no periods."""
    newest = newest_period(view_of(table))
    return None if newest is None else newest.start_time.date()


def _found(view: View, today: date | None) -> Iterator[Finding]:
    stretches = jumps_of(view)
    yield from jumps(view, stretches)
    yield from totals_off(view.table)
    for look in (same_rows, negative, mixed_units, copied, gaps, stopped, repeating, lost):
        yield from look(view)
    yield from outliers(view, stretches)
    yield from future(view, today)
    for look in (constant, unknown, round_figures):
        yield from look(view)


def _gathered(found: Sequence[Finding]) -> Iterator[Finding]:
    """Findings, where more than MOST_ALIKE of one sort in one column are told as one."""
    alike = sorted(found, key=lambda one: (one.severity != Severity.WRONG, one.fault, one.column))
    kept: list[Finding] = []
    for _, group in groupby(alike, key=lambda one: (one.severity, one.fault, one.column)):
        each = list(group)
        kept += each[:MOST_ALIKE]
        more = each[MOST_ALIKE:]
        if more:
            kept.append(_more(more))
    yield from sorted(kept, key=lambda one: GRAVITY.index(one.severity))


def _more(more: Sequence[Finding]) -> Finding:
    first = more[0]
    places = tuple(place for one in more for place in one.places[:1])[:MOST_ALIKE]
    what = counted(
        "{n} more finding of the same sort, such as: {first}",
        "{n} more findings of the same sort, such as: {first}",
        len(more),
        first=first.what,
    )
    return Finding(first.fault, first.severity, what, first.remedy, first.column, places, len(more))


def _summary(table: Table, score: Correctness, findings: Sequence[Finding]) -> Text:
    wrong = sum(one.severity is Severity.WRONG for one in findings)
    check = sum(one.severity is Severity.CHECK for one in findings)
    if wrong:
        said = counted(
            "{n} thing is wrong and {check} to look at.",
            "{n} things are wrong and {check} to look at.",
            wrong,
            check=check,
        )
    elif check:
        said = counted(
            "Nothing is plainly wrong; {n} thing needs a look.",
            "Nothing is plainly wrong; {n} things need a look.",
            check,
        )
    else:
        said = text("No fault was found.")
    agreed = reconciliation(table)
    return Text.joined(" ", [said, *([agreed] if agreed else [])])


def reconciliation(table: Table) -> Text | None:
    """How many of the sheet's own totals agree with their parts; None where it has none."""
    sums = [one for one in table.totals if one.fits is not Fits.AMONG]
    if not sums:
        return None
    agreed = sum(one.fits is Fits.SUM for one in sums)
    rows = {one.row for one in sums if not one.across}
    if len(rows) == 1 and not any(one.across for one in sums):
        return counted(
            "Compared with the sheet's {label} in row {row}: {agreed} of {n} column agrees.",
            "Compared with the sheet's {label} in row {row}: {agreed} of {n} columns agree.",
            len(sums),
            label=sums[0].label,
            row=str(sums[0].row),
            agreed=agreed,
        )
    return counted(
        "Compared with the sheet's own totals: {agreed} of {n} agrees.",
        "Compared with the sheet's own totals: {agreed} of {n} agree.",
        len(sums),
        agreed=agreed,
    )
