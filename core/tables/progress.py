"""How far the reading of a file has come: told from the inside, heard by whoever asked for it.

The reading process tells the same over its pipe, so that the app hears it as if it read itself.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from core.language import Text, text


class Stage(StrEnum):
    """What is being done, in the order it is done."""

    WAIT = "wait"
    OPEN = "open"
    FIND = "find"
    TYPE = "type"
    KEEP = "keep"


# Shares of the whole, as measured on a text file of a million rows and a workbook of 100,000.
_ENDS = {Stage.WAIT: 0.0, Stage.OPEN: 0.4, Stage.FIND: 0.55, Stage.TYPE: 0.9, Stage.KEEP: 1.0}
_BEGINS = dict(zip(_ENDS, (0.0, *_ENDS.values()), strict=False))


@dataclass(frozen=True)
class Progress:
    """So many of the sheets, columns or tables of a stage are done."""

    stage: Stage
    done: int = 0
    of: int = 1

    @property
    def share(self) -> float:
        """How much of the whole is done, from 0 to 1."""
        begin, end = _BEGINS[self.stage], _ENDS[self.stage]
        return begin + (end - begin) * min(1.0, self.done / max(1, self.of))

    @property
    def words(self) -> Text:
        """What is being done now, for the person who waits."""
        at, of = min(self.done + 1, self.of), self.of
        if self.stage is Stage.WAIT:
            return text("Another file is read first")
        if self.stage is Stage.OPEN:
            return text("Reading sheet {n} of {m}", n=at, m=of) if of > 1 else text("Opening it")
        if self.stage is Stage.FIND:
            return text("Looking for its tables")
        if self.stage is Stage.TYPE:
            return text("Understanding column {n} of {m}", n=at, m=of)
        return text("Keeping what was understood")


Listener = Callable[[Progress], None]
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """While it lasts, every reading that this thread asks for tells the listener how far it is."""
    before = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(before)


def tell(stage: Stage, done: int = 0, of: int = 1) -> None:
    """Says how far a stage has come; costs nothing where nobody listens."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(Progress(stage, done, of))
