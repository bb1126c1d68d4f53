"""What was found behind an address that the person named."""

from dataclasses import dataclass

from core.errors import Refusal


@dataclass(frozen=True)
class Found:
    """An address that answered, or why it did not; no password is in it."""

    listed: str = ""  # name of a source that this server offers, or ""
    url: str = ""
    table: str = ""  # named with the address
    tables: tuple[str, ...] = ()
    refused: Refusal | None = None
