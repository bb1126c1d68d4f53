"""The nouns of a workspace: causes, never effects, so that every figure can be made again.

A state is frozen and JSON through and through. What an upload became (`tables`) is named by the
digests of its Parquet objects, what it was by the digest of its original bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated

from pydantic import PlainSerializer

from core.language import Text
from core.metrics import Own, Role
from core.people.one_on_ones import OneOnOnes
from core.people.pulse_template import Template
from core.people.survey_said import Surveys
from core.periods import Grain
from core.tables import Answers
from core.tables.updates import Mode
from core.workspace.calendar import Event, Shading, Tracking

Places = Annotated[
    frozenset[tuple[str, int]], PlainSerializer(lambda places: sorted(map(list, places)))
]


@dataclass(frozen=True)
class Upload:
    """One file the person brought and what became of the data set with it."""

    id: str
    source: str  # its file name; never a path here
    digest: str  # sha256 of the bytes that are kept
    at: datetime  # UTC
    mode: Mode
    renamed: Mapping[str, str]  # new name -> old name of columns and metrics
    tables: tuple[str, ...]  # digests of the data set's tables after this upload
    gone: tuple[str, ...] = ()  # columns that name people, emptied before anything was kept


@dataclass(frozen=True)
class Dataset:
    """The files of one template, oldest first, and what the person said about them."""

    id: str
    name: str
    answers: Answers
    uploads: tuple[Upload, ...]

    @property
    def newest(self) -> Upload:
        """The upload brought last."""
        return self.uploads[-1]


@dataclass(frozen=True)
class Connection:
    """A table of a source that indicators are worked out from where it lies; never a password."""

    id: str
    listed: str  # the name under which this server offers the source; "": `url` says where it is
    url: str  # as the person wrote it; "" where listed
    table: str
    answers: Answers = field(default_factory=Answers)
    kind: str = ""  # TableKind as understood when the person last said something of it
    fields: Mapping[str, str] = field(default_factory=dict)  # column -> field, as understood then
    trusted: bool = True  # False: it came in a bundle, and nobody here has said to open it

    @property
    def name(self) -> str:
        """What it is called on screen."""
        place = self.listed or self.url.rstrip("/").rpartition("/")[2]
        return (
            f"{self.table} ({self.listed})" if self.table and self.listed else self.table or place
        )


@dataclass(frozen=True)
class Choice:
    """What the person chose on the way from tables to the answer."""

    tables: Places | None = None  # (data set, place of the table in it); None: as proposed
    grain: Grain | None = None
    lags: tuple[int, int] | None = None
    keep_unfinished: bool = False
    roles: Mapping[str, Role] = field(default_factory=dict)  # indicator id -> role, where changed
    own: tuple[Own, ...] = ()  # indicators that the person defined
    fiscal_start: int | None = None  # month in which years start; None: as the files tell
    over: str = ""  # the column over whose groups a lead is looked for; "": over all together
    holidays: Shading | None = None  # which holidays charts show; None: as the language suggests
    targets: Mapping[str, float] = field(default_factory=dict)  # figure -> target, in its unit


@dataclass(frozen=True)
class Note:
    """Something the person wrote down, perhaps about a day."""

    id: str
    at: datetime  # UTC
    on: date | None
    text: str


@dataclass(frozen=True)
class State:
    """All that the person brought, said and chose."""

    name: str = ""
    datasets: tuple[Dataset, ...] = ()
    choice: Choice = Choice()
    notes: tuple[Note, ...] = ()
    connections: tuple[Connection, ...] = ()
    events: tuple[Event, ...] = ()
    tracked: Mapping[str, Tracking] = field(default_factory=dict)  # indicator id ->, where chosen
    pulse: Template | None = None  # the pulse survey as declared
    one_on_ones: OneOnOnes = field(default_factory=OneOnOnes)
    surveys: Surveys = field(default_factory=Surveys)

    def dataset(self, id: str) -> Dataset | None:
        """The data set with that id."""
        return next((one for one in self.datasets if one.id == id), None)


@dataclass(frozen=True)
class Workspace:
    """A workspace as it stood at one revision."""

    id: str
    revision: int
    state: State


@dataclass(frozen=True)
class Revision:
    """One step of the history: `digest` is the sha256 of the state's JSON."""

    number: int
    at: datetime  # UTC
    what: Text
    digest: str


@dataclass(frozen=True)
class Step:
    """One revision with its state."""

    at: datetime  # UTC
    what: Text
    digest: str
    state: State


@dataclass(frozen=True)
class Summary:
    """One workspace of the list."""

    id: str
    name: str
    changed: datetime  # UTC
    files: tuple[str, ...]
