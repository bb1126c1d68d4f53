"""A file at the door: which data set it continues, what it would change. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.language import Text, text
from core.people.leaving import Code, Leaving, are_foreign
from core.tables import Answers, Reading, Table, TableKind
from core.tables.stored import canonical
from core.tables.updates import Comparison, compare, resemblance
from core.workspace.door import Came, came, cleaned
from core.workspace.growth import Content, tables_of
from core.workspace.model import Dataset, State
from core.workspace.written import digest_of

LIKE = 0.6  # resemblance from which a file continues a data set
Templates = Sequence[tuple[str, Answers]]


@dataclass(frozen=True)
class Known:
    """What a workspace knows beside its state."""

    templates: Templates  # what was said of files of a shape
    content: Content
    code: Code  # what stands in place of a person


@dataclass(frozen=True)
class Arrival:
    """A file as read, beside what is there."""

    source: str
    digest: str  # sha256 of the bytes that are kept of it
    shape: str  # of files of its template, read without any answer
    reading: Reading
    answers: Answers  # with which it was read
    dataset: str | None = None  # id of the data set it continues
    seen: tuple[str, ...] = ()  # ids of the uploads that data set had
    comparison: Comparison | None = None
    identical: bool = False  # the same bytes are there already, and taking them changes nothing
    kept: bytes | None = None  # in place of its bytes, where some of it must not be kept
    gone: tuple[Leaving, ...] = ()  # what is not kept
    told: tuple[Text, ...] = ()  # what there is to say of it

    def apart(self) -> "Arrival":
        """The same file as the first of a data set of its own."""
        return replace(self, dataset=None, seen=(), comparison=None, identical=False)


def arrive(state: State, file: tuple[str, bytes], said: Answers | None, known: Known) -> Arrival:
    """Reads a file (name, bytes) and puts it beside the data set it continues.

    What names people is taken out first. Raises Refusal.
    """
    source, written = file
    whole = came(written, source)
    found, answers = _understood(state, whole, said, known)
    whole = whole.read_with(answers)
    before = tables_of(found.newest, known.content) if found else ()
    whole = whole.read_with(_as_survey(before, whole))
    kept, gone = cleaned(whole, known.code)
    if gone:
        found = _understood(state, kept, said, known)[0]
    shape = shape_of(kept.plainly)
    arrival = Arrival(source, digest_of(kept.content), shape, kept.reading, kept.answers,
                      kept=kept.content if gone else None, gone=gone)  # fmt: skip
    if found is None:
        return arrival
    before = tables_of(found.newest, known.content)
    if are_foreign(before, known.code):
        return replace(arrival, told=(_coded_elsewhere(found.name, source),))
    return _beside(arrival, found, before)


def _as_survey(before: Sequence[Table], file: Came) -> Answers:
    """The answers by which a table that continues a survey is read as one, whatever it seems."""
    surveys = {one.sheet for one in before if one.kind is TableKind.SURVEY}
    alone = len(before) == len(file.reading.tables) == 1
    kinds = {
        one.sheet: TableKind.SURVEY.value
        for one in file.reading.tables
        if one.kind is not TableKind.SURVEY and surveys and (alone or one.sheet in surveys)
    }
    if not kinds:
        return file.answers
    return replace(file.answers, kinds={**file.answers.kinds, **kinds})


def _coded_elsewhere(old: str, new: str) -> Text:
    return text(
        "“{old}” came from another workspace, where people have other codes. To count nobody "
        "twice, “{new}” is a file of its own.",
        old=old,
        new=new,
    )


def _understood(
    state: State, file: Came, said: Answers | None, known: Known
) -> tuple[Dataset | None, Answers]:
    """The data set that a file continues, and the answers it is read with."""
    found = _continued(state, file.plainly, digest_of(file.content), known.content)
    usual = Answers(fiscal_start=state.choice.fiscal_start)
    kept = found.answers if found else dict(known.templates).get(shape_of(file.plainly), usual)
    return found, said or kept


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
