"""The nouns of reading: bytes -> Grid -> RawTable -> Table, each frozen, each told by its name.

Rows are spreadsheet rows as the person sees them (first line = 1); columns have their letter.
Until a whole column has been seen, every cell is text with the kind its file gave it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

import pandas as pd

from core.errors import Issue, Place
from core.language import Text
from core.periods import Frequency, Grain
from core.tables.places import placed


class CellKind(StrEnum):
    """What the file itself says a cell is; text files say `text` only."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    BOOLEAN = "boolean"
    DURATION = "duration"
    ERROR = "error"
    PERCENT = "percent"  # a number the file shows as percent; the text is the fraction


class ColumnType(StrEnum):
    """What a whole column was read as."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"
    DATETIME = "datetime"
    BOOLEAN = "boolean"
    DURATION = "duration"
    EMPTY = "empty"


class TableKind(StrEnum):
    """What a table is about (metrics.md, Canonical tables); `other` is read but not yet used."""

    KPI_WIDE = "kpi_wide"
    KPI_LONG = "kpi_long"
    DEALS = "deals"
    STAGE_HISTORY = "stage_history"
    LEADS = "leads"
    ACTIVITIES = "activities"
    CONTENT_USAGE = "content_usage"
    TRAINING = "training"
    WEB_TRAFFIC = "web_traffic"
    ORDERS = "orders"
    CUSTOMERS = "customers"
    SURVEY = "survey"
    OTHER = "other"


class RowRole(StrEnum):
    """What the person says a row of the sheet is."""

    HEADER = "header"
    DATA = "data"
    TOTAL = "total"
    NOTE = "note"


class Aside(StrEnum):
    """Why a row stands outside the data."""

    TITLE = "title"
    NOTE = "note"
    TOTAL = "total"
    BLANK = "blank"
    REPEATED_HEADER = "repeated_header"


class Fits(StrEnum):
    """How a total of the sheet stands to its parts."""

    SUM = "sum"
    AMONG = "among"  # between the smallest and the largest part: an average or a level
    NEITHER = "neither"


@dataclass(frozen=True)
class TotalCheck:
    """One total that the sheet itself writes, beside what its parts add to."""

    label: str  # what the sheet calls it: TOTAL, Jumlah 2024
    row: int
    column: str
    cell: str  # its address
    said: str  # as the sheet writes it
    total: float  # as read
    sum: float  # of its parts
    fits: Fits
    across: bool = False  # a total of the cells beside it, not of the rows

    @property
    def difference(self) -> float:
        """What the sheet says above what its parts add to."""
        return self.total - self.sum


@dataclass(frozen=True)
class Grid:
    """One sheet as it lies in the file.

    `cells` are text (numbers as the shortest digits that give them back, dates as ISO), `kinds`
    has the same shape and holds CellKind values; index = spreadsheet rows, columns = 0, 1, 2 …
    """

    sheet: str
    cells: pd.DataFrame
    kinds: pd.DataFrame
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()  # spreadsheet rows
    hidden_columns: frozenset[int] = frozenset()  # from 0
    notices: tuple[Text, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()  # first row, column, last row, column
    date_1904: bool = False
    tidy: bool = False  # known: no cell begins or ends with a blank
    named: bool = False  # known from the format: the first row names the columns


@dataclass(frozen=True)
class SetAside:
    """Rows of the sheet that are not data, and why."""

    rows: tuple[int, ...]
    why: Aside
    words: str  # their text, shortened


@dataclass(frozen=True)
class Question:
    """What the file leaves open. Until it is answered the column stays text."""

    id: str  # date_order | decimal | year | suffix | fiscal_start | meaning
    column: str
    what: Text
    choices: tuple[tuple[str, Text], ...]  # (value to answer with, its words)
    option: str  # the command-line option that answers it, such as --date-order


@dataclass(frozen=True)
class RawTable:
    """One detected table, still text. Index = spreadsheet rows; columns = header names."""

    source: str
    sheet: str
    frame: pd.DataFrame
    kinds: pd.DataFrame
    header_rows: tuple[int, ...]
    letters: tuple[str, ...]  # spreadsheet letter of each column
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[Text, ...] = ()
    header_parts: tuple[tuple[str, ...], ...] = ()  # per column: its words, one per header row
    words: str = ""  # titles and notes round the table
    titles: tuple[str, ...] = ()  # the rows of words above the header, top to bottom
    totals: pd.DataFrame = field(default_factory=pd.DataFrame)  # rows of totals set aside, as text
    total_kinds: pd.DataFrame = field(default_factory=pd.DataFrame)
    sections: Mapping[int, str] = field(default_factory=dict)  # row -> heading above it


@dataclass(frozen=True)
class Column:
    """What one column was understood to be."""

    name: str  # as the person wrote it
    field: str  # period | metric | value | unit | target | dimension | measure | ""
    type: ColumnType
    unit: str = ""  # percent | ISO currency code | ""
    grain: Grain | None = None  # of a period column
    issues: tuple[Issue, ...] = ()
    letter: str = ""  # spreadsheet letter; "" where its cells lie in several columns of the sheet
    reason: Text | None = None  # why it was taken for that field
    year_starts: int | None = None  # month in which its financial years start; None: it names none

    @property
    def freq(self) -> str:
        """The pandas frequency of its periods; days where it has none."""
        return Frequency(self.grain or Grain.DAY, self.year_starts or 1).freq


@dataclass(frozen=True)
class Table:
    """Typed rows of one kind, with all that was set aside, asked, noticed and lost.

    `frame` has one column for each entry of `columns`, in order and by name; index = spreadsheet
    rows (rows unpivoted from months-across share the row of their label). Periods are dates
    (datetime64): the day the file writes, else the first day of the period it writes.

    `origin` has the frame's rows in the same order and the columns `source`, `sheet`, `row`,
    `letter`: the cell that holds the row's value ("" where each column has its own letter).
    None: every row lies in `source`, `sheet`, at its index. `core.tables.places` says more.
    """

    kind: TableKind
    source: str
    sheet: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    header_rows: tuple[int, ...]
    set_aside: tuple[SetAside, ...] = ()
    questions: tuple[Question, ...] = ()
    notices: tuple[Text, ...] = ()
    as_of: date | None = None  # the day the file says it was made up to, when it says so
    origin: pd.DataFrame | None = None
    totals: tuple[TotalCheck, ...] = ()  # the sheet's own totals, reconciled
    key: tuple[str, ...] | None = None  # columns that tell rows apart in updates; None: none came

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Every issue of every column."""
        return tuple(issue for column in self.columns for issue in column.issues)

    def place(self, position: int, column: str) -> Place:
        """The cell that holds a value: `position` counts the rows from 0, `column` is its name."""
        own = next(one for one in self.columns if one.name == column)
        letter = own.letter
        if not letter and own.field == "value" and self.origin is not None:
            letter = str(self.origin["letter"].iloc[position])
        usual = Place(self.source, self.sheet, int(self.frame.index[position]), column)
        return placed(self.origin, position, usual, letter)


@dataclass(frozen=True)
class RowSaid:
    """What the person said of one row; `words` find it again where rows have moved."""

    sheet: str
    row: int
    words: str
    role: RowRole


@dataclass(frozen=True)
class Answers:
    """What the person said about a file; the start of its Template.

    A key of "" answers for every column. Fields: source column -> field or catalogue id or
    "ignore". `sheet` keeps that sheet only. In kinds "" answers for every sheet.
    """

    date_order: Mapping[str, str] = field(default_factory=dict)  # column -> dmy | mdy
    decimal: Mapping[str, str] = field(default_factory=dict)  # column -> comma | point
    fields: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    sheet: str | None = None
    suffix: Mapping[str, str] = field(default_factory=dict)  # column -> million | billion, of "3 M"
    types: Mapping[str, ColumnType] = field(default_factory=dict)  # column -> type to read it as
    rows: tuple[RowSaid, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)  # sheet -> TableKind
    fiscal_start: int | None = None  # month (1-12) in which financial years start

    def with_answer(self, question: Question, value: str) -> "Answers":
        """These answers and one more. What a file writes one way, it writes so in every column."""
        if question.id in ("year", "fiscal_start"):
            return replace(self, **{question.id: int(value)})  # type: ignore[arg-type]
        if question.id == "meaning":
            return replace(self, fields={**self.fields, question.column: value})
        return replace(self, **{question.id: {"": value}})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Reading:
    """One file, understood: its sheets as they lie, the tables found, what it did not say."""

    source: str  # file name
    digest: str  # sha256 of the bytes
    grids: tuple[Grid, ...]
    tables: tuple[Table, ...]
    notices: tuple[Text, ...] = ()
