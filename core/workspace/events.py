"""What happened, beside the figures: written down once, known wherever a chart has time.

A note about a day is an event too; when it is changed as one, it becomes one.
"""

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime

from core.errors import Refusal
from core.language import text
from core.workspace.calendar import Event, EventKind, Shading
from core.workspace.edits import Conflict, Edit
from core.workspace.model import Note, State

LONGEST_NAME, LONGEST_NOTE = 60, 2000  # letters


def known(state: State) -> tuple[Event, ...]:
    """Every event, and the notes about a day, earliest first."""
    told = (one for note in state.notes if (one := _of_note(note)))
    return tuple(sorted((*state.events, *told), key=lambda one: (one.begins, one.last, one.name)))


def new(kind: EventKind, name: str, days: tuple[date, date | None], note: str = "") -> Event:
    """An event of its first day to its last (None: one day). Raises Refusal."""
    return checked(Event(secrets.token_hex(8), datetime.now(UTC), kind, name, *days, note))


def checked(event: Event) -> Event:
    """The event in good order: trimmed, one day without an end. Raises Refusal."""
    name, note = event.name.strip(), event.note.strip()
    if not name:
        raise Refusal(text("The event has no name."), text("Name it in a few words."))
    if event.last < event.begins:
        raise Refusal(
            text("The event ends before it begins."),
            text("Choose a last day on or after the first, or none."),
        )
    ends = None if event.last == event.begins else event.ends
    return replace(event, name=name[:LONGEST_NAME], note=note[:LONGEST_NOTE], ends=ends)


def put(event: Event) -> Edit:
    """The event as it is now to be: one more, or in the place of that id. Raises Conflict."""
    kept = checked(event)

    def edit(state: State) -> State:
        if any(one.id == kept.id for one in state.events):
            every = tuple(kept if one.id == kept.id else one for one in state.events)
            return replace(state, events=every)
        notes = tuple(one for one in state.notes if one.id != kept.id)
        return replace(state, events=(*state.events, kept), notes=notes)

    return edit


def drop(id: str) -> Edit:
    """Without that event, or that note about a day."""

    def edit(state: State) -> State:
        if all(one.id != id for one in known(state)):
            raise Conflict(text("The event was removed in another window."))
        return replace(
            state,
            events=tuple(one for one in state.events if one.id != id),
            notes=tuple(one for one in state.notes if one.id != id),
        )

    return edit


def shade(shown: Shading) -> Edit:
    """Which holidays charts show."""
    return lambda state: replace(state, choice=replace(state.choice, holidays=shown))


def _of_note(note: Note) -> Event | None:
    if note.on is None:
        return None
    first, _, rest = note.text.partition("\n")
    name = first[:LONGEST_NAME]
    whole = note.text if rest or len(first) > LONGEST_NAME else ""
    return Event(note.id, note.at, EventKind.OTHER, name, note.on, None, whole)
