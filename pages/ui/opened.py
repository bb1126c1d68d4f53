"""The files and connected tables of the open workspace: what was read, is used, is still asked."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from core.errors import Refusal
from core.metrics import Indicator, Role, choose_tables
from core.tables import Answers, Question, Reading, Table
from core.tables.quality import Arrival
from core.workspace import Choice, Connection, Dataset, Upload, table_of
from pages.ui import session


@dataclass(frozen=True)
class OpenFile:
    """One file of the workspace with all its months."""

    dataset: Dataset
    tables: tuple[Table, ...]

    @property
    def id(self) -> str:
        """What it is called in the workspace."""
        return self.dataset.id

    @property
    def source(self) -> str:
        """The name of its first file."""
        return self.dataset.name

    @property
    def answers(self) -> Answers:
        """What the person said about it."""
        return self.dataset.answers

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """Its files, the oldest first."""
        return self.dataset.uploads

    @property
    def key(self) -> str:
        """All that its figures rest on."""
        return repr((self.source, self.uploads[-1].tables, self.answers))

    @property
    def reading(self) -> Reading:
        """The newest upload as it lies in its file."""
        key = ("reading", self.id, self.uploads[-1].id, repr(self.answers))
        return session.read_once(
            key, partial(session.store().reading, session.need_workspace(), self.dataset)
        )


@dataclass(frozen=True)
class OpenSource:
    """One connected table, or why it cannot be asked."""

    connection: Connection
    table: Table | None
    refused: Refusal | None
    asked: datetime  # UTC; figures are not older

    @property
    def id(self) -> str:
        """What it is called in the workspace."""
        return self.connection.id

    @property
    def source(self) -> str:
        """The name of its table."""
        return self.connection.name

    @property
    def answers(self) -> Answers:
        """What the person said about it."""
        return self.connection.answers

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its table, where it can be asked."""
        return () if self.table is None else (self.table,)

    @property
    def key(self) -> str:
        """All that its figures rest on."""
        return repr((self.connection, self.asked))


Brought = OpenFile | OpenSource


def files() -> tuple[OpenFile, ...]:
    """The files of the open workspace."""
    opened = session.workspace()
    return tuple(_file(one) for one in opened.state.datasets) if opened else ()


def connections() -> tuple[Connection, ...]:
    """The connected tables, none of them asked."""
    opened = session.workspace()
    return opened.state.connections if opened else ()


def sources() -> tuple[OpenSource, ...]:
    """The connected tables, each asked once until it is asked afresh."""
    return tuple(map(_source, connections()))


def brought() -> tuple[Brought, ...]:
    """The files and the connected tables."""
    return (*files(), *sources())


def _source(one: Connection) -> OpenSource:
    key = ("source", one.id, repr(one), session.asked_at(one.id))
    return session.read_once(key, partial(_asked, one, session.asked_at(one.id)))


def _asked(one: Connection, at: datetime) -> OpenSource:
    with session.wait_for_source():
        try:
            return OpenSource(one, table_of(one), None, at)
        except Refusal as stop:
            return OpenSource(one, None, stop, at)


def _file(one: Dataset) -> OpenFile:
    key = ("tables", one.id, one.uploads[-1].tables)
    return OpenFile(
        one, session.read_once(key, partial(session.store().tables, session.need_workspace(), one))
    )


def arrivals(file: OpenFile, place: int) -> tuple[Arrival, ...]:
    """When the newest period of one of the file's tables first came, upload by upload."""
    key = (f"arrivals {place}", file.id, file.uploads[-1].tables)
    return session.read_once(key, partial(session.store().arrivals, file.dataset, place))


def choice() -> Choice:
    """What was chosen so far."""
    now = session.workspace()
    return now.state.choice if now else Choice()


def role(indicator: Indicator) -> Role:
    """The role chosen for an indicator, else the one proposed."""
    return choice().roles.get(indicator.id, indicator.role)


def silent() -> OpenSource | None:
    """A connected table that the panel needs and that cannot be asked."""
    picked = choice().tables
    wanted = (one for one in sources() if picked is None or (one.id, 0) in picked)
    return next((one for one in wanted if one.refused is not None), None)


def used(file: Brought) -> tuple[Table, ...]:
    """The tables that the panel is made of: those picked, else those proposed."""
    picked = choice().tables
    if picked is None:
        return choose_tables(file.tables)
    return tuple(one for place, one in enumerate(file.tables) if (file.id, place) in picked)


def questions(file: Brought) -> tuple[Question, ...]:
    """What the tables in use leave open, each kind once; of all tables while none can be used."""
    tables = used(file) or file.tables
    return tuple({one.id: one for table in tables for one in table.questions}.values())
