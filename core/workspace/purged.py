"""A whole history without what names people: where it was kept before anybody knew it was there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.people.leaving import Code, columns
from core.tables import Answers
from core.workspace.bundle import Bundle
from core.workspace.door import came, cleaned, with_words
from core.workspace.model import Dataset, Step, Upload
from core.workspace.remade import Remaking
from core.workspace.written import digest_of, state_json


@dataclass(frozen=True)
class Purged:
    """The same history over cleaned files; `tables` are bytes by their digest."""

    bundle: Bundle
    tables: Mapping[str, bytes]
    words: Mapping[str, str]  # of rows -> what is left of them

    def reworded(self, said: Answers) -> Answers:
        """What was said, with rows known by the words that are left of them."""
        return with_words(said, self.words)


def purged(bundle: Bundle, code: Code, said: Mapping[str, Answers] | None = None) -> Purged | None:
    """The history without what names people; None where nothing does.

    said: what is about to be said of data sets, by their id. Raises Refusal.
    """
    purge = _Purge(bundle.originals, code)
    for upload, dataset in _brought(bundle.steps):
        purge.look(upload, dataset.answers)
        if said and dataset.id in said:
            purge.look(upload, said[dataset.id])
    return purge.done(bundle)


def _brought(steps: Sequence[Step]) -> Iterable[tuple[Upload, Dataset]]:
    """Every file of every step with its data set, each way of reading it once."""
    every = ((one, dataset) for step in steps for dataset in step.state.datasets
             for one in dataset.uploads)  # fmt: skip
    return {(one.digest, each.id, repr(each.answers)): (one, each) for one, each in every}.values()


@dataclass
class _Purge:
    """Files by their digest, each cleaned once more for every way it was ever read."""

    originals: Mapping[str, bytes]
    code: Code
    _now: dict[str, bytes] = field(default_factory=dict)
    _gone: dict[str, dict[str, None]] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)

    def look(self, upload: Upload, answers: Answers) -> None:
        """Cleans a file as it was read with these answers. Raises Refusal."""
        content = self._now.get(upload.digest, self.originals[upload.digest])
        file = came(content, upload.source).read_with(with_words(answers, self._words))
        kept, gone = cleaned(file, self.code)
        if gone:
            self._now[upload.digest] = kept.content
            names = self._gone.setdefault(upload.digest, {})
            names |= dict.fromkeys(columns(gone))
            left = {
                before.words: after.words
                for before, after in zip(file.answers.rows, kept.answers.rows, strict=True)
            }
            self._words = {old: left.get(new, new) for old, new in self._words.items()} | left

    def done(self, bundle: Bundle) -> Purged | None:
        """The steps over the cleaned files; None where nothing had to go."""
        if not self._now:
            return None
        contents = [self._now.get(digest, one) for digest, one in self.originals.items()]
        originals = {digest_of(one): one for one in contents}
        remaking, found = Remaking(originals), Purged(bundle, {}, self._words)
        steps = tuple(self._step(one, remaking, found) for one in bundle.steps)
        templates = tuple((shape, found.reworded(one)) for shape, one in bundle.templates)
        return replace(
            found,
            bundle=Bundle(steps, templates, originals, bundle.closed),
            tables=remaking.objects,
        )

    def _step(self, step: Step, remaking: Remaking, found: Purged) -> Step:
        datasets = tuple(
            replace(
                one,
                uploads=tuple(map(self._upload, one.uploads)),
                answers=found.reworded(one.answers),
            )
            for one in step.state.datasets
        )
        state = remaking.made(replace(step.state, datasets=datasets))
        return replace(step, state=state, digest=digest_of(state_json(state)))

    def _upload(self, one: Upload) -> Upload:
        if one.digest not in self._now:
            return one
        gone = (*one.gone, *(name for name in self._gone[one.digest] if name not in one.gone))
        return replace(one, digest=digest_of(self._now[one.digest]), gone=gone)
