"""A column of the panel to be, wherever it comes from: a sheet of figures or records."""

from typing import Protocol

from core.errors import Place
from core.language import Text
from core.metrics.roles import Proposal
from core.metrics.within_period import Series
from core.periods import Grain


class Measured(Protocol):
    """What the panel needs to know of a column."""

    @property
    def id(self) -> str:
        """Its id on the panel."""

    @property
    def label(self) -> Text:
        """Its name on the screen."""

    @property
    def proposal(self) -> Proposal:
        """What it is taken for."""

    @property
    def place(self) -> Place:
        """Where it was read."""

    @property
    def grain(self) -> Grain:
        """The period it was written or worked out for."""

    @property
    def series(self) -> Series:
        """Its values and counts."""
