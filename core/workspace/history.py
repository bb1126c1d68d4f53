"""The rows behind workspaces: revisions that are only ever added, what they use, templates."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from core.errors import Refusal
from core.language import Text, text
from core.tables import Answers
from core.workspace.layout import doomed, newer, revisions, templates, uses, workspaces
from core.workspace.model import Revision, State, Step, Workspace
from core.workspace.names import unknown
from core.workspace.written import (
    answers_json,
    answers_of,
    digest_of,
    state_json,
    state_of,
    text_json,
    text_of,
)


def begin(connection: Connection, id: str) -> None:
    """A workspace without any revision yet."""
    connection.execute(insert(workspaces).values(id=id, made=datetime.now(UTC).isoformat()))


def newest(connection: Connection, id: str) -> Workspace:
    """The workspace as it stands. Raises Refusal."""
    rows = select(revisions).where(revisions.c.workspace == id)
    found = connection.execute(rows.order_by(revisions.c.number.desc()).limit(1)).first()
    if found is None:
        raise unknown()
    return Workspace(id, found.number, _state(found))


def append(
    connection: Connection, workspace: Workspace, what: Text, at: datetime | None = None
) -> None:
    """One more revision, of now unless it says when."""
    state = state_json(workspace.state)
    connection.execute(
        insert(revisions).values(
            workspace=workspace.id,
            number=workspace.revision,
            at=(at or datetime.now(UTC)).isoformat(),
            what=text_json(what).decode(),
            state=state.decode(),
            digest=digest_of(state),
        )
    )


def listed(connection: Connection, id: str) -> tuple[Revision, ...]:
    """Every revision, oldest first."""
    rows = select(revisions).where(revisions.c.workspace == id).order_by(revisions.c.number)
    return tuple(
        Revision(one.number, datetime.fromisoformat(one.at), text_of(one.what.encode()), one.digest)
        for one in connection.execute(rows)
    )


def steps(connection: Connection, id: str) -> tuple[Step, ...]:
    """Every revision with its state, oldest first. Raises Refusal."""
    rows = select(revisions).where(revisions.c.workspace == id).order_by(revisions.c.number)
    found = tuple(
        Step(datetime.fromisoformat(one.at), text_of(one.what.encode()), one.digest, _state(one))
        for one in connection.execute(rows)
    )
    if not found:
        raise unknown()
    return found


def state_at(connection: Connection, id: str, number: int) -> State:
    """The state of one revision. Raises Refusal."""
    rows = select(revisions).where(revisions.c.workspace == id, revisions.c.number == number)
    found = connection.execute(rows).first()
    if found is None:
        raise unknown()
    return _state(found)


def _state(row: Any) -> State:
    """The state of a revision, checked against its digest. Raises Refusal."""
    written = row.state.encode()
    if digest_of(written) != row.digest:
        raise Refusal(
            text("Revision {number} is damaged on the disk.", number=str(row.number)),
            text("Restore the workspace folder from a copy, or bring the file again."),
        )
    try:
        return state_of(written)
    except ValueError as error:
        raise newer() from error


def latest(connection: Connection) -> Iterable[tuple[Workspace, datetime]]:
    """Every workspace as it stands, with the time it last changed, that one first."""
    top = (
        select(revisions.c.workspace, func.max(revisions.c.number).label("number"))
        .group_by(revisions.c.workspace)
        .subquery()
    )
    rows = (
        select(revisions)
        .join(
            top,
            (revisions.c.workspace == top.c.workspace) & (revisions.c.number == top.c.number),
        )
        .order_by(revisions.c.at.desc())
    )
    for one in connection.execute(rows):
        yield Workspace(one.workspace, one.number, _state(one)), datetime.fromisoformat(one.at)


def use(connection: Connection, id: str, digests: Iterable[str], original: bool) -> None:
    """Notes that a workspace needs these objects, now or for its history."""
    known = held(connection, id)
    new = [one for one in dict.fromkeys(digests) if one not in known]
    if new:
        rows = [{"workspace": id, "digest": one, "original": original} for one in new]
        connection.execute(insert(uses), rows)


def originals(connection: Connection, id: str) -> list[str]:
    """Digests of every file ever brought to a workspace."""
    row = select(uses.c.digest).where(uses.c.workspace == id, uses.c.original)
    return sorted(connection.execute(row).scalars())


def used(connection: Connection) -> set[str]:
    """Digests that any workspace needs."""
    return set(connection.execute(select(uses.c.digest)).scalars())


def remember(connection: Connection, id: str, shape: str, answers: Answers) -> None:
    """Keeps what was said about files of a shape; nothing said before is lost."""
    top = select(func.max(templates.c.number)).where(templates.c.workspace == id)
    number = (connection.execute(top).scalar() or 0) + 1
    said = answers_json(answers).decode()
    connection.execute(
        insert(templates).values(workspace=id, number=number, shape=shape, answers=said)
    )


def remembered(connection: Connection, id: str) -> list[tuple[str, Answers]]:
    """(shape, what was said about it), oldest first."""
    rows = select(templates).where(templates.c.workspace == id).order_by(templates.c.number)
    return [(one.shape, answers_of(one.answers.encode())) for one in connection.execute(rows)]


def forget(connection: Connection, id: str) -> None:
    """Deletes a workspace; the objects that nobody else needs are doomed. Raises Refusal."""
    mine = held(connection, id)
    if connection.execute(delete(workspaces).where(workspaces.c.id == id)).rowcount == 0:
        raise unknown()
    condemn(connection, mine)


def forget_steps(connection: Connection, id: str) -> None:
    """Takes out every revision, template and use, to be written anew."""
    for rows in (revisions, uses, templates):
        connection.execute(delete(rows).where(rows.c.workspace == id))


def held(connection: Connection, id: str) -> set[str]:
    """Digests of all objects that a workspace needs."""
    return set(connection.execute(select(uses.c.digest).where(uses.c.workspace == id)).scalars())


def condemn(connection: Connection, digests: Iterable[str]) -> None:
    """Dooms those objects of these that no workspace needs any more."""
    known = set(connection.execute(select(doomed.c.digest)).scalars())
    gone = set(digests) - used(connection) - known
    if gone:
        connection.execute(insert(doomed), [{"digest": one} for one in sorted(gone)])


def doomed_ones(connection: Connection) -> list[str]:
    """Digests of objects that are to go."""
    return list(connection.execute(select(doomed.c.digest)).scalars())


def pardon(connection: Connection) -> None:
    """Nothing is doomed any more."""
    connection.execute(delete(doomed))
