"""Months across the columns: found by their headers, turned into period, metric, value.

Each row is one series, so marks and units are decided row by row. Columns of totals among the
periods are set aside.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from core.errors import Issue
from core.language import Text, text
from core.periods import Grain
from core.tables.cells import cells_of
from core.tables.columns import Typed, number_column, read_column, written_numbers
from core.tables.context import Context
from core.tables.dates import Moment, serial, take_apart
from core.tables.finish import as_of, unit_in_name
from core.tables.model import Column, ColumnType, Question, RawTable, Table, TableKind
from core.tables.timeline import SERIALS, timeline
from core.tables.words import (
    ACTUAL_NAMES, METRIC_NAMES, NUMBERING, TARGET_NAMES, TOTAL, UNIT_NAMES, YEAR_NAMES, plain,
)  # fmt: skip


@dataclass(frozen=True)
class PeriodHeader:
    """Which columns are periods: position -> first day, and what else their header says."""

    starts: dict[int, date | None]
    subs: dict[int, str]
    grain: Grain
    totals: tuple[int, ...] = ()
    question: Question | None = None
    notices: tuple[Text, ...] = field(default=())
    row_years: int | None = None  # position of a column of years, when months lack theirs


def period_header(raw: RawTable, context: Context) -> PeriodHeader | None:
    """The periods in the header, when at least half of the columns beside the labels are such."""
    read = [_period_of(parts, context) for parts in raw.header_parts]
    if not raw.header_rows:
        return None
    moments = {i: found[0] for i, found in enumerate(read) if found}
    subs = {i: found[1] for i, found in enumerate(read) if found}
    if len(moments) < 2 or len(moments) < 0.4 * len(read):
        return None
    usual = max({one.grain for one in moments.values()}, key=lambda g: sum(m.grain is g for m in moments.values()))
    totals = [i for i, one in moments.items() if one.grain is not usual]
    last = max(moments)
    totals += [
        i for i, parts in enumerate(raw.header_parts)
        if i not in moments and min(moments) < i <= last + 4 and any(TOTAL.match(plain(p)) for p in parts)
    ]  # fmt: skip
    kept = {i: one for i, one in moments.items() if one.grain is usual}
    years = _year_column(raw) if any(one.year is None for one in kept.values()) else None
    if years is not None:
        return PeriodHeader(
            {i: one.start(2000) for i, one in kept.items()}, subs, usual, tuple(totals), row_years=years
        )
    return _dated(raw, kept, subs, tuple(totals), context)


def _dated(
    raw: RawTable,
    kept: dict[int, Moment],
    subs: dict[int, str],
    totals: tuple[int, ...],
    context: Context,
) -> PeriodHeader:
    """The header's periods read like a column of dates."""
    positions = list(kept)
    shown = pd.Series([str(i) for i in positions], dtype="str")
    distinct: dict[tuple[object, ...], int] = {}
    cells = cells_of(shown, pd.Series(["text"] * len(positions)))
    firsts = [kept[i] for i in positions]
    name = text("the header").to("en")
    if len(set(subs.values())) > 1:
        order = list(dict.fromkeys(firsts))
        cells = cells_of(
            pd.Series([str(order.index(one)) for one in firsts], dtype="str"),
            pd.Series(["text"] * len(positions)),
        )
        firsts = order
    known = timeline(firsts, cells, name, context)
    del distinct
    if known.question is not None:
        return PeriodHeader({}, subs, Grain.MONTH, totals, known.question, known.notices)
    return PeriodHeader(
        dict(zip(positions, known.by_row, strict=True)), subs, known.grain, totals, notices=known.notices
    )


def _period_of(parts: tuple[str, ...], context: Context) -> tuple[Moment, str] | None:
    """The period a header names, and the words beside it: (“Jan 2025”, “Target”)."""
    if not parts:
        return None
    for said in (" ".join(parts), " ".join(reversed(parts))):
        if found := _moment(said, context):
            return found, ""
    for count in (len(parts) - 1, 1):
        for some, rest in ((parts[:count], parts[count:]), (parts[-count:], parts[:-count])):
            if rest and count > 0 and (found := _moment(" ".join(some), context)):
                return found, " ".join(rest)
    return None


def _moment(said: str, context: Context) -> Moment | None:
    if said.isdigit() and SERIALS[0] <= int(said) <= SERIALS[1] and len(said) == 5:
        day = serial(int(said), context.date_1904)
        return Moment(Grain.DAY, day.year, day.month, day.day)
    return take_apart(said)


def _year_column(raw: RawTable) -> int | None:
    for i, name in enumerate(raw.frame.columns):
        cells = raw.frame[name].str.strip()
        if YEAR_NAMES.match(plain(name)) or (i == 0 and len(cells)):
            known = cells[cells != ""]
            if len(known) and known.str.fullmatch(r"(?:tahun\s*)?(?:19|20)\d\d").all():
                return i
    return None


def unpivoted(raw: RawTable, header: PeriodHeader, context: Context) -> Table:
    """The table with one row per label and period."""
    if header.question is not None:
        return _asked(raw, header, context)
    aside = set(header.starts) | set(header.totals)
    labels = [i for i in range(raw.frame.shape[1]) if i not in aside]
    kept, columns, notices = _labels(raw, labels, header, context)
    long, issues, questions, said = _values(raw, header, kept, context)
    columns = [*columns, *_value_columns(long, header, issues)]
    named = [text("Columns of totals were left out: {list}.", list=", ".join(raw.frame.columns[i] for i in header.totals))] if header.totals else []  # fmt: skip
    return Table(
        kind=TableKind.KPI_LONG,
        source=raw.source,
        sheet=raw.sheet,
        frame=long[[one.name for one in columns]],
        columns=tuple(columns),
        header_rows=raw.header_rows,
        set_aside=raw.set_aside,
        questions=tuple(questions),
        notices=tuple(dict.fromkeys([*raw.notices, *header.notices, *named, *notices, *said])),
        as_of=as_of(raw, context),
    )


def _asked(raw: RawTable, header: PeriodHeader, context: Context) -> Table:
    assert header.question is not None
    columns = tuple(Column(name, "", ColumnType.TEXT) for name in raw.frame.columns)
    return Table(
        TableKind.OTHER, raw.source, raw.sheet, raw.frame, columns, raw.header_rows, raw.set_aside,
        (header.question,), raw.notices, as_of(raw, context),
    )  # fmt: skip


def _labels(
    raw: RawTable, labels: list[int], header: PeriodHeader, context: Context
) -> tuple[pd.DataFrame, list[Column], list[Text]]:
    """The columns that label rows: the metric's name, units, dimensions."""
    names = [raw.frame.columns[i] for i in labels if i != header.row_years]
    kept = raw.frame[names].copy()
    notices = []
    texts = [n for n in names if not NUMBERING.match(plain(n)) and kept[n].ne("").any()
             and not kept[n].str.fullmatch(r"[\d.,]*").all()]  # fmt: skip
    metric = next((n for n in texts if METRIC_NAMES.search(plain(n))), texts[0] if texts else None)
    columns = []
    for name in names:
        if name in texts and name != texts[-1] and kept[name].eq("").any() and kept[name].iloc[0] != "":
            kept[name] = kept[name].replace("", np.nan).ffill()
            notices.append(text("Empty cells of “{name}” were filled with the value above them.", name=name))
        said = plain(name)
        field = "metric" if name == metric else "unit" if UNIT_NAMES.match(said) else (
            "" if NUMBERING.match(said) else "target" if TARGET_NAMES.search(said) else "dimension")  # fmt: skip
        columns.append(Column(name, field, ColumnType.TEXT))
    if metric is not None and kept[metric].duplicated().any() and any(raw.sections.values()):
        heading = pd.Series(raw.sections).reindex(kept.index).fillna("")
        kept[metric] = (heading + " " + kept[metric]).str.strip()
    if metric is None:
        kept["metric"] = raw.sheet or raw.words.split("|")[0].strip() or "value"
        columns.append(Column("metric", "metric", ColumnType.TEXT))
    return kept, columns, notices


def _values(
    raw: RawTable, header: PeriodHeader, labels: pd.DataFrame, context: Context
) -> tuple[pd.DataFrame, list[Issue], list[Question], list[Text]]:
    pieces, issues, questions, notices = [], [], [], []
    for place, row in enumerate(raw.frame.index):
        for sub in dict.fromkeys(header.subs.get(i, "") for i in header.starts):
            positions = [i for i in header.starts if header.subs.get(i, "") == sub]
            typed, asked, said = _series(raw, place, positions, labels, context)
            questions += [q for q in asked if q not in questions]
            issues += typed.issues
            notices += [n for n in said if n not in notices]
            pieces.append(_piece(labels, place, row, sub, typed, positions, header, raw))
    long = pd.concat(pieces) if pieces else pd.DataFrame()
    return long, issues, questions, notices


def _series(
    raw: RawTable, place: int, positions: Sequence[int], labels: pd.DataFrame, context: Context
) -> tuple[Typed, tuple[Question, ...], tuple[Text, ...]]:
    """One row's cells over the periods as numbers; each issue has its own cell address."""
    words = raw.frame.iloc[place, list(positions)].reset_index(drop=True)
    kinds = raw.kinds.iloc[place, list(positions)].reset_index(drop=True)
    cells = cells_of(words, kinds)
    row = int(raw.frame.index[place])
    name = next((str(v) for v in labels.iloc[place] if v), f"{row}")
    blank = Typed(name, "", words, ColumnType.TEXT)
    typed = number_column(cells, written_numbers(cells), blank, context)
    if typed.questions:
        return replace(typed, values=pd.Series(np.nan, index=words.index)), typed.questions, ()
    typed = unit_in_name(typed)
    issues = list(typed.issues)
    issues += [
        Issue(
            text("{cell} is a formula error; it counts as unknown.", cell=words[i]),
            text("Correct the formula in the spreadsheet."),
            replace(typed.issues[0].place if typed.issues else _place(context), row=i),
        )
        for i in range(len(words)) if kinds[i] == "error"
    ]  # fmt: skip
    placed = tuple(
        replace(
            one,
            place=replace(
                one.place,
                row=row,
                column=raw.frame.columns[positions[one.place.row or 0]],
                cell=f"{raw.letters[positions[one.place.row or 0]]}{row}",
            ),
        )
        for one in issues
    )
    return replace(typed, issues=placed), (), typed.notices


def _place(context: Context) -> "object":
    from core.errors import Place

    return Place(context.source, context.sheet)


def _piece(
    labels: pd.DataFrame, place: int, row: int, sub: str, typed: Typed,
    positions: Sequence[int], header: PeriodHeader, raw: RawTable,
) -> pd.DataFrame:  # fmt: skip
    starts = [header.starts[i] for i in positions]
    if header.row_years is not None:
        digits = "".join(filter(str.isdigit, raw.frame.iloc[place, header.row_years]))
        starts = [one.replace(year=int(digits)) if one else None for one in starts]
    piece = pd.DataFrame(
        {name: [labels.iloc[place][name]] * len(positions) for name in labels.columns},
        index=pd.Index([row] * len(positions), name="row"),
    )
    piece["period"] = pd.to_datetime(pd.Series(starts, dtype=object)).to_numpy("M8[s]")
    piece["value"] = typed.values.to_numpy(float)
    piece["unit."] = typed.unit
    piece["sub."] = sub
    return piece


def _value_columns(
    long: pd.DataFrame, header: PeriodHeader, issues: list[Issue]
) -> list[Column]:
    return [
        Column("period", "period", ColumnType.DATE, grain=header.grain),
        Column("value", "value", ColumnType.NUMBER, issues=tuple(issues)),
    ]
