"""The files of the open workspace: what was read of them, used of them, and is still asked."""

from dataclasses import dataclass
from functools import partial

from core.metrics import Indicator, Role, choose_tables
from core.tables import Answers, Question, Reading, Table
from core.tables.quality import Arrival
from core.workspace import Choice, Dataset, Upload
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
    def reading(self) -> Reading:
        """The newest upload as it lies in its file."""
        key = ("reading", self.id, self.uploads[-1].id, repr(self.answers))
        return session.read_once(
            key, partial(session.store().reading, session.need_workspace(), self.dataset)
        )


def files() -> tuple[OpenFile, ...]:
    """The files of the open workspace."""
    opened = session.workspace()
    return tuple(_file(one) for one in opened.state.datasets) if opened else ()


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


def used(file: OpenFile) -> tuple[Table, ...]:
    """The file's tables that the panel is made of: those picked, else those proposed."""
    picked = choice().tables
    if picked is None:
        return choose_tables(file.tables)
    return tuple(one for place, one in enumerate(file.tables) if (file.id, place) in picked)


def questions(file: OpenFile) -> tuple[Question, ...]:
    """What the tables in use leave open, each kind once; of all tables while none can be used."""
    tables = used(file) or file.tables
    return tuple({one.id: one for table in tables for one in table.questions}.values())
