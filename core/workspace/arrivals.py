"""A file at the door: which data set it continues, what it would change. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.tables import Answers, Reading, Table, read
from core.tables.stored import canonical
from core.tables.updates import Comparison, compare, resemblance
from core.workspace.growth import Content, tables_of
from core.workspace.model import Dataset, State
from core.workspace.written import digest_of

LIKE = 0.6  # resemblance from which a file continues a data set
Templates = Sequence[tuple[str, Answers]]


@dataclass(frozen=True)
class Arrival:
    """A file as read, beside what is there."""

    source: str
    digest: str  # sha256 of its bytes
    shape: str  # of files of its template, read without any answer
    reading: Reading
    answers: Answers  # with which it was read
    dataset: str | None = None  # id of the data set it continues
    seen: tuple[str, ...] = ()  # ids of the uploads that data set had
    comparison: Comparison | None = None
    identical: bool = False  # the same bytes are there already, and taking them changes nothing

    def apart(self) -> "Arrival":
        """The same file as the first of a data set of its own."""
        return replace(self, dataset=None, seen=(), comparison=None, identical=False)


def arrive(
    state: State, file: tuple[str, bytes], said: Answers | None, known: tuple[Templates, Content]
) -> Arrival:
    """Reads a file (name, bytes) and puts it beside the data set it continues. Raises Refusal."""
    templates, content = known
    source, written = file
    digest = digest_of(written)
    plainly = read(written, source)
    shape = shape_of(plainly)
    found = _continued(state, plainly, digest, content)
    usual = Answers(fiscal_start=state.choice.fiscal_start)
    answers = said or (found.answers if found else dict(templates).get(shape, usual))
    reading = plainly if answers == Answers() else read(written, source, answers)
    arrival = Arrival(source, digest, shape, reading, answers)
    return _beside(arrival, found, tables_of(found.newest, content)) if found else arrival


def _beside(arrival: Arrival, found: Dataset, before: Sequence[Table]) -> Arrival:
    """The arrival with what it would change in the data set it continues."""
    comparison = compare(before, arrival.reading.tables)
    held = [one.digest for one in found.uploads]
    changes = any(len(one.changed) or len(one.new) for one in comparison.changes)
    again = arrival.digest in held and not (changes or comparison.only_after)
    return replace(
        arrival,
        dataset=found.id,
        seen=tuple(one.id for one in found.uploads),
        comparison=comparison,
        identical=arrival.answers == found.answers and (held[-1] == arrival.digest or again),
    )


def shape_of(reading: Reading) -> str:
    """What files of one template share: the digest of their tables' column names."""
    names = [[column.name for column in table.columns] for table in reading.tables]
    return digest_of(canonical(names))


def _continued(state: State, reading: Reading, digest: str, content: Content) -> Dataset | None:
    """The data set that holds these very bytes, else the one most alike."""
    for one in reversed(state.datasets):
        if any(upload.digest == digest for upload in one.uploads):
            return one
    alike = [
        (resemblance(tables_of(one.newest, content), reading.tables), place)
        for place, one in enumerate(state.datasets)
    ]
    best, place = max(alike, default=(0.0, 0))
    return state.datasets[place] if best >= LIKE else None
