"""What goes at the door: cells that name people, before anything of a survey is stored.

The column that tells people apart keeps codes in place of what stood there, so that answers given
twice, and people who answer again in the next wave, are still found. Every other column that names
people is emptied, and names are taken out of comments. Headers stay, so that next month's file is
known by them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from core.people.answers.codes import CODED
from core.people.answers.finished import finished
from core.people.answers.long import asked_and_answered
from core.people.answers.model import QuestionKind, SurveyQuestion
from core.people.answers.people import person_column
from core.people.answers.points import cells_of
from core.people.answers.questions import columns_told
from core.people.answers.repeats import people_of
from core.people.answers.waves import wave_column
from core.people.answers.words import is_tools
from core.people.comments import name_parts, people_named, scrubbed
from core.tables.model import Column, ColumnType, Table, TableKind

Code = Callable[[str], str]
_LEADS = re.compile(
    r"\b(respond[ae]nt|response|submission|contact|participant|panelist|panel) ?(id|key|number)\b|"
    r"\b(uuid|guid|custom data|referr?er|ip)\b|^(url|refurl|seed|source)$",
    re.IGNORECASE,
)
_SENTENCE, _NAME = 3, 4  # words: of an answer that is a comment at least, of a name at most


class Instead(StrEnum):
    """What stands in place of what goes."""

    NOTHING = "nothing"
    CODES = "codes"  # in place of who answered
    REST = "rest"  # comments without the names in them
    NO_NOTES = "no notes"  # nothing, in place of the words of one-on-ones


@dataclass(frozen=True)
class Leaving:
    """One column of a table of which something goes at the door.

    cells: spreadsheet row -> what stands there instead, "" for nothing. whole: cells of further
    rows below the header go too.
    """

    sheet: str
    column: str
    letter: str
    cells: Mapping[int, str]
    instead: Instead = Instead.NOTHING
    whole: bool = True


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
            found.append(_coded(table, one, who, code))
        elif one.field == "response_id":
            found.append(_coded(table, one, written.str.casefold(), code))
        elif _names_people(known) or _may_name(one, known, written):
            cells = dict.fromkeys(map(int, written.index), "")
            found.append(Leaving(table.sheet, one.name, one.letter, cells))
    return (*found, *_comments(table, told, [one.column for one in found]))


def _coded(table: Table, one: Column, who: "pd.Series[str]", code: Code) -> Leaving:
    codes = {each: code(each) if each else "" for each in pd.unique(who)}
    cells = {row: codes[each] for row, each in zip(map(int, who.index), who, strict=True)}
    return Leaving(table.sheet, one.name, one.letter, cells, Instead.CODES)


def _comments(
    table: Table, told: Sequence[SurveyQuestion], named: Sequence[str]
) -> Iterator[Leaving]:
    """What people wrote, without the names that go: later nobody knows them any more."""
    names = name_parts(people_named(table, named))
    long = asked_and_answered(table)
    for one, known in zip(table.columns, told, strict=True):
        if not names or one.name in named:
            continue
        written = cells_of(table.frame, one)
        if long is not None and one.name == long[1].name:
            written = written[[len(str(words).split()) >= _SENTENCE for words in written]]
        elif known.kind is not QuestionKind.COMMENT:
            continue
        left = written.map(lambda words: scrubbed(words, names))
        cells = {int(str(row)): left[row] for row in written.index[left != written]}
        if cells:
            yield Leaving(table.sheet, one.name, one.letter, cells, Instead.REST, whole=False)


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


def _may_name(one: Column, known: SurveyQuestion, written: "pd.Series[str]") -> bool:
    """Whether a column that is not used may name people, whatever its header says.

    Then its words are short and hardly repeat, and its header is short and asks nothing.
    """
    unused = known.kind is QuestionKind.OTHER and not is_tools(one.name)
    if not unused or one.type is not ColumnType.TEXT:
        return False
    said = [words for words in written if words]
    asks = "?" in one.name or len(one.name.split()) > _SENTENCE
    short = sum(len(words.split()) for words in said) <= _NAME * len(said)
    return not asks and short and len(set(said)) > len(said) / 2


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


def columns(gone: Iterable[Leaving]) -> tuple[str, ...]:
    """The columns that hold nothing any more of what they held, each once."""
    return tuple(dict.fromkeys(one.column for one in gone if one.instead is not Instead.REST))
