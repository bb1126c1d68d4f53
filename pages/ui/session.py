"""All that one visitor's session remembers; the only file that touches st.session_state.

What a team shares lies in the workspace on disk; a session remembers which one is open, what was
read of it, and what waits for a word from the person.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import streamlit as st

from core.errors import Refusal
from core.language import LANGUAGES, Language, Text, text
from core.settings import settings
from core.workspace import Arrival, Workspace, Workspaces
from pages.ui.found import Found

_WORKSPACE, _WAITING, _READ, _TIMES = "workspace", "waiting", "read", "times"
_REFUSED, _SAID, _OPENED, _LANGUAGE, _LINK = "refused", "said", "opened", "lang", "ws"
_CHOSEN = "language"
_ASKED, _FOUND = "asked", "found"


@dataclass(frozen=True)
class Waiting:
    """A file that continues one of the workspace, until the person says whether to take it."""

    arrival: Arrival
    content: bytes


@cache
def store() -> Workspaces:
    """The workspaces of this server."""
    return Workspaces(settings().workspaces.expanduser())


def language(*, switched: bool = True) -> Language:
    """The language switched to, else the browser's, else the setting's."""
    state, link = st.session_state, st.query_params
    chosen = switched and (state.get(_LANGUAGE) or state.get(_CHOSEN) or link.get(_LANGUAGE))
    asked = (str(chosen).lower(), (st.context.locale or "").lower()[:2], settings().language)
    return next(one for wish in asked for one in LANGUAGES if one == wish)


def switch_language() -> None:
    """The language switch. A choice that the browser does not ask for lies in the address."""
    chosen = st.segmented_control(
        "Bahasa · Language",
        ["ID", "EN"],
        default=language().upper(),
        key=_LANGUAGE,
        required=True,
    )
    st.session_state[_CHOSEN] = chosen  # the switch forgets where a page leads to another
    wanted = None if chosen == language(switched=False).upper() else chosen
    if wanted is None:
        st.query_params.pop(_LANGUAGE, None)
    elif st.query_params.get(_LANGUAGE) != wanted:
        st.query_params[_LANGUAGE] = wanted


def t(message: str, **values: object) -> str:
    """A message in the visitor's language."""
    return text(message, **values).to(language())


def workspace() -> Workspace | None:
    """The open workspace as it was when this page began to run, and as this session changed it."""
    return st.session_state.get(_WORKSPACE)


def resume() -> None:
    """Opens what the link names and takes in what others changed. Raises Refusal."""
    known = workspace()
    named = st.query_params.get(_LINK) or (known.id if known else "")
    if not named:
        return
    try:
        opened = store().open(named)
    except Refusal:
        leave()
        raise
    if known and known.id != named:
        leave()
    show_now(opened if known and known.id == named else _cleansed(opened))


def leave() -> None:
    """Closes the workspace in this session; on disk it stays."""
    for key in (_WORKSPACE, _WAITING, _READ, _REFUSED, _SAID, _OPENED, _ASKED):
        st.session_state.pop(key, None)
    st.query_params.pop(_LINK, None)


def enter(opened: Workspace) -> None:
    """Opens another workspace in this session."""
    leave()
    show_now(_cleansed(opened))


def _cleansed(opened: Workspace) -> Workspace:
    """What an earlier Headlight kept of people goes the first time it is opened."""
    try:
        return store().cleansed(opened.id)
    except Refusal:
        return opened  # the page says what is damaged


def show_now(opened: Workspace) -> None:
    """Takes over the workspace as it is after a change."""
    st.session_state[_WORKSPACE] = opened
    if st.query_params.get(_LINK) != opened.id:
        st.query_params[_LINK] = opened.id


def need_workspace() -> Workspace:
    opened = workspace()
    assert opened is not None
    return opened


def waiting() -> tuple[Waiting, ...]:
    """Files that continue one of the workspace and wait for the person's word."""
    return st.session_state.get(_WAITING, ())


def await_word(files: Iterable[Waiting]) -> None:
    """Keeps files until the person says whether to take them."""
    st.session_state[_WAITING] = tuple(files)


def refused() -> tuple[Refusal, ...]:
    """What was refused when files were last brought."""
    return st.session_state.get(_REFUSED, ())


def said() -> tuple[Text, ...]:
    """What there was to say when files were last brought or taken."""
    return st.session_state.get(_SAID, ())


def tell(said: Iterable[Text] = (), refused: Iterable[Refusal] = ()) -> None:
    """Keeps what there is to say until the next change."""
    st.session_state[_SAID], st.session_state[_REFUSED] = tuple(said), tuple(refused)


def times() -> int:
    """How often files were brought: names an uploader so that it is empty after each."""
    return st.session_state.get(_TIMES, 0)


def brought() -> None:
    """Empties the uploader."""
    st.session_state[_TIMES] = times() + 1


def asked_at(id: str) -> datetime:
    """When this session asked a connected table afresh; UTC."""
    return st.session_state.setdefault(_ASKED, {}).setdefault(id, datetime.now(UTC))


def ask_again(id: str) -> None:
    """Asks a connected table afresh."""
    st.session_state.get(_ASKED, {}).pop(id, None)


def wait_for_source() -> AbstractContextManager[None]:
    """A sign on the page while a source is asked; short answers show none."""
    return st.spinner(t("Asking the database …"), show_time=True)


def found() -> Found | None:
    """What was found behind the address named last, until its table is connected."""
    return st.session_state.get(_FOUND)


def find(found: Found | None) -> None:
    """Keeps what was found behind an address."""
    st.session_state[_FOUND] = found


def pair_open() -> tuple[str, str] | None:
    """The pair whose card is open."""
    return st.session_state.get(_OPENED)


def open_pair(pair: tuple[str, str] | None) -> None:
    """Opens the card of a pair."""
    st.session_state[_OPENED] = pair


def picked(widget: str) -> object:
    """What was just picked in the widget of that key; None before it was drawn."""
    return st.session_state.get(widget)


def pick(widget: str, value: object, anew: bool = True) -> None:
    """Picks it for the person, before the widget is drawn; not `anew`: at first only."""
    if anew or widget not in st.session_state:
        st.session_state[widget] = value


def read_once(key: tuple[object, ...], load: Callable[[], object]) -> object:
    """What was read of a file, until the file changes."""
    kept = st.session_state.setdefault(_READ, {})
    if key not in kept:
        for old in [one for one in kept if one[:2] == key[:2]]:
            del kept[old]
        kept[key] = load()
    return kept[key]
