"""Which sources may be opened: any by the person at the machine, listed ones by a visitor.

A page that visitors reach from elsewhere must not become their way to files and hosts of the
server's own network; so there a source is named, never addressed.
"""

from ipaddress import ip_address

from core.errors import Refusal
from core.language import text
from core.metrics.engine.address import named
from core.settings import settings


def alone() -> bool:
    """Whether only this machine reaches the app, so that any address may be entered."""
    return all(map(_here, (settings().address, *settings().hosts)))


def listed() -> tuple[str, ...]:
    """The names of the sources that this server offers."""
    return tuple(settings().connections)


def address_of(name: str, typed: str = "") -> str:
    """The URL of the source listed under that name; of no name, the URL typed.

    Raises Refusal: no such name, a URL typed where only listed sources may be opened, a password
    in it, an unknown kind of source.
    """
    if name and name not in settings().connections:
        raise Refusal(
            text("This server offers no connection named “{name}”.", name=name),
            text("Choose another one, or ask who runs it to list it in HEADLIGHT_CONNECTIONS."),
        )
    if not name and not alone():
        raise Refusal(
            text("On this server only connections that it lists can be opened."),
            text("Ask who runs it to list this one in HEADLIGHT_CONNECTIONS."),
        )
    url = settings().connections[name] if name else typed.strip()
    named(url)
    return url


def _here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
