"""What a team keeps about its people: the pulse survey it asks, and who met whom when."""

from collections.abc import Callable
from dataclasses import replace

from core.people.one_on_ones import Change
from core.people.pulse_template import Template
from core.workspace.edits import Edit


def pulse(change: Callable[[Template], Template], begun: Template) -> Edit:
    """The template changed; `begun` while none is kept. Raises Refusal where it cannot be so."""
    return lambda state: replace(state, pulse=change(state.pulse or begun))


def one_on_ones(change: Change) -> Edit:
    """The one-on-ones changed."""
    return lambda state: replace(state, one_on_ones=change(state.one_on_ones))
