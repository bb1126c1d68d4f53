"""Which questions of a pulse survey go with eNPS, and whether they hang together.

Spearman's rank correlation over everybody, with the interval of Bonett and Wright (2000): the
standard error of Fisher's z is sqrt((1 + r^2 / 2) / (n - 3)). Cronbach's alpha (1951) over those
who answered every question. Both need 25 people, and neither says what causes what.
"""

from dataclasses import dataclass
from math import atanh, sqrt, tanh

import pandas as pd

from core.language import Text, text
from core.people.answers import Pulse, QuestionKind
from core.people.enps import on_scale
from core.people.released import Released

FEWEST = 25  # people who answered both
_Z = 1.96
_NEAR = 0.999999  # beside 1 and -1, where Fisher's z has no end


@dataclass(frozen=True)
class Driver:
    """How far a question goes with eNPS: r from -1 to 1, its 95 % interval, who answered both."""

    question: str
    r: float
    low: float
    high: float
    n: int

    @property
    def plain(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class NotTold:
    """A question whose figure is not worked out, and why."""

    question: str
    why: Text


def drivers(pulse: Pulse, found: Released) -> tuple[Driver | NotTold, ...]:
    """Each rated question of the survey's wave beside its eNPS answers, the closest first."""
    rows = pulse.points[pulse.waves == found.wave]
    if found.question not in rows:
        return ()
    asked = rows[found.question]
    asked = asked.where(on_scale(asked, found.scale))
    told = [_driver(name, rows[name], asked) for name in rated(pulse, found.question)]
    return tuple(sorted(told, key=lambda one: -abs(one.r) if isinstance(one, Driver) else 1.0))


def alpha(pulse: Pulse, found: Released) -> float | Text:
    """How far the rated questions of a wave measure one thing, 1 at most; or why it is not told."""
    names = rated(pulse, found.question)
    if len(names) < 2:
        return text("It takes two rated questions at least.")
    if len({one.scale for one in pulse.questions if one.name in names}) > 1:
        return text("The questions are not all on one scale.")
    rows = pulse.points.loc[pulse.waves == found.wave, names].dropna()
    if len(rows) < FEWEST:
        return text("It takes {n} people who answered every question.", n=FEWEST)
    whole = float(rows.sum(axis=1).var())
    if not whole:
        return text("Everybody answered the same.")
    k = len(names)
    return k / (k - 1) * (1 - float(rows.var().sum()) / whole)


def rated(pulse: Pulse, recommending: str) -> list[str]:
    """The rated questions beside those on recommending, of which one may be of any kind."""
    rest = (one for one in pulse.questions if one.kind is not QuestionKind.SCORE)
    return [one.name for one in rest if one.name != recommending]


def _driver(name: str, points: "pd.Series[float]", asked: "pd.Series[float]") -> Driver | NotTold:
    both = pd.DataFrame({"one": points, "other": asked}).dropna()
    n = len(both)
    if n < FEWEST:
        return NotTold(name, text("It takes {n} people who answered both questions.", n=FEWEST))
    if both.nunique().min() < 2:
        return NotTold(name, text("Everybody answered the same."))
    ranks = both.rank()
    r = float(ranks["one"].corr(ranks["other"]))
    middle = atanh(max(-_NEAR, min(_NEAR, r)))
    reach = _Z * sqrt((1 + r * r / 2) / (n - 3))
    return Driver(name, r, tanh(middle - reach), tanh(middle + reach), n)
