"""The options of the command line in what is said of surveys: a page has controls instead."""

from dataclasses import replace

from core.errors import Refusal
from core.language import Text, text

_NAMED = ("option", "option2")
_OPEN = "Answer with {option}: {choices}."


def by(option: str) -> str:
    """An option as it stands in a sentence."""
    return f" ({option})"


def on_page(said: Text) -> Text:
    """The same sentence where no command line is at hand."""
    if said.message == _OPEN:
        return text("Answer it on the page Data; the file asks it there.")
    values = tuple((name, "" if name in _NAMED else value) for name, value in said.values)
    return replace(said, values=values)


def refused_on_page(stop: Refusal) -> Refusal:
    """The same refusal where no command line is at hand."""
    return Refusal(on_page(stop.what), on_page(stop.remedy), stop.place)
