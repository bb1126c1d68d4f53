"""A synthetic company that returns its truth, and the plan it was made from.

Every series is base x exp(growth x month + season + Lebaran + shock). A shock is the series' own,
with a little memory, plus what it takes over from another series some months earlier. That is the
planted truth; series that share only growth, or only season, are the decoys.
"""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Echo:
    """The shock of another series, taken over `after` months with that strength."""

    of: str
    after: int
    strength: float


@dataclass(frozen=True)
class Plan:
    """How one series is made; names are the catalogue's ids."""

    id: str
    base: float
    own: float  # standard deviation of the monthly shock, in logs
    growth: float = 0.0  # per month, in logs
    season: str = ""  # a shape of core.worlds.seasons
    lebaran: float = 0.0  # in the month that holds the whole run-up to Lebaran, in logs
    memory: float = 0.2  # of its own shocks, lag 1
    echo: Echo | None = None
    counted: bool = False  # a count: Poisson noise on top
    digits: int = 0  # decimals kept


@dataclass(frozen=True)
class Truth:
    """What was planted: the leading series moves `lead` months before the lagging one."""

    leading: str
    lagging: str
    lead: int
    sign: int


@dataclass(frozen=True)
class Decoys:
    """Series that only seem to lead: what each shares with the result."""

    trend: str
    season: str
    follows: str
    noise: str
    together: str = ""  # moves in the same month


@dataclass(frozen=True)
class World:
    """A company: values by month (no gaps), the truth planted in them, the decoys beside it."""

    name: str
    industry: str  # general | retail | property | saas | manufacturing | hospitality
    values: pd.DataFrame
    truth: tuple[Truth, ...]
    decoys: Decoys
