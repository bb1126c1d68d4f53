"""A state as JSON bytes and back: the same state gives the same bytes."""

import hashlib
import json
from dataclasses import dataclass

from pydantic import TypeAdapter

from core.language import Text
from core.tables import Answers
from core.tables.stored import canonical
from core.workspace.model import State

VERSION = 1


@dataclass(frozen=True)
class _Written:
    version: int
    state: State


_STATE = TypeAdapter(_Written)
_ANSWERS = TypeAdapter(Answers)
_TEXT = TypeAdapter(Text)


def digest_of(content: bytes) -> str:
    """The sha256 by which bytes are named."""
    return hashlib.sha256(content).hexdigest()


def state_json(state: State) -> bytes:
    """The state as canonical JSON."""
    return canonical(_STATE.dump_python(_Written(VERSION, state), mode="json"))


def state_of(content: bytes) -> State:
    """The state that was written. Raises ValueError when it is not one of this version."""
    written = _STATE.validate_json(content)
    if written.version != VERSION:
        raise ValueError(f"version {written.version}")
    return written.state


def answers_json(answers: Answers) -> bytes:
    """The answers as canonical JSON."""
    return canonical(_ANSWERS.dump_python(answers, mode="json"))


def answers_of(content: bytes) -> Answers:
    """The answers that were written."""
    return _ANSWERS.validate_json(content)


def text_json(said: Text) -> bytes:
    """A sentence as canonical JSON."""
    return canonical(_TEXT.dump_python(said, mode="json"))


def text_of(content: bytes) -> Text:
    """The sentence that was written."""
    return _TEXT.validate_python(json.loads(content))
