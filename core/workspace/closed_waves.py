"""Closed waves of a workspace: closed once, kept as objects by the digest of their bytes."""

from collections.abc import Sequence
from datetime import UTC, datetime

from core.language import Text, text
from core.people.closed import Closed, Frozen
from core.people.closed_written import closed_bytes, closed_of
from core.people.survey_said import ClosedWave, SurveySaid
from core.workspace import people
from core.workspace.layout import newer
from core.workspace.model import Workspace
from core.workspace.store import Kept, Store
from core.workspace.written import digest_of


def closed(store: Store, workspace: Workspace, survey: str = "") -> tuple[Closed, ...]:
    """The closed waves of a survey, oldest first; those of all surveys where none is named.

    Raises Refusal: an object is damaged, or of a newer Headlight.
    """
    every = workspace.state.surveys.closed
    return tuple(closed_wave(store, one) for one in every if survey in ("", one.survey))


def closed_wave(store: Store, kept: ClosedWave) -> Closed:
    """One closed wave. Raises Refusal as `closed`."""
    try:
        return Closed(kept, closed_of(store.content(kept.digest)))
    except ValueError as error:
        raise newer() from error


def close(
    store: Store, workspace: Workspace, waves: tuple[str, Sequence[Frozen]], order: Sequence[str]
) -> Workspace:
    """Closes waves of a survey (its name, and each as it is), as one step.

    order: the labels of all its waves, oldest first. Where another window closed any wave since
    `workspace`, those stand and these are not closed. Raises Refusal.
    """
    survey, every = waves
    held = workspace.state.surveys
    named = [_put_away(one, survey, held.of(survey)) for one in every]
    edit = people.close([kept for kept, _ in named], order, held.closed)
    objects = Kept(tables=tuple(content for _, content in named))
    return store.change(workspace.id, edit, _said(every), objects)


def _put_away(one: Frozen, survey: str, said: SurveySaid) -> tuple[ClosedWave, bytes]:
    """What the state keeps of a wave that is closed now, and the bytes of its object."""
    content = closed_bytes(one)
    told = one.released
    kept = ClosedWave(
        survey, told.wave, datetime.now(UTC), told.question, told.scale.name, said.likert,
        said.waves, digest_of(content),
    )  # fmt: skip
    return kept, content


def _said(waves: Sequence[Frozen]) -> Text:
    labels = ", ".join(one.released.wave for one in waves if one.released.wave)
    return text("Waves closed: {waves}", waves=labels) if labels else text("Survey closed")
