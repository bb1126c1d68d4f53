"""Ids that cannot be guessed, and names that can be written down."""

import re
import secrets

from core.errors import Refusal
from core.language import text

ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{23}")  # over 143 random bits


def unknown() -> Refusal:
    """The answer to every id that opens nothing, whatever it is."""
    return Refusal(
        text("There is no such workspace."),
        text("Check the link, or open a workspace from the list."),
    )


def drawn() -> str:
    """A new id. None begins with a dash, which the command line takes for an option."""
    while (id := secrets.token_urlsafe(18)).startswith("-"):
        pass
    return id


def checked(id: str) -> str:
    """An id that could be one. Raises Refusal, the same for all others."""
    if not isinstance(id, str) or not ID.fullmatch(id):
        raise unknown()
    return id


def plain(name: str) -> str:
    """A name that can be written down whatever the system gave."""
    return name.encode("utf-8", "replace").decode()
