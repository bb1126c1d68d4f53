"""A workspace on its way: into a bundle, and out of one under a new id."""

from collections.abc import Mapping
from dataclasses import replace

from core.language import Text, counted
from core.tables import Answers
from core.workspace.bundle import Bundle, closed_in, pack, unpack
from core.workspace.door import leaving_of
from core.workspace.model import Step, Workspace
from core.workspace.names import drawn
from core.workspace.purged import Purged, purged
from core.workspace.remade import Remaking
from core.workspace.store import Store
from core.workspace.written import digest_of, state_json


def bundled(store: Store, id: str) -> bytes:
    """The workspace as one zip. Raises Refusal."""
    return pack(_whole(store, id))


def taken_in(store: Store, content: bytes) -> Workspace:
    """The workspace of a bundle under a new id, its tables made again. Raises Refusal.

    Where tables come out otherwise than the bundle names them, a last revision says how many.
    """
    id, bundle = drawn(), unpack(content)
    remaking = Remaking(bundle.originals)
    steps = [_remade(one, remaking) for one in bundle.steps]
    if remaking.differing:
        steps.append(replace(steps[-1], what=_differing(len(remaking.differing))))
    whole, found = replace(bundle, steps=tuple(steps)), None
    if leaving_of(remaking.tables(), store.coder(id)):
        found = purged(whole, store.coder(id))
    if found is not None:
        return store.settle(id, found.bundle, found.tables)
    return store.settle(id, whole, remaking.objects)


def cleansed(store: Store, id: str, said: Mapping[str, Answers] | None = None) -> Purged | None:
    """Takes what names people out of a workspace, as far back as it goes; None: there was nothing.

    said: what is about to be said of data sets, by their id. Raises Refusal.
    """
    found = purged(_whole(store, id), store.coder(id), said)
    if found is not None:
        store.write_anew(id, found.bundle, found.tables)
    return found


def _whole(store: Store, id: str) -> Bundle:
    """Everything of a workspace but its tables, which are made again."""
    originals = {digest: store.content(digest) for digest in store.originals(id)}
    steps = store.steps(id)
    closed = {digest: store.content(digest) for digest in sorted(closed_in(steps))}
    return Bundle(steps, tuple(store.templates(id)), originals, closed)


def _remade(step: Step, remaking: Remaking) -> Step:
    state = remaking.state(step.state)
    return replace(step, state=state, digest=digest_of(state_json(state)))


def _differing(n: int) -> Text:
    return counted(
        "{n} table came out otherwise than where the bundle was made.",
        "{n} tables came out otherwise than where the bundle was made.",
        n,
    )
