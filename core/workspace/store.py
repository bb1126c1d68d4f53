"""Workspaces in a folder: made, opened, changed, deleted; their history and their objects.

Objects are on the disk before the transaction that names them begins; within it they are looked
for once more, so that nothing that is swept meanwhile can be missing afterwards.
"""

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from core.errors import Refusal
from core.language import Text, text
from core.people.leaving import Code
from core.tables import Answers
from core.workspace import history
from core.workspace.bundle import Bundle
from core.workspace.database import Database
from core.workspace.edits import Conflict, Edit
from core.workspace.model import Revision, State, Step, Summary, Workspace
from core.workspace.names import checked, drawn, plain
from core.workspace.objects import Objects
from core.workspace.pseudonyms import coder
from core.workspace.written import state_json

OLD = 3600  # seconds after which an object that nothing names is nobody's


@dataclass(frozen=True)
class Kept:
    """What a change brings along: bytes, and what was said about files of a shape."""

    originals: tuple[bytes, ...] = ()
    tables: tuple[bytes, ...] = ()
    template: tuple[str, Answers] | None = None


NOTHING = Kept()


class Store:
    """The workspaces of one folder; safe between threads and processes. Raises Refusal."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder = folder.expanduser()
        self._database = Database(folder)
        self._objects = self._database.said(lambda: Objects(folder / "objects"))
        with suppress(Refusal):  # a full disk: what is there can be read all the same
            self._database.said(self._objects.sweep)
            self.sweep()

    def create(self, name: str = "") -> Workspace:
        """A new workspace with nothing in it; its id cannot be guessed."""
        made = Workspace(drawn(), 1, State(name=plain(name)))

        def work(connection: Connection) -> Workspace:
            history.begin(connection, made.id)
            history.append(connection, made, text("Workspace made"))
            return made

        return self._database.write(work)

    def open(self, id: str) -> Workspace:
        """The workspace as it stands. Every id that opens nothing gets the same answer."""
        known = checked(id)
        return self._database.read(lambda connection: history.newest(connection, known))

    def recent(self) -> tuple[Summary, ...]:
        """Every workspace, the last changed first."""

        def work(connection: Connection) -> tuple[Summary, ...]:
            return tuple(
                Summary(one.id, one.state.name, at, _files(one.state))
                for one, at in history.latest(connection)
            )

        return self._database.read(work)

    def change(self, id: str, edit: Edit, what: Text, kept: Kept = NOTHING) -> Workspace:
        """Applies the edit to the newest state; a revision is added when it changed anything."""
        known = checked(id)
        originals = self._put(kept.originals)
        tables = self._put(kept.tables)

        def work(connection: Connection) -> Workspace:
            before = history.newest(connection, known)
            after = Workspace(known, before.revision + 1, edit(before.state))
            if kept.template:
                history.remember(connection, known, *kept.template)
            if state_json(after.state) == state_json(before.state):
                return before
            self._use(connection, known, originals, tables)
            history.append(connection, after, what)
            return after

        return self._database.write(work)

    def revisions(self, id: str) -> tuple[Revision, ...]:
        """The history, oldest first."""
        known = self.open(id).id
        return self._database.read(lambda connection: history.listed(connection, known))

    def state_at(self, id: str, number: int) -> State:
        """The state as it was at one revision."""
        known = checked(id)
        return self._database.read(lambda one: history.state_at(one, known, number))

    def steps(self, id: str) -> tuple[Step, ...]:
        """The history with the state of every revision, oldest first."""
        known = checked(id)
        return self._database.read(lambda connection: history.steps(connection, known))

    def templates(self, id: str) -> list[tuple[str, Answers]]:
        """(shape of a file, what was said about it), oldest first."""
        known = checked(id)
        return self._database.read(lambda connection: history.remembered(connection, known))

    def originals(self, id: str) -> list[str]:
        """Digests of every file ever brought to a workspace."""
        known = checked(id)
        return self._database.read(lambda connection: history.originals(connection, known))

    def coder(self, id: str) -> Code:
        """What stands in place of people in that workspace."""
        known = checked(id)
        return self._database.said(lambda: coder(self._folder, known))

    def content(self, digest: str) -> bytes:
        """The bytes of an object, checked against their digest."""
        return self._database.said(lambda: self._objects.get(digest))

    def settle(self, id: str, bundle: Bundle, tables: Mapping[str, bytes]) -> Workspace:
        """A workspace with a history already, under a new id; `tables` by their digest."""
        originals = self._put(bundle.originals.values())
        made = self._put((*tables.values(), *bundle.closed.values()))

        def work(connection: Connection) -> Workspace:
            history.begin(connection, id)
            return self._write(connection, id, bundle, (originals, made))

        return self._database.write(work)

    def write_anew(self, id: str, bundle: Bundle, tables: Mapping[str, bytes]) -> Workspace:
        """Another history in the place of the one of a workspace; what only that used is deleted.

        Raises Conflict where a step came in meanwhile.
        """
        originals = self._put(bundle.originals.values())
        made = self._put((*tables.values(), *bundle.closed.values()))

        def work(connection: Connection) -> Workspace:
            if history.newest(connection, id).revision != len(bundle.steps):
                raise Conflict(text("The workspace was changed in another window."))
            before = history.held(connection, id)
            history.forget_steps(connection, id)
            written = self._write(connection, id, bundle, (originals, made))
            history.condemn(connection, before)
            return written

        written = self._database.write(work)
        self.sweep()
        self._database.forget()
        return written

    def _write(
        self,
        connection: Connection,
        id: str,
        bundle: Bundle,
        objects: tuple[Mapping[str, bytes], Mapping[str, bytes]],
    ) -> Workspace:
        """Every step, what was said about files, and what they use: originals and tables."""
        for number, step in enumerate(bundle.steps, 1):
            history.append(connection, Workspace(id, number, step.state), step.what, step.at)
        for shape, answers in bundle.templates:
            history.remember(connection, id, shape, answers)
        self._use(connection, id, *objects)
        return Workspace(id, len(bundle.steps), bundle.steps[-1].state)

    def delete(self, id: str) -> None:
        """Deletes a workspace for good: rows, history, and bytes that no other needs."""
        known = checked(id)
        self._database.write(lambda connection: history.forget(connection, known))
        self.sweep()
        self._database.forget()

    def sweep(self) -> None:
        """Removes what is doomed, and old objects that nothing names."""

        def work(connection: Connection) -> None:
            used = history.used(connection)
            old = time.time() - OLD
            stale = [digest for digest, written in self._objects.kept() if written < old]
            doomed = history.doomed_ones(connection)
            for digest in {*doomed, *stale} - used:
                self._objects.drop(digest)
            if doomed:
                history.pardon(connection)

        self._database.write(work)

    def close(self) -> None:
        """Ends the connections of this process."""
        self._database.close()

    def _put(self, contents: Iterable[bytes]) -> dict[str, bytes]:
        return self._database.said(lambda: {self._objects.put(one): one for one in contents})

    def _use(
        self,
        connection: Connection,
        id: str,
        originals: Mapping[str, bytes],
        tables: Mapping[str, bytes],
    ) -> None:
        """Notes what a workspace needs, and puts back what was swept since it was put."""
        for digest, content in {**originals, **tables}.items():
            if not self._objects.has(digest):
                self._objects.put(content)
        history.use(connection, id, originals, original=True)
        history.use(connection, id, tables, original=False)


def _files(state: State) -> tuple[str, ...]:
    files = (upload.source for one in state.datasets for upload in one.uploads)
    return (*files, *(one.name for one in state.connections))
