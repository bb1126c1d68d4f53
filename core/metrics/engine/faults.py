"""What an engine answers when it fails, said in words that help; never with its credentials."""

import re
from collections.abc import Sequence
from pathlib import Path

from core.errors import Refusal
from core.language import text
from core.metrics.engine.address import DUCKDB, PARQUET, Address, secrets
from core.settings import settings

_MOST = 20  # tables named
_SLOW = re.compile(r"statement timeout|cancel|interrupt", re.IGNORECASE)
_ABSENT = re.compile(r"database .* does not exist", re.IGNORECASE)
_RIGHTS = (
    (
        re.compile(
            r"password authentication|no password supplied|pg_hba|unauthenticated|"
            r"role .* does not exist",
            re.IGNORECASE,
        ),
        text("The source does not let this user in."),
        text("Check the user in the address, and the password in the environment."),
    ),
    (
        re.compile(r"permission denied|not authorized|insufficient privilege", re.IGNORECASE),
        text("The source does not let this user read the table."),
        text("Ask those who run it for the right to read it, or choose another table."),
    ),
)
_STOPPED = (
    re.compile(
        r"closed the connection|connection (is|was) closed|connection (refused|reset)|"
        r"terminating connection|starting up|shutting down|failed to connect|unavailable",
        re.IGNORECASE,
    ),
    text("The source stopped answering."),
    text("Check that it runs, then ask again."),
)


def refused(address: Address, stop: BaseException) -> Refusal:
    """A connection or a question that failed."""
    said = str(stop)
    if _SLOW.search(said) and not forbidden(stop):
        return Refusal(
            text("The source took longer than {n} seconds.", n=settings().source_seconds),
            text(
                "Ask for fewer rows with a view, or raise HEADLIGHT_SOURCE_SECONDS and start again."
            ),
            address.place,
        )
    if _ABSENT.search(said):
        return Refusal(
            text("There is no database “{name}”.", name=address.path.partition("/")[0]),
            text("Check the name of the database in the address."),
            address.place,
        )
    for sign, what, remedy in (*_RIGHTS, _STOPPED):
        if sign.search(said):
            return Refusal(what, remedy, address.place)
    return Refusal(
        text("The source could not answer: {reason}.", reason=_first_line(_bare(said, address))),
        text("Try again later, or ask those who run it."),
        address.place,
    )


def no_table(address: Address, name: str, known: Sequence[str]) -> Refusal:
    """A table that is not there; `known`: those there are."""
    shown = ", ".join(sorted(known)[:_MOST]) + (" …" if len(known) > _MOST else "")
    return Refusal(
        text("There is no table “{name}”.", name=name),
        text("Choose from: {known}.", known=shown)
        if known
        else text("Check the name of the table and your right to read it."),
        address.place,
    )


def forbidden(stop: BaseException) -> bool:
    """Whether a fault is about rights."""
    return any(sign.search(str(stop)) for sign, _, _ in _RIGHTS)


def _bare(said: str, address: Address) -> str:
    """A message without what the environment put into the address, and where a file lies."""
    if address.scheme in (DUCKDB, PARQUET):
        said = said.replace(address.path, Path(address.path).name) if address.path else said
    for one in secrets(address):
        said = said.replace(one, "•••")
    return said


def _first_line(said: str) -> str:
    """The line of a message that says most, without the full stop we write ourselves."""
    lines = [one.strip() for one in said.splitlines() if one.strip()]
    raised = [one.partition("Refusal: ")[2] for one in lines if "Refusal: " in one]
    lines = raised or lines
    return (lines[0] if lines else "?")[:300].rstrip(".")
