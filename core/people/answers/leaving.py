"""What goes at the door: cells that name people, before anything of a survey is stored.

The column that tells people apart keeps codes in place of what stood there, so that answers given
twice, and people who answer again in the next wave, are still found. Every other column that names
people is emptied. Headers stay, so that next month's file is known again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from core.people.answers.finished import finished
from core.people.answers.model import QuestionKind, SurveyQuestion
from core.people.answers.people import person_column
from core.people.answers.points import cells_of
from core.people.answers.questions import columns_told
from core.people.answers.repeats import people_of
from core.people.answers.waves import wave_column
from core.tables.model import Column, ColumnType, Table, TableKind

Code = Callable[[str], str]
CODED = re.compile(r"p[0-9a-f]{4}-[0-9a-f]{12}")
_LEADS = re.compile(
    r"\b(respond[ae]nt|response|submission|contact|participant|panelist|panel) ?(id|key|number)\b|"
    r"\b(uuid|guid|custom data|referr?er|ip)\b|^(url|refurl|seed|source)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Leaving:
    """One column of a table that goes at the door.

    cells: spreadsheet row -> what stands there instead, "" for nothing. whole: cells of further
    rows below the header go too. note: words of a one-on-one, not a name.
    """

    sheet: str
    column: str
    letter: str
    cells: Mapping[int, str]
    whole: bool = True
    note: bool = False

    @property
    def coded(self) -> bool:
        """Whether codes stand in place of names."""
        return any(self.cells.values())


def leaving(table: Table, code: Code) -> tuple[Leaving, ...]:
    """The columns of a survey that name people; those that hold nothing any more are none.

    code: what stands in place of a person; the same for the same words.
    """
    rows, _ = finished(table)
    wave = wave_column(table)
    told = columns_told(table, rows, wave.name if wave else "")
    person = person_column(table, rows)
    found = []
    for one, known in zip(table.columns, told, strict=True):
        written = cells_of(table.frame, one)
        if _is_clean(written):
            continue
        if person is not None and one.name == person.name:
            who = people_of(written.astype("string"), _groups(table, told))
            found.append(_leaving(table, one, who.map(lambda each: code(each) if each else "")))
        elif one.field == "response_id":
            said = written.astype("string").str.casefold()
            found.append(_leaving(table, one, said.map(lambda each: code(each) if each else "")))
        elif _names_people(known):
            found.append(_leaving(table, one, pd.Series("", index=written.index)))
    return tuple(found)


def are_foreign(tables: Iterable[Table], code: Code) -> bool:
    """Whether people of surveys have codes that another workspace made."""
    own = code("").partition("-")[0]
    words = (table.frame[one.name].astype("string").dropna()
             for table in tables if table.kind is TableKind.SURVEY
             for one in table.columns if one.type is ColumnType.TEXT)  # fmt: skip
    first = (str(one.iloc[0]) for one in words if len(one))
    return any(CODED.fullmatch(one) and not one.startswith(own) for one in first)


def _names_people(one: SurveyQuestion) -> bool:
    if one.kind is QuestionKind.PERSONAL:
        return True
    return one.kind is QuestionKind.OTHER and bool(_LEADS.search(one.name.replace("_", " ")))


def _is_clean(written: "pd.Series[str]") -> bool:
    """Whether nothing stands in a column but codes."""
    known = written[written != ""]
    return bool(known.map(lambda one: bool(CODED.fullmatch(one))).all())


def _groups(table: Table, told: tuple[SurveyQuestion, ...]) -> pd.DataFrame:
    named = {one.column: one.name for one in told if one.kind is QuestionKind.GROUP}
    every = [one for one in table.columns if one.name in named]
    return pd.DataFrame(
        {named[one.name]: cells_of(table.frame, one) for one in every},
        index=table.frame.index,
        dtype=object,
    )


def _leaving(table: Table, one: Column, said: "pd.Series[str]") -> Leaving:
    cells = dict(zip(map(int, said.index), map(str, said), strict=True))
    return Leaving(table.sheet, one.name, one.letter, cells)
