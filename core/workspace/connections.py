"""Connected tables of a workspace: begun, read as they were understood before, changed, taken out.

What stands in a workspace is never believed to be allowed: it may have been written elsewhere.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace

from core.errors import Place, Refusal
from core.language import text
from core.metrics import address_of, alone, mapped, tables_of
from core.metrics.engine import named
from core.tables import Answers, Table
from core.workspace.edits import Conflict, Edit
from core.workspace.model import Connection, State

_LEFT_OUT = "ignore"


def begun(listed: str, url: str, table: str) -> tuple[Connection, Table]:
    """A connection as it may be added, and the table as it is understood.

    listed: the name of a source that this server offers, or "" and its url. Raises Refusal: not
    allowed here, a password in the URL, not reachable, no such table, no right to read it.
    """
    new = Connection(secrets.token_hex(8), listed.strip(), "" if listed else url.strip(), table)
    found = table_of(new)
    return understood(new, found), found


def table_of(one: Connection) -> Table:
    """The table, its columns taken for what they were taken for when it was last spoken of.

    Its first rows may lead to another guess from one day to the next; they must not change figures.
    Raises Refusal: as `begun` does.
    """
    if not one.trusted:
        raise Refusal(
            text("This connection came with a file. It is opened only when you say so."),
            text("Look where it leads, then connect it or remove it."),
        )
    found = _read(one, one.answers)
    if not one.kind or _agrees(one, found):
        return found
    kinds, fields = {"": one.kind, **one.answers.kinds}, {**one.fields, **one.answers.fields}
    return _read(one, replace(one.answers, kinds=kinds, fields=fields))


def where(one: Connection) -> str:
    """Where a table lies, as it may be shown: never with user or password."""
    if one.listed:
        return one.listed
    try:
        return named(one.url).place.source
    except Refusal:
        return ""


def understood(one: Connection, table: Table) -> Connection:
    """The connection with what its table is taken for now."""
    return replace(one, kind=table.kind.value, fields=_fields(table))


def add(new: Connection) -> Edit:
    """One more connection; where tables are picked one by one, it is picked too."""

    def edit(state: State) -> State:
        place = (new.listed, new.url, new.table)
        if any(place == (one.listed, one.url, one.table) for one in state.connections):
            raise Conflict(text("“{name}” is connected already.", name=new.name))
        picked = state.choice.tables
        tables = None if picked is None else picked | {(new.id, 0)}
        choice = replace(state.choice, tables=tables)
        return replace(state, connections=(*state.connections, new), choice=choice)

    return edit


def put(id: str, change: Callable[[Connection], Connection]) -> Edit:
    """The connection changed. Raises Conflict when it was removed."""

    def edit(state: State) -> State:
        _there(state, id)
        every = (change(one) if one.id == id else one for one in state.connections)
        return replace(state, connections=tuple(every))

    return edit


def say(id: str, answers: Answers, table: Table) -> Edit:
    """What the person said of its columns, and what they are taken for since."""
    return put(id, lambda one: understood(replace(one, answers=answers), table))


def drop(id: str) -> Edit:
    """Without that connection; nothing changes in the source."""

    def edit(state: State) -> State:
        _there(state, id)
        rest = (one for one in state.connections if one.id != id)
        return replace(state, connections=tuple(rest))

    return edit


def _there(state: State, id: str) -> None:
    if all(one.id != id for one in state.connections):
        raise Conflict(text("The connection was removed in another window."))


def _read(one: Connection, answers: Answers) -> Table:
    url = address_of(one.listed, one.url)
    try:
        return _mapped(one, url, answers)
    except Refusal as stop:
        raise Refusal(stop.what, stop.remedy, Place(one.name)) from stop


def _mapped(one: Connection, url: str, answers: Answers) -> Table:
    if not alone() and one.table not in (tables_of(url) or ("",)):
        raise Refusal(
            text("There is no table “{name}”.", name=one.table),
            text("Check the name of the table and your right to read it."),
        )
    return mapped(url, one.table, answers, one.name)


def _agrees(one: Connection, found: Table) -> bool:
    fields = _fields(found)
    same = all(fields[name] == field for name, field in one.fields.items() if name in fields)
    return same and found.kind.value == one.kind


def _fields(table: Table) -> Mapping[str, str]:
    return {column.name: column.field or _LEFT_OUT for column in table.columns}
