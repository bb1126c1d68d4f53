"""Answers that may be refusals: kept like answers, told with a sign while a source is asked."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import TypeVar

from core.errors import Refusal
from pages.ui import opened, session

T = TypeVar("T")


def told(ask: Callable[[], T | Refusal]) -> T:
    """What a cached function answers, with a sign while a source is asked. Raises its Refusal.

    A refusal is kept like an answer: a source that is silent is not asked again by every click.
    """
    with session.wait_for_source() if opened.connections() else nullcontext():
        answer = ask()
    if isinstance(answer, Refusal):
        raise answer
    return answer


def kept(ask: Callable[[], T]) -> T | Refusal:
    """The answer, or the refusal in its place."""
    try:
        return ask()
    except Refusal as stop:
        return stop
