"""URLs of connected sources: taken apart, credentials from the environment, never a typed password.

What is kept and shown is what the person wrote; the words from the environment are put in only
while a connection is opened.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from core.errors import Place, Refusal
from core.language import text

DUCKDB = "duckdb"
PARQUET = "parquet"  # files, read through DuckDB
PORTS = {"postgresql": 5432, "sc": 15002}
_SCHEMES = {one: one for one in ("postgresql", "sc", DUCKDB, PARQUET)} | {"postgres": "postgresql"}
_TAKEN = re.compile(r"\$\{([^{}]*)\}")
_OURS = re.compile(r"(HEADLIGHT_|PG)[A-Z0-9_]+")
_SECRET = re.compile(r"pass|pwd|secret|token|key|auth|credential", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """Where a source is, as the person wrote it; no part holds a password."""

    scheme: str  # postgresql | sc | duckdb | parquet
    host: str = ""
    port: int = 0
    path: str = ""  # database, or file
    user: str = ""
    password: str = ""  # "" or ${NAME}
    options: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> Place:
        """The source as it may be shown and written down."""
        if self.scheme in (DUCKDB, PARQUET):
            return Place(Path(self.path).name)
        return Place(f"{self.scheme}://{self.host}:{self.port}/{self.path}".rstrip("/"))


def is_address(words: str) -> bool:
    """Whether the words name a source by URL rather than a file."""
    return "://" in words


def named(url: str) -> Address:
    """A URL taken apart. Raises Refusal: unknown kind, a password written into it."""
    url = url.strip()
    if not is_address(url):
        return Address(PARQUET, path=url)
    scheme, _, rest = url.partition("://")
    known = _SCHEMES.get(scheme.lower())
    if known is None:
        raise Refusal(
            text("Sources of this kind are not known: {scheme}.", scheme=scheme),
            text("Write {forms}.", forms="postgresql://…, sc://…, duckdb:///…, parquet:///…"),
        )
    if known in (DUCKDB, PARQUET):
        return Address(known, path=rest.removeprefix("/") if rest.startswith("//") else rest)
    return _on_host(known, rest)


def _on_host(scheme: str, rest: str) -> Address:
    main, _, semicolons = rest.partition(";") if scheme == "sc" else (rest, "", "")
    try:
        found = urlsplit(f"{scheme}://{main}")
        port = found.port or PORTS[scheme]
    except ValueError:
        raise _not_understood() from None
    if "@" in f"{found.path}{found.query}{found.fragment}":  # after a password cut at its / ? or #
        raise _not_understood()
    pairs = [one.partition("=")[::2] for one in semicolons.split(";") if one]
    options = tuple((key, value) for key, value in (*pairs, *parse_qsl(found.query)))
    address = Address(
        scheme,
        unquote(found.hostname or ""),
        port,
        found.path.strip("/"),
        unquote(found.username or ""),
        unquote(found.password or ""),
        options,
    )
    _nothing_secret(address)
    return address


def _not_understood() -> Refusal:
    """Says nothing of what was written: part of it may be a password."""
    return Refusal(
        text("The address of the source cannot be understood."),
        text("Write it as {form}.", form="postgresql://host:5432/database#table"),
    )


def _nothing_secret(address: Address) -> None:
    """Raises Refusal when a password is typed where the name of a variable belongs."""
    secrets = [address.password, *(value for key, value in address.options if _SECRET.search(key))]
    if any(one and not _TAKEN.fullmatch(one) for one in secrets):
        raise Refusal(
            text("The address holds a password. It is not used, stored or shown."),
            text(
                "Put it into an environment variable such as HEADLIGHT_DATABASE_PASSWORD and write "
                "{name} in its place.",
                name="${HEADLIGHT_DATABASE_PASSWORD}",
            ),
            Place(address.host),
        )


def filled(written: str, environment: Mapping[str, str] = os.environ) -> str:
    """The words with ${NAME} replaced from the environment. Raises Refusal: not ours, not set."""
    return _TAKEN.sub(lambda found: _value(found[1], environment), written)


def secrets(address: Address, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """What the environment puts into an address, which no message may repeat."""
    parts = (
        address.user,
        address.password,
        address.host,
        address.path,
        *dict(address.options).values(),
    )
    names = {name for part in parts for name in _TAKEN.findall(part)}
    return tuple(environment[name] for name in sorted(names) if environment.get(name))


def _value(name: str, environment: Mapping[str, str]) -> str:
    if not _OURS.fullmatch(name):
        raise Refusal(
            text("The variable {name} is not for sources.", name=name),
            text("Use a variable whose name begins with HEADLIGHT_ or PG."),
        )
    if name not in environment:
        raise Refusal(
            text("The environment has no variable {name}.", name=name),
            text("Set it where Headlight is started, then start it again."),
        )
    return environment[name]
