"""The records in memory, as frames under the field names of metrics.md, up to one day.

Medians with what still runs, landmarks and matched strata need every record, so they are worked out
here and not by the engine; at most MOST records of a kind are taken from a connected source.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from core.enablement.bands import SIZE_BAND, with_bands
from core.enablement.model import Asked, Measured
from core.errors import Refusal
from core.language import Text, text
from core.metrics import columns_named
from core.metrics.engine import Engine, local
from core.metrics.records import BETWEEN, Records, records, span_of
from core.tables.mapping import KIND_NAMES, field_name
from core.tables.model import Table, TableKind

_ENTERED = "entered_at:"  # of a column of dates for one stage
MOST = 2_000_000  # records of a kind held in memory
Group = tuple[str, str, pd.DataFrame]  # column, word, its rows
Measure = Callable[["Ledger", Asked], Sequence[Measured]]


class NotComputable(Exception):
    """A figure cannot be worked out from these records; `why` begins “not computable, because”."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.to("en"))
        self.why = why


@dataclass(frozen=True)
class Ledger:
    """Every kind of records there is, each up to its own last day.

    A frame has the fields of metrics.md that the file has (moments as datetime64, words trimmed),
    what core.metrics.records makes ready beside them, the file's other columns under their own
    names, and where each row was read (ROW, TABLE). `ends`: the first moment of which nothing is
    known any more: the day after the last.
    """

    frames: Mapping[TableKind, pd.DataFrame]
    ends: Mapping[TableKind, pd.Timestamp]
    notices: tuple[Text, ...] = ()
    by: tuple[tuple[str, ...], ...] = ()  # each column asked for with the names it may have
    asked_by: str = ""  # those columns as the person named them
    stage_dates: Mapping[str, str] = field(default_factory=dict)  # column of deals -> the stage

    def need(self, kind: TableKind, *fields: str) -> pd.DataFrame:
        """The rows of a kind that has all these fields. Raises NotComputable."""
        if kind not in self.frames:
            raise NotComputable(
                text(
                    "not computable, because these tables are missing: {kinds}",
                    kinds=KIND_NAMES[kind],
                )
            )
        missing = [one for one in fields if one not in self.frames[kind].columns]
        if missing:
            raise NotComputable(
                text(
                    "not computable, because these columns are missing in {kind}: {fields}",
                    kind=KIND_NAMES[kind],
                    fields=Text.joined(", ", [field_name(one) for one in missing]),
                )
            )
        return self.frames[kind]

    def groups(self, frame: pd.DataFrame) -> Iterator[Group]:
        """All rows, then those of each word of the columns asked for, in the order of the words."""
        yield "", "", frame
        names = [next((one for one in by if one in frame.columns), "") for by in self.by]
        if not names or "" in names:
            return
        words = [frame[one].astype("string").fillna("").str.strip() for one in names]
        label = (
            words[0].str.cat(pd.concat(words[1:], axis=1), sep=BETWEEN) if words[1:] else words[0]
        )
        for word, rows in frame.groupby(label, sort=True):
            yield self.asked_by, str(word), rows


def ledger(tables: Sequence[Table], asked: Asked) -> Ledger:
    """The records among the tables. Raises Refusal: a column to divide by is in none of them."""
    by = tuple(_named(tables, one) for one in asked.by)
    with local() as engine:
        found = records(tables, engine, asked.said)
        told = {kind: _told(one, engine, asked.as_of) for kind, one in found.items()}
    frames = {kind: frame for kind, (frame, _) in told.items()}
    ends = {kind: pd.Timestamp(end) for kind, (_, end) in told.items() if end is not None}
    stages = _stage_dates(tables)
    if asked.as_of is None and TableKind.DEALS in ends:
        last = _last_stage(frames[TableKind.DEALS], stages)
        ends[TableKind.DEALS] = max(ends[TableKind.DEALS], last)
    return Ledger(
        frames,
        ends,
        tuple(dict.fromkeys(said for one in found.values() for said in one.notices)),
        by,
        BETWEEN.join(asked.by),
        stages,
    )


def divided(book: Ledger, tables: Sequence[Table], by: Sequence[str]) -> Ledger:
    """The same records, divided by other columns. Raises Refusal: none of the tables has one."""
    names = tuple(_named(tables, one) for one in by)
    return replace(book, by=names, asked_by=BETWEEN.join(by))


def _stage_dates(tables: Sequence[Table]) -> dict[str, str]:
    """The columns that hold the day a deal entered a stage, with the stage."""
    columns = (one for table in tables if table.kind is TableKind.DEALS for one in table.columns)
    found = (one for one in columns if one.field.startswith(_ENTERED))
    return {one.name: one.field.removeprefix(_ENTERED) for one in found}


def _last_stage(deals: pd.DataFrame, stages: Mapping[str, str]) -> pd.Timestamp:
    """The day after the last on which a deal entered a stage."""
    dated = deals[[one for one in stages if one in deals.columns]].select_dtypes("datetime")
    days = dated.max().dropna()
    return days.max().normalize() + pd.Timedelta(days=1) if len(days) else pd.Timestamp.min


def _told(one: Records, engine: Engine, as_of: date | None) -> tuple[pd.DataFrame, date | None]:
    """The rows of a kind, and the day after the last of which they speak."""
    if one.connected and engine.run(one.rows.count().name("n").as_table())["n"].iloc[0] > MOST:
        raise Refusal(
            text("This source has more than {n} rows of one kind.", n=MOST),
            text("Connect a view of the last years, or of one team."),
            one.place,
        )
    span = span_of(one, engine, as_of)
    last = as_of or (span.last if span is not None else None)
    end = None if last is None else pd.Timestamp(last) + pd.Timedelta(days=1)
    return with_bands(engine.run(one.rows)), end


def _named(tables: Sequence[Table], by: str) -> tuple[str, ...]:
    """The names a column to divide by may have."""
    return (SIZE_BAND,) if by == SIZE_BAND else columns_named(tables, (by,))[0]


def measured(measure: Measure, name: str, book: Ledger, asked: Asked) -> tuple[Measured, ...]:
    """What a metric answers; one row that says why, where it is not computable."""
    try:
        return tuple(measure(book, asked))
    except NotComputable as stop:
        return (refusal(name, stop.why),)


def refusal(name: str, why: Text, **more: str) -> Measured:
    """The row of a figure that is not computable."""
    return replace(Measured(name, refused=why), **more)  # type: ignore[arg-type]
