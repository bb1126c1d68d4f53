"""The verb `workspace`: list, history, bundle, take-in, delete."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.errors import Place, Refusal
from core.language import text
from core.settings import settings
from core.workspace.workspaces import Workspaces


def workspace_verb(given: Namespace) -> dict[str, Any]:
    """Workspaces on this machine: list, history, bundle, take-in, delete."""
    store = Workspaces(settings().workspaces)
    try:
        answer: dict[str, Any] = given.step(store, given)
    finally:
        store.close()
    return answer


def add_steps(
    parser: ArgumentParser,
    common: ArgumentParser,
    answer: Callable[[dict[str, Any], Namespace], None],
) -> None:
    """What follows the verb on the command line; `answer` prints what a step gives."""
    parser.set_defaults(verb=lambda given: answer(workspace_verb(given), given))
    steps = parser.add_subparsers(required=True, metavar="STEP")
    for name, step, wanted in (
        ("list", _list, ()),
        ("history", _history, ("ID",)),
        ("bundle", _bundle, ("ID",)),
        ("take-in", _take_in, ("FILE",)),
        ("delete", _delete, ("ID",)),
    ):
        one = steps.add_parser(name, parents=[common], help=step.__doc__)
        for word in wanted:
            one.add_argument(word.lower(), metavar=word)
        if step is _bundle:
            one.add_argument("--out", required=True, metavar="FILE", help="where to write it")
        one.set_defaults(step=step)


def _list(store: Workspaces, _given: Namespace) -> dict[str, Any]:
    """every workspace, the last changed first"""
    return {
        "workspaces": [
            {
                "id": one.id,
                "name": one.name,
                "changed": one.changed.isoformat(),
                "files": list(one.files),
            }
            for one in store.recent()
        ]
    }


def _history(store: Workspaces, given: Namespace) -> dict[str, Any]:
    """every revision of a workspace, oldest first"""
    return {
        "revisions": [
            {
                "number": one.number,
                "at": one.at.isoformat(),
                "what": one.what.to(given.language),
                "digest": one.digest,
            }
            for one in store.revisions(given.id)
        ]
    }


def _bundle(store: Workspaces, given: Namespace) -> dict[str, Any]:
    """write a workspace with its files and history as one file, to be taken in elsewhere"""
    content = store.bundle(given.id)
    try:
        Path(given.out).write_bytes(content)
    except OSError as error:
        raise _unusable(given.out, error) from error
    return {"out": given.out, "bytes": len(content)}


def _take_in(store: Workspaces, given: Namespace) -> dict[str, Any]:
    """make a workspace of a bundle, under a new id"""
    try:
        content = Path(given.file).read_bytes()
    except OSError as error:
        raise _unusable(given.file, error) from error
    made = store.take_in(content)
    last = store.revisions(made.id)[-1]
    return {"id": made.id, "revision": made.revision, "last": last.what.to(given.language)}


def _delete(store: Workspaces, given: Namespace) -> dict[str, Any]:
    """delete a workspace for good, with its files"""
    store.delete(given.id)
    return {"deleted": given.id}


def _unusable(name: str, error: OSError) -> Refusal:
    return Refusal(
        text("The file cannot be used: {reason}.", reason=error.strerror or str(error)),
        text("Check the name of the file and your right to it."),
        Place(name),
    )
