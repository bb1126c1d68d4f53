"""Small changes of a state: each is applied to the newest state, so that nobody's are lost."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from core.errors import Refusal
from core.language import Text, text
from core.metrics import CATALOGUE, Own, Role
from core.periods import Grain
from core.workspace.model import Choice, Dataset, Note, State

Edit = Callable[[State], State]


class Conflict(Refusal):
    """What another window did meanwhile makes this change impossible."""

    def __init__(self, what: Text) -> None:
        super().__init__(what, text("Look at what is there now, then do it again."))

    def __reduce__(self) -> tuple[type["Conflict"], tuple[Text]]:  # type: ignore[override]
        return (Conflict, (self.what,))


def rename(name: str) -> Edit:
    """Another name for the workspace."""
    return lambda state: replace(state, name=name)


def set_role(indicator: str, role: Role) -> Edit:
    """What one indicator is taken for."""
    return _choose(lambda choice: replace(choice, roles={**choice.roles, indicator: role}))


def set_grain(grain: Grain | None) -> Edit:
    """How long one period is; None: as proposed."""
    return _choose(lambda choice: replace(choice, grain=grain))


def set_fiscal_start(month: int) -> Edit:
    """The month (1-12) in which financial years start."""
    return _choose(lambda choice: replace(choice, fiscal_start=month))


def set_lags(lags: tuple[int, int] | None) -> Edit:
    """The usual delay, in periods; None: all that are searched."""
    return _choose(lambda choice: replace(choice, lags=lags))


def keep_unfinished(kept: bool) -> Edit:
    """Whether the last period counts although it is not over."""
    return _choose(lambda choice: replace(choice, keep_unfinished=kept))


def set_over(column: str) -> Edit:
    """The column over whose groups a lead is looked for; "": over all together."""
    return _choose(lambda choice: replace(choice, over=column))


def define(own: Own, instead_of: str = "") -> Edit:
    """One more indicator of one's own, or another in the place of that id.

    Raises Refusal when its name is taken.
    """

    def change(choice: Choice) -> Choice:
        others = {one.id for one in choice.own} - {instead_of}
        if own.id in CATALOGUE.keys() | others:
            raise name_taken(own.name)
        if all(one.id != instead_of for one in choice.own):
            return replace(choice, own=(*choice.own, own))
        kept = tuple(own if one.id == instead_of else one for one in choice.own)
        return replace(choice, own=kept)

    return _choose(change)


def name_taken(name: str) -> Refusal:
    """The refusal of a name that another indicator has."""
    return Refusal(
        text("There is an indicator named “{name}” already.", name=name),
        text("Give it another name."),
    )


def drop_own(id: str) -> Edit:
    """Without that indicator of one's own."""
    return _choose(
        lambda choice: replace(choice, own=tuple(one for one in choice.own if one.id != id))
    )


def use_table(id: str, place: int, wanted: bool, proposed: frozenset[tuple[str, int]]) -> Edit:
    """Takes one table into the panel or leaves it out; `proposed` stand while none is chosen."""

    def edit(state: State) -> State:
        if all(one.id != id for one in state.connections):
            dataset(state, id)
        now = state.choice.tables if state.choice.tables is not None else proposed
        chosen = now | {(id, place)} if wanted else now - {(id, place)}
        return replace(state, choice=replace(state.choice, tables=frozenset(chosen)))

    return edit


def add_note(words: str, on: date | None = None) -> Edit:
    """One more note."""
    note = Note(secrets.token_hex(8), datetime.now(UTC), on, words)
    return lambda state: replace(state, notes=(*state.notes, note))


def drop_note(id: str) -> Edit:
    """Without that note."""

    def edit(state: State) -> State:
        if all(one.id != id for one in state.notes):
            raise Conflict(text("The note was deleted in another window."))
        return replace(state, notes=tuple(one for one in state.notes if one.id != id))

    return edit


def add_dataset(new: Dataset) -> Edit:
    """One more data set."""

    def edit(state: State) -> State:
        for one in state.datasets:
            if any(upload.digest == new.newest.digest for upload in one.uploads):
                raise Conflict(
                    text("The file “{source}” is there already.", source=new.newest.source)
                )
        return replace(state, datasets=(*state.datasets, new))

    return edit


def put_dataset(new: Dataset, seen: Dataset) -> Edit:
    """A data set as it is now to be; it must still be as it was `seen`."""

    def edit(state: State) -> State:
        _unchanged(state, seen)
        every = (new if one.id == new.id else one for one in state.datasets)
        return replace(state, datasets=tuple(every))

    return edit


def drop_dataset(seen: Dataset) -> Edit:
    """Without that data set; it must still be as it was `seen`."""

    def edit(state: State) -> State:
        _unchanged(state, seen)
        rest = (one for one in state.datasets if one.id != seen.id)
        return replace(state, datasets=tuple(rest))

    return edit


def back_to(before: State, seen: State) -> Edit:
    """An earlier state; nothing may have come after the one that was `seen`."""

    def edit(state: State) -> State:
        if state != seen:
            raise Conflict(text("The workspace was changed in another window."))
        return before

    return edit


def seen_dataset(state: State, id: str, seen: tuple[str, ...]) -> Dataset:
    """The data set, when it has just the uploads that were seen. Raises Conflict."""
    found = dataset(state, id)
    if tuple(one.id for one in found.uploads) != seen:
        raise Conflict(
            text(
                "“{name}” was changed in another window: its newest file is now “{source}”.",
                name=found.name,
                source=found.newest.source,
            )
        )
    return found


def dataset(state: State, id: str) -> Dataset:
    """The data set with that id. Raises Conflict."""
    found = state.dataset(id)
    if found is None:
        raise Conflict(text("The data were removed in another window."))
    return found


def _unchanged(state: State, seen: Dataset) -> None:
    if dataset(state, seen.id) != seen:
        raise Conflict(text("“{name}” was changed in another window.", name=seen.name))


def _choose(change: Callable[[Choice], Choice]) -> Edit:
    return lambda state: replace(state, choice=change(state.choice))
