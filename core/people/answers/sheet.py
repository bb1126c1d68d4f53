"""A survey table as everybody's answers: one row a person and wave, whatever tool wrote it."""

from dataclasses import dataclass

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, text
from core.people.answers.finished import finished
from core.people.answers.long import asked_and_answered, one_row_each
from core.people.answers.model import ASKED, NOTHING, Answered, QuestionKind, Said, SurveyQuestion
from core.people.answers.moments import (
    either_way,
    open_question,
    refuse_open,
    time_column,
    times_of,
)
from core.people.answers.people import person_column
from core.people.answers.points import cells_of
from core.people.answers.questions import asked_in, columns_told
from core.people.answers.repeats import people_of
from core.people.answers.waves import ONE, Waves, by_period, one_wave, wave_column, waves_of
from core.people.answers.words import plainly
from core.periods import Grain
from core.tables.model import Column, Table

_WRITTEN = (*ASKED, QuestionKind.COMMENT)


@dataclass(frozen=True)
class _Rows:
    """The rows that are answers, and what the columns beside the questions say of them."""

    frame: pd.DataFrame
    told: tuple[SurveyQuestion, ...]
    groups: pd.DataFrame
    who: "pd.Series[str]"
    days: "pd.Series[pd.Timestamp]"
    waves: Waves
    notices: tuple[Text, ...]
    person: str = ""


def answered(table: Table, said: Said = NOTHING) -> Answered:
    """Everybody's answers, with the wave of each; repeats of a person are still there.

    Raises Refusal: the waves cannot be put in order, or their days hang on an open question.
    """
    rows = _rows(table, said)
    at = _order(rows.days)
    in_wave = (rows.waves.labels != "") | (len(rows.waves.order) == 0)
    if asked_and_answered(table) is None:
        cells = _cells(table, rows)
        return _kept(rows, cells, rows.told, at, in_wave)
    keys = pd.DataFrame({"who": rows.who, "wave": rows.waves.labels})
    cells, first = one_row_each(table, rows.frame, keys, at)
    asked = tuple(asked_in(plainly(one), one, cells[one]) for one in cells.columns)
    cells.columns = pd.Index([one.name for one in asked])
    others = tuple(one for one in rows.told if one.kind not in _WRITTEN)
    taken = first.to_numpy()
    cells.index = rows.frame.index[taken]
    return _kept(_taken(rows, cells.index), cells, (*asked, *others), at.loc[cells.index],
                 in_wave.loc[cells.index])  # fmt: skip


def _rows(table: Table, said: Said) -> _Rows:
    frame, notices = finished(table)
    wave = _said_column(table, said.waves) or (wave_column(table) if not said.waves else None)
    told = columns_told(table, frame, wave.name if wave else "")
    groups = _groups(table, frame, told)
    person = None if said.alone else person_column(table, frame)
    who = (
        people_of(cells_of(frame, person).astype("string"), groups)
        if person
        else pd.Series("", index=frame.index, dtype=object)
    )
    days = times_of(frame, time_column(table.columns))
    known = who if person and person.field != "response_id" else who.mask(who != "", "")
    waves = _waves(table, frame, (wave, said.waves), days, known)
    return _Rows(frame, told, groups, who, days, waves, (*notices, *waves.notices),
                 person.name if person else "")  # fmt: skip


def _waves(
    table: Table, rows: pd.DataFrame, said: tuple[Column | None, str],
    days: "pd.Series[pd.Timestamp]", who: "pd.Series[str]",
) -> Waves:  # fmt: skip
    column, words = said
    wanted = words.strip().casefold()
    if wanted in ONE:
        return one_wave(rows)
    at, place = time_column(table.columns), Place(table.source, table.sheet)
    question = open_question(table, at)
    if wanted in list(Grain) and column is None:
        if question:
            raise refuse_open(question, place)
        return by_period(days, Grain(wanted))
    if column is None and question and at is not None:
        _settle(either_way(rows, at), who, refuse_open(question, place))
        return one_wave(rows)
    return waves_of(rows, column, days, who)


def _settle(ways: "list[pd.Series[pd.Timestamp]]", who: "pd.Series[str]", refusal: Refusal) -> None:
    """Raises that refusal where waves or repeats hang on how the days are read."""
    people = pd.Series("", index=who.index, dtype=object)
    if who[who != ""].duplicated().any():
        raise refusal
    if any(waves_of(one.to_frame(), None, one, people).order for one in ways):
        raise refusal


def _said_column(table: Table, said: str) -> Column | None:
    """The column the person named for waves. Raises Refusal where nothing is called so."""
    wanted = said.strip().casefold()
    if not wanted or wanted in ONE:
        return None
    for one in table.columns:
        if wanted in (one.name.strip().casefold(), plainly(one.name).casefold()):
            return one
    if wanted in list(Grain):
        return None
    raise Refusal(
        text("There is no column “{name}” to tell waves by.", name=said),
        text("Choose from: {known}.",
             known=", ".join(["one", *Grain, *(one.name for one in table.columns)])),
        Place(table.source, table.sheet),
    )  # fmt: skip


def _groups(table: Table, rows: pd.DataFrame, told: tuple[SurveyQuestion, ...]) -> pd.DataFrame:
    named = {one.column: one.name for one in told if one.kind is QuestionKind.GROUP}
    return pd.DataFrame(
        {named[one.name]: cells_of(rows, one) for one in table.columns if one.name in named},
        index=rows.index,
        dtype=object,
    )


def _cells(table: Table, rows: _Rows) -> pd.DataFrame:
    """The answers as written, a column a question."""
    named = {one.column: one.name for one in rows.told if one.kind in _WRITTEN}
    return pd.DataFrame(
        {named[one.name]: cells_of(rows.frame, one) for one in table.columns if one.name in named},
        index=rows.frame.index,
        dtype=object,
    )


def _taken(rows: _Rows, index: pd.Index) -> _Rows:
    return _Rows(
        rows.frame.loc[index], rows.told, rows.groups.loc[index], rows.who.loc[index],
        rows.days.loc[index],
        Waves(rows.waves.labels.loc[index], rows.waves.order, rows.waves.column),
        rows.notices, rows.person,
    )  # fmt: skip


def _kept(
    rows: _Rows,
    cells: pd.DataFrame,
    told: tuple[SurveyQuestion, ...],
    at: "pd.Series[float]",
    in_wave: "pd.Series[bool]",
) -> Answered:
    """The rows whose wave is known."""
    return Answered(
        told,
        cells[in_wave],
        rows.groups[in_wave],
        rows.waves.labels[in_wave],
        rows.waves.order,
        rows.days[in_wave].dt.normalize(),
        rows.who[in_wave],
        at[in_wave],
        rows.notices,
        rows.person,
    )


def _order(days: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    """The order in which answers were given: by time, then by row."""
    return days.rank(method="dense").astype(float)
