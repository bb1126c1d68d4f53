"""What an engine answers when it fails, said in words that help; never with its credentials."""

import re
from collections.abc import Sequence

from core.errors import Refusal
from core.language import text
from core.metrics.engine.address import Address
from core.settings import settings

_MOST = 20  # tables named
_SLOW = re.compile(r"statement timeout|cancel|interrupt", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"permission denied|password authentication|no password supplied|pg_hba|unauthenticated|"
    r"not authorized|role .* does not exist|insufficient privilege",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"database .* does not exist", re.IGNORECASE)


def refused(address: Address, stop: BaseException) -> Refusal:
    """A connection or a question that failed."""
    said = str(stop)
    if forbidden(stop):
        return Refusal(
            text("The source does not let this user in, or not to this table."),
            text("Check user and password, or ask for the right to read the table."),
            address.place,
        )
    if _ABSENT.search(said):
        return Refusal(
            text("There is no database “{name}”.", name=address.path.partition("/")[0]),
            text("Check the name of the database in the address."),
            address.place,
        )
    if _SLOW.search(said):
        return Refusal(
            text("The source took longer than {n} seconds.", n=settings().source_seconds),
            text(
                "Ask for fewer rows with a view, or raise HEADLIGHT_SOURCE_SECONDS and start again."
            ),
            address.place,
        )
    return Refusal(
        text("The source could not answer: {reason}.", reason=_first_line(said)),
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
    return _FORBIDDEN.search(str(stop)) is not None


def _first_line(said: str) -> str:
    """The line of a message that says most, without the full stop we write ourselves."""
    lines = [one.strip() for one in said.splitlines() if one.strip()]
    raised = [one.partition("Refusal: ")[2] for one in lines if "Refusal: " in one]
    lines = raised or lines
    return (lines[0] if lines else "?")[:300].rstrip(".")
