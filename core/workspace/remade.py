"""The tables of a bundle made again from its original bytes, and compared with what it names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.tables import Table
from core.tables.stored import canonical
from core.workspace.growth import grown, reading_of, stored
from core.workspace.model import Dataset, State, Upload
from core.workspace.written import answers_json, digest_of


@dataclass
class Remaking:
    """Every data set of every revision; what revisions share is made once."""

    originals: Mapping[str, bytes]
    objects: dict[str, bytes] = field(default_factory=dict)  # digest -> bytes of one table
    differing: set[str] = field(default_factory=set)  # digests in the bundle not met again
    _made: dict[str, tuple[tuple[Table, ...], tuple[str, ...]]] = field(default_factory=dict)

    def state(self, state: State) -> State:
        """The state naming the tables as they came out here. Raises Refusal.

        Its connections wait for a word: a file from elsewhere must not open hosts by itself.
        """
        waiting = tuple(replace(one, trusted=False) for one in state.connections)
        return replace(self.made(state), connections=waiting)

    def made(self, state: State) -> State:
        """The state naming the tables as they come out of the original bytes. Raises Refusal."""
        return replace(state, datasets=tuple(map(self._dataset, state.datasets)))

    def tables(self) -> Iterable[Table]:
        """Every table that was made."""
        return (table for tables, _ in self._made.values() for table in tables)

    def _dataset(self, dataset: Dataset) -> Dataset:
        causes = digest_of(answers_json(dataset.answers))
        uploads: list[Upload] = []
        tables: tuple[Table, ...] = ()
        for one in dataset.uploads:
            causes = _with(causes, one)
            if causes not in self._made:
                self._made[causes] = self._taken(tables, dataset, one)
            tables, digests = self._made[causes]
            self.differing |= set(one.tables) - set(digests)
            uploads.append(replace(one, tables=digests))
        return replace(dataset, uploads=tuple(uploads))

    def _taken(
        self, before: tuple[Table, ...], dataset: Dataset, upload: Upload
    ) -> tuple[tuple[Table, ...], tuple[str, ...]]:
        reading = reading_of(upload, dataset.answers, self.originals.__getitem__)
        tables = grown(before, reading, upload)
        named, objects = stored(upload, tables)
        self.objects |= zip(named.tables, objects, strict=True)
        return tables, named.tables


def _with(causes: str, upload: Upload) -> str:
    """The digest of everything that leads to the tables after an upload."""
    said = [causes, upload.digest, upload.source, upload.mode, dict(upload.renamed)]
    return digest_of(canonical(said))
