"""All that one visitor's session remembers; the only file that touches st.session_state."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import streamlit as st

from core.errors import Refusal
from core.language import LANGUAGES, Language, text
from core.metrics import Indicator, Role, choose_tables
from core.periods import Grain
from core.settings import settings
from core.tables import Answers, Question, Reading, Table, read

_FILES, _TEMPLATES, _CHOICE, _TIMES = "files", "templates", "choice", "times"
_REFUSED, _LANGUAGE = "refused", "lang"


@dataclass(frozen=True)
class OpenFile:
    """One file the person brought, what they said about it, and what was understood."""

    source: str
    content: bytes
    answers: Answers
    reading: Reading


@dataclass(frozen=True)
class Choice:
    """What the person chose on the way from tables to the answer."""

    tables: frozenset[tuple[str, int]] | None = None  # (source, place in it); None: as proposed
    grain: Grain | None = None
    lags: tuple[int, int] | None = None
    keep_unfinished: bool = False
    roles: dict[str, Role] = field(default_factory=dict)  # indicator id -> role, where changed
    opened: tuple[str, str] | None = None  # the pair whose card is open


def language() -> Language:
    """The language switched to, else the browser's, else the setting's."""
    chosen = st.session_state.get(_LANGUAGE) or st.query_params.get("lang")
    asked = (str(chosen).lower(), (st.context.locale or "").lower()[:2], settings().language)
    return next(one for wish in asked for one in LANGUAGES if one == wish)


def switch_language() -> None:
    """The language switch. Its value lies in the address, so a link keeps it."""
    st.segmented_control(
        "Bahasa · Language",
        ["ID", "EN"],
        default=language().upper(),
        key=_LANGUAGE,
        bind="query-params",
        required=True,
    )


def t(message: str, **values: object) -> str:
    """A message in the visitor's language."""
    return text(message, **values).to(language())


def files() -> tuple[OpenFile, ...]:
    """The files now open."""
    return st.session_state.get(_FILES, ())


def open_files(brought: Iterable[tuple[str, bytes]]) -> None:
    """Opens files beside the others; one of the same name gives way. Refusals are remembered."""
    refused = []
    for source, content in brought:
        try:
            _open(source, content)
        except Refusal as stop:
            refused.append(stop)
    st.session_state[_REFUSED] = tuple(refused)
    st.session_state[_TIMES] = times() + 1


def refused() -> tuple[Refusal, ...]:
    """What was refused when files were last brought."""
    return st.session_state.get(_REFUSED, ())


def times() -> int:
    """How often files were brought: names an uploader so that it is empty after each."""
    return st.session_state.get(_TIMES, 0)


def close_file(source: str) -> None:
    """Closes one file."""
    st.session_state[_FILES] = tuple(one for one in files() if one.source != source)
    st.session_state[_CHOICE] = Choice()


def close_all() -> None:
    """Closes every file; what was answered about their kind is kept."""
    st.session_state[_FILES] = ()
    st.session_state[_CHOICE] = Choice()
    st.session_state[_REFUSED] = ()


def questions(file: OpenFile) -> tuple[Question, ...]:
    """What the tables in use leave open, each kind once; of all tables while none can be used."""
    tables = used(file) or file.reading.tables
    return tuple({one.id: one for table in tables for one in table.questions}.values())


def mean(question: Question, field: str) -> None:
    """Says what a column that can mean several things means, in every file that has it."""
    for file in files():
        answer(file.source, file.answers.with_answer(question, field))


def role(indicator: Indicator) -> Role:
    """The role chosen for an indicator, else the one proposed."""
    return choice().roles.get(indicator.id, indicator.role)


def pick_role(indicator: Indicator, widget: str) -> None:
    """Takes over the role just picked in the widget of that key."""
    choose(roles={**choice().roles, indicator.id: Role(st.session_state[widget])})


def answer(source: str, answers: Answers) -> None:
    """Reads a file again with what the person said, and remembers it for files of its shape."""
    st.session_state[_FILES] = tuple(
        _answered(one, answers) if one.source == source else one for one in files()
    )


def used(file: OpenFile) -> tuple[Table, ...]:
    """The file's tables that the panel is made of: those picked, else those proposed."""
    picked = choice().tables
    if picked is None:
        return choose_tables(file.reading.tables)
    return tuple(
        table for place, table in enumerate(file.reading.tables) if (file.source, place) in picked
    )


def use(file: OpenFile, table: Table, wanted: bool) -> None:
    """Takes a table into the panel, or leaves it out."""
    now = {
        (one.source, place)
        for one in files()
        for place, each in enumerate(one.reading.tables)
        if any(each is kept for kept in used(one))
    }
    place = (file.source, next(i for i, one in enumerate(file.reading.tables) if one is table))
    choose(tables=frozenset(now | {place} if wanted else now - {place}))


def choice() -> Choice:
    """What was chosen so far."""
    return st.session_state.get(_CHOICE, Choice())


def choose(**changes: object) -> None:
    """Changes some choices."""
    st.session_state[_CHOICE] = replace(choice(), **changes)


def _open(source: str, content: bytes) -> None:
    reading = read(content, source)
    remembered = st.session_state.get(_TEMPLATES, {}).get(_shape(reading))
    if remembered:
        reading = read(content, source, remembered)
    others = tuple(one for one in files() if one.source != source)
    opened = OpenFile(source, content, remembered or Answers(), reading)
    st.session_state[_FILES] = (*others, opened)
    st.session_state[_CHOICE] = Choice()


def _answered(file: OpenFile, answers: Answers) -> OpenFile:
    st.session_state.setdefault(_TEMPLATES, {})[_shape(file.reading)] = answers
    return replace(file, answers=answers, reading=read(file.content, file.source, answers))


def _shape(reading: Reading) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(column.name for column in table.columns) for table in reading.tables)
