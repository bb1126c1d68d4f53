"""Every change a person makes to the open workspace; each lies on disk before the page goes on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from core.errors import Refusal
from core.language import Text, text
from core.metrics import Indicator, Role
from core.tables import Answers, Question
from core.tables.updates import Mode
from core.workspace import Revision, State, Upload, begun, connections, edits, people, table_of
from pages.ui import opened, reading_bar, session
from pages.ui.opened import Brought, OpenSource
from pages.ui.session import Waiting


def open_files(brought: Iterable[tuple[str, bytes]], name: str = "", asking: bool = True) -> None:
    """Takes in new files at once; what continues a file waits for the person's word.

    So does a file that names people, so that what goes of it is seen first; not `asking`: a sample.
    """
    store, said, refused, waiting = session.store(), [], [], list(session.waiting())
    fresh = session.workspace() is None
    now = session.workspace() or store.create(name)
    with reading_bar.shown() as bar:
        for source, content in brought:
            bar.begin(source)
            try:
                arrival = store.arrive(now, source, content)
                if arrival.identical or (arrival.comparison and arrival.comparison.is_same):
                    nothing = text("“{name}” brings nothing new; nothing was changed.", name=source)
                    said.append(nothing)
                elif arrival.comparison or (arrival.gone and asking):
                    waiting.append(Waiting(arrival, arrival.kept or content))
                else:
                    now = store.accept(now.id, arrival, content)
                    said += [] if fresh else [text("“{name}” was taken in.", name=source)]
                said += arrival.told
            except Refusal as stop:
                refused.append(stop)
        session.brought()
        if fresh and not (now.state.datasets or waiting):
            store.delete(now.id)
        else:
            session.show_now(now)
        session.await_word(waiting)
        session.tell(said, refused)


def open_sample(name: str, files: Sequence[Path], looked: int = 0) -> None:
    """Opens a sample in a workspace of its own; one opened before and left as it was serves.

    looked: steps that looking at it makes.
    """
    kept = next((one for one in session.store().recent() if one.name == name), None)
    session.leave()
    if kept and len(session.store().revisions(kept.id)) <= 1 + len(files) + looked:
        session.enter(session.store().open(kept.id))
    else:
        open_files(((one.name, one.read_bytes()) for one in files), name, asking=False)


def accept(waiting: Waiting, mode: Mode, renamed: Mapping[str, str]) -> None:
    """Takes a waiting file into the file that it continues."""
    _take(waiting, lambda: session.store().accept(
        _id(), waiting.arrival, waiting.content, mode, dict(renamed)
    ))  # fmt: skip


def keep_apart(waiting: Waiting) -> None:
    """Takes a waiting file as a file of its own."""
    alone = replace(waiting.arrival, dataset=None, comparison=None)
    _take(waiting, lambda: session.store().accept(_id(), alone, waiting.content))


def _take(waiting: Waiting, taken: Callable[[], object]) -> None:
    try:
        session.show_now(taken())
        session.tell([text("“{name}” was taken in.", name=waiting.arrival.source)])
        dismiss(waiting)
    except Refusal as stop:
        session.tell(refused=[stop])


def dismiss(waiting: Waiting) -> None:
    """Leaves a waiting file out."""
    session.await_word(one for one in session.waiting() if one is not waiting)
    now = session.workspace()
    if now and now.revision == 1 and not session.waiting():  # made for that file alone
        session.store().delete(now.id)
        session.leave()


def undo(upload: Upload) -> None:
    """The workspace without that upload."""
    _try(
        lambda: session.store().undo(_id(), upload.id),
        [text("“{name}” was taken out again.", name=upload.source)],
    )


def answer(file: Brought, answers: Answers) -> None:
    """Reads a file again with what the person said, and remembers it for files of its shape."""
    if isinstance(file, OpenSource):
        _answer_source(file, answers)
        return
    with reading_bar.shown() as bar:
        bar.begin(file.source)
        _try(lambda: session.store().answer(_id(), file.id, answers))


def _answer_source(source: OpenSource, answers: Answers) -> None:
    """Takes the columns of a connected table for what the person says."""
    said = replace(source.connection, answers=answers, kind="", fields={})
    what = text("“{name}” read with other answers", name=source.source)
    with session.wait_for_source():
        _try(
            lambda: session.store().change(
                _id(), connections.say(source.id, answers, table_of(said)), what
            )
        )


def connect(listed: str, url: str, table: str) -> bool:
    """Connects a table of a source; whether it could be."""
    try:
        with session.wait_for_source():
            new, _ = begun(listed, url, table)
    except Refusal as stop:
        session.tell(refused=[stop])
        return False
    if session.workspace() is None:
        session.show_now(session.store().create())
    edit(connections.add(new), text("“{name}” connected", name=new.name))
    return not session.refused()


def trust(source: OpenSource) -> None:
    """Opens a connection that came with a file."""
    what = text("“{name}” connected", name=source.source)
    edit(connections.put(source.id, lambda one: replace(one, trusted=True)), what)


def disconnect(source: OpenSource) -> None:
    """Takes a connected table out of the workspace."""
    edit(connections.drop(source.id), text("“{name}” removed", name=source.source))
    if not session.refused():
        session.tell(
            [
                text(
                    "“{name}” was removed. The history on the page Workspace brings it back.",
                    name=source.source,
                )
            ]
        )


def mean(question: Question, field: str) -> None:
    """Says what a column that can mean several things means, in every file that has it."""
    for file in opened.brought():
        answer(file, file.answers.with_answer(question, field))


def edit(change: Callable[[State], State], what: Text) -> None:
    """Changes the newest state on disk."""
    _try(lambda: session.store().change(_id(), change, what))


def go_back(revision: Revision) -> None:
    """The state as it was after an earlier change, as a change of its own; closed waves stay."""
    then = session.store().state_at(_id(), revision.number)
    what = text("Back to: {what}", what=revision.what)
    _try(lambda: session.store().change(_id(), people.gone_back(then), what), [what])


def _try(change: Callable[[], object], said: Iterable[Text] = ()) -> None:
    try:
        session.show_now(change())
        session.tell(said)
    except Refusal as stop:
        session.tell(refused=[stop])


def _id() -> str:
    now = session.workspace()
    assert now is not None
    return now.id


def pick_role(indicator: Indicator, widget: str) -> None:
    """Takes over the role just picked in the widget of that key."""
    role = Role(session.picked(widget))
    what = text("Role of “{name}”", name=indicator.name)
    edit(edits.set_role(indicator.id, role), what)


def use(file: Brought, place: int, wanted: bool) -> None:
    """Takes a table into the panel, or leaves it out."""
    proposed = frozenset(
        (one.id, at)
        for one in opened.brought()
        for at, each in enumerate(one.tables)
        if any(each is kept for kept in opened.used(one))
    ) | {(one.id, 0) for one in opened.sources() if one.refused is not None}
    edit(edits.use_table(file.id, place, wanted, proposed), text("Tables chosen"))
