"""Strands of several tables become columns: continued, repeated or standing side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from core.errors import Place
from core.language import Text, text
from core.metrics.names import slug
from core.metrics.roles import Proposal, propose
from core.metrics.series import series
from core.metrics.spec import Aggregate
from core.metrics.strands import Strand, Strands
from core.metrics.within_period import Rule, Series
from core.periods import Frequency, Grain


@dataclass(frozen=True)
class Told:
    """A strand, and what it is taken for."""

    strand: Strand
    proposal: Proposal

    @property
    def id(self) -> str:
        """The catalogue's id when the whole name is one of its names, else made from the name."""
        one = self.proposal
        return one.metric.id if one.metric is not None and one.whole else slug(one.name)

    def before(self, period: pd.Period) -> "Told":
        """The same without rows from that period on."""
        rows = self.strand.rows
        return replace(self, strand=replace(self.strand, rows=rows[rows["period"] < period]))

    @property
    def rule(self) -> Rule:
        """How its values are put together."""
        over_time = self.proposal.aggregate
        added = self.proposal.unit not in ("rate", "ratio", "score", "days", "hours")
        level = Aggregate.SUM if added else Aggregate.MEAN
        return Rule(over_time, level if over_time is Aggregate.LAST else over_time)


@dataclass(frozen=True)
class Merged:
    """One column to be: its strand, its values, its own id."""

    id: str
    name: str
    told: Told
    series: Series

    @property
    def label(self) -> Text:
        """Its name as the person wrote it, in every language."""
        return Text.joined("", [self.name])

    @property
    def proposal(self) -> Proposal:
        """What it is taken for."""
        return self.told.proposal

    @property
    def place(self) -> Place:
        """Where it was read."""
        return self.told.strand.place

    @property
    def grain(self) -> Grain:
        """The period it was written for."""
        return self.told.strand.frequency.grain


def proposed(found: Strands) -> list[Told]:
    """Each strand with what it is taken for, all names seen together."""
    proposals = propose([(one.name, one.unit, one.meant) for one in found.every])
    return [Told(strand, one) for strand, one in zip(found.every, proposals, strict=True)]


def joined(told: Sequence[Told]) -> tuple[list[Told], list[Text]]:
    """Strands that continue one another (yearly sheets), as one."""
    kept: list[Told] = []
    notices: list[Text] = []
    for one in told:
        place = next((i for i, first in enumerate(kept) if _continues(first, one)), None)
        if place is None:
            kept.append(one)
            continue
        first = kept[place]
        rows = _one_after_another(first.strand.rows, one.strand.rows)
        records = first.strand.records or one.strand.records
        tables = first.strand.tables | one.strand.tables
        strand = replace(first.strand, rows=rows, records=records, tables=tables)
        kept[place] = replace(first, strand=strand)
        notices.append(
            text(
                "{place} continues an earlier table.",
                place=replace(one.strand.place, column="").text(),
            )
        )
    return kept, notices


def _continues(first: Told, one: Told) -> bool:
    a, b = first.strand, one.strand
    same = first.id == one.id and a.frequency == b.frequency and _same_unit(a, b)
    if not same or a.tables & b.tables:
        return False
    return not a.known & b.known


def _one_after_another(first: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """All rows, without blanks where the other table has the period."""
    rows = pd.concat([first, then])
    twice = rows.duplicated(["period", "group"], keep=False)
    return rows[~(twice & rows["value"].isna())]


def _same_unit(a: Strand, b: Strand) -> bool:
    return a.unit == b.unit or not a.unit or not b.unit


def columns(
    told: Sequence[Told], frequency: Frequency, keep: bool
) -> tuple[list[Merged], list[Text]]:
    """One column for each strand at that frequency; equal ones once, others with an own id."""
    done: list[Merged] = []
    notices: list[Text] = []
    for one in told:
        found = series(one.strand, frequency, one.rule, keep)
        notices += found.notices
        rivals = [m for m in done if m.told.id == one.id]
        twin = next((m for m in rivals if _fits(m, one, found)), None)
        if twin is not None:
            done[done.index(twin)] = _united(twin, one, found)
            notices.append(_united_said(one))
            continue
        taken = {m.id for m in done}
        done.append(Merged(free(one.id, taken), _named(one, rivals), one, found))
        if rivals:
            notices.append(_beside_said(done[-1]))
    return done, notices


def _fits(merged: Merged, one: Told, found: Series) -> bool:
    """Whether two tables tell the same thing: no known value of theirs disagrees."""
    first = merged.told.strand
    if first.tables & one.strand.tables or not _same_unit(first, one.strand):
        return False
    both = pd.concat([merged.series.values, found.values], axis=1).dropna()
    gap = (both.iloc[:, 0] - both.iloc[:, 1]).abs()
    return bool((gap <= 1e-9 * both.abs().max(axis=1)).all())


def _united(twin: Merged, one: Told, found: Series) -> Merged:
    values = twin.series.values.combine_first(found.values)
    counts = twin.series.counts.where(twin.series.values.reindex(twin.series.counts.index).notna())
    counts = counts.combine_first(found.counts)
    partial = max((p for p in (twin.series.partial, found.partial) if p is not None), default=None)
    tables = twin.told.strand.tables | one.strand.tables
    told = replace(twin.told, strand=replace(twin.told.strand, tables=tables))
    return replace(twin, told=told, series=Series(values, counts, partial))


def _united_said(one: Told) -> Text:
    return text(
        "{place} repeats values of an earlier table without disagreement; they are kept once.",
        place=replace(one.strand.place, column="").text(),
    )


def _beside_said(merged: Merged) -> Text:
    return text(
        "{name} is kept apart from another column of the same meaning.",
        name=merged.name,
    )


def _named(one: Told, rivals: Sequence[Merged]) -> str:
    """The name, with its sheet or file when another column already has it."""
    name, place = one.strand.name, one.strand.place
    if name not in {rival.name for rival in rivals}:
        return name
    sheets = {rival.told.strand.place.sheet for rival in rivals}
    where = place.sheet if place.sheet not in sheets else place.source
    return f"{name} ({where})" if where else name


def free(wanted: str, taken: set[str]) -> str:
    """The id wanted, or with _2, _3 … the first one free."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}_{number}" in taken:
        number += 1
    return f"{wanted}_{number}"
