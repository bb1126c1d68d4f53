"""Everything a page or a verb does with workspaces, in one place."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from core.language import Text, text
from core.people.leaving import columns
from core.tables import Answers, Reading, Table, quality, read
from core.tables.stored import from_parquet
from core.tables.updates import Mode
from core.workspace import edits
from core.workspace.arrivals import Arrival, Known, arrive, shape_of
from core.workspace.door import leaving_of, refuse_open
from core.workspace.edits import Conflict, Edit
from core.workspace.growth import arrivals_of, folded, grown, reading_of, stored, tables_of
from core.workspace.model import Dataset, State, Upload, Workspace
from core.workspace.names import plain
from core.workspace.store import Kept, Store
from core.workspace.transfer import bundled, cleansed, taken_in
from core.workspace.written import digest_of

TRIES = 5  # how often a change is worked out anew when another came between


class Workspaces(Store):
    """The workspaces of one folder and the files in them. Raises Refusal."""

    def tables(self, workspace: Workspace, dataset: Dataset) -> tuple[Table, ...]:
        """The tables of a data set as its uploads made them."""
        return tables_of(dataset.newest, self.content)

    def reading(self, workspace: Workspace, dataset: Dataset) -> Reading:
        """The newest upload of a data set, read again from its original bytes."""
        return reading_of(dataset.newest, dataset.answers, self.content)

    def arrivals(self, dataset: Dataset, place: int) -> tuple[quality.Arrival, ...]:
        """When the newest period of one of its tables first came, upload by upload."""
        return arrivals_of(dataset, place, self.content)

    def arrive(
        self, workspace: Workspace, source: str, content: bytes, answers: Answers | None = None
    ) -> Arrival:
        """A file beside what is there. Nothing is stored."""
        known = Known(self.templates(workspace.id), self.content, self.coder(workspace.id))
        return arrive(workspace.state, (plain(source), content), answers, known)

    def accept(
        self,
        workspace_id: str,
        arrival: Arrival,
        content: bytes,
        mode: Mode = Mode.UPDATE,
        renamed: Mapping[str, str] | None = None,
    ) -> Workspace:
        """Takes a file in. `renamed` None: the renames that its comparison took for granted.

        Raises Conflict where the data set is no longer what the file was compared with.
        """
        content = content if arrival.kept is None else arrival.kept
        if digest_of(content) != arrival.digest:
            raise ValueError("The bytes are not those that arrived.")
        if arrival.identical:
            return self.open(workspace_id)
        if renamed is None:
            renamed = arrival.comparison.renames if arrival.comparison else {}
        id, now = secrets.token_hex(8), datetime.now(UTC)
        gone = columns(arrival.gone)
        upload = Upload(id, arrival.source, arrival.digest, now, mode, dict(renamed), (), gone)
        edit, objects = self._taking(workspace_id, arrival, upload, content)
        said = (arrival.shape, arrival.answers) if arrival.answers != Answers() else None
        what = text("“{source}” taken in", source=arrival.source)
        return self.change(workspace_id, edit, what, Kept((content,), objects, said))

    def undo(self, workspace_id: str, upload_id: str) -> Workspace:
        """The workspace without that upload: as it was before, where nothing came after it.

        Otherwise the later files of its data set are taken in again without it.
        """

        def work(now: Workspace) -> tuple[Edit, Text, Kept]:
            found, place = _upload(now.state, upload_id)
            what = text("“{source}” undone", source=found.uploads[place].source)
            before = self._before(now, upload_id)
            if before is not None:
                return edits.back_to(before, now.state), what, Kept()
            rest = (*found.uploads[:place], *found.uploads[place + 1 :])
            if not rest:
                return edits.drop_dataset(found), what, Kept()
            new, objects = folded(replace(found, uploads=rest), self.content, place)
            return edits.put_dataset(new, found), what, Kept(tables=objects)

        return self._changed(workspace_id, work)

    def cleansed(self, workspace_id: str) -> Workspace:
        """The workspace, and nothing that names people left in surveys brought to it long ago."""
        now = self.open(workspace_id)
        every = (one for each in now.state.datasets for one in self.tables(now, each))
        if leaving_of(every, self.coder(workspace_id)) and cleansed(self, workspace_id):
            return self.open(workspace_id)
        return now

    def answer(self, workspace_id: str, dataset_id: str, answers: Answers) -> Workspace:
        """Reads every file of a data set again with these answers, and remembers them.

        What names people goes for good, where the answers make a survey of a table.
        """

        def work(now: Workspace) -> tuple[Edit, Text, Kept]:
            found = edits.dataset(now.state, dataset_id)
            new, objects = folded(replace(found, answers=answers), self.content)
            tables = tuple(map(from_parquet, objects))
            refuse_open(self.tables(now, found), tables)
            if leaving_of(tables, self.coder(workspace_id)):
                purged = cleansed(self, workspace_id, {dataset_id: answers})
                said = purged.reworded(answers) if purged else answers
                found = edits.dataset(self.open(workspace_id).state, dataset_id)
                new, objects = folded(replace(found, answers=said), self.content)
            newest = found.newest
            shape = shape_of(read(self.content(newest.digest), newest.source))
            what = text("“{name}” read with other answers", name=found.name)
            return edits.put_dataset(new, found), what, Kept((), objects, (shape, new.answers))

        return self._changed(workspace_id, work)

    def bundle(self, id: str) -> bytes:
        """The workspace as one zip: original bytes, every revision, digests of it all."""
        return bundled(self, id)

    def take_in(self, content: bytes) -> Workspace:
        """The workspace of a bundle under a new id, its tables made again and compared."""
        return taken_in(self, content)

    def _taking(
        self, workspace_id: str, arrival: Arrival, upload: Upload, content: bytes
    ) -> tuple[Edit, tuple[bytes, ...]]:
        """The edit that takes an arrival in, and the bytes of the tables it leads to."""
        if arrival.dataset is None:
            named, objects = stored(upload, arrival.reading.tables)
            new = Dataset(secrets.token_hex(8), arrival.source, arrival.answers, (named,))
            return edits.add_dataset(new), objects
        found = edits.seen_dataset(self.open(workspace_id).state, arrival.dataset, arrival.seen)
        if arrival.answers == found.answers:
            tables = grown(tables_of(found.newest, self.content), arrival.reading, upload)
            named, objects = stored(upload, tables)
            new = replace(found, uploads=(*found.uploads, named))
            return edits.put_dataset(new, found), objects
        new = replace(found, answers=arrival.answers, uploads=(*found.uploads, upload))
        new, objects = folded(
            new, lambda digest: content if digest == arrival.digest else self.content(digest)
        )
        return edits.put_dataset(new, found), objects

    def _before(self, now: Workspace, upload_id: str) -> State | None:
        """The state before the newest revision, when that revision brought the upload."""
        if now.revision == 1:
            return None
        before = self.state_at(now.id, now.revision - 1)
        held = (upload.id for one in before.datasets for upload in one.uploads)
        return None if upload_id in held else before

    def _changed(self, id: str, work: Callable[[Workspace], tuple[Edit, Text, Kept]]) -> Workspace:
        """Works a change out from the newest state, anew when another came between."""
        for _ in range(TRIES - 1):
            made = work(self.open(id))
            try:
                return self.change(id, *made)
            except Conflict:
                continue
        return self.change(id, *work(self.open(id)))


def _upload(state: State, id: str) -> tuple[Dataset, int]:
    """The data set of an upload and its place there. Raises Conflict."""
    for one in state.datasets:
        for place, upload in enumerate(one.uploads):
            if upload.id == id:
                return one, place
    raise Conflict(text("The file was removed in another window."))
