"""What a metric is: a declared definition, as data."""

from dataclasses import dataclass
from enum import StrEnum

from core.language import Text
from core.metrics.measures import Measure


class Role(StrEnum):
    """The role a metric usually plays; whether it does is tested, never assumed."""

    LEADING = "leading"
    LAGGING = "lagging"
    NEITHER = "neither"


class Aggregate(StrEnum):
    """How shorter periods make a longer one."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"


@dataclass(frozen=True)
class Metric:
    """One entry of the catalogue."""

    id: str
    name: Text
    meaning: Text  # plain definition, one or two sentences
    role: Role
    better: str  # up | down
    unit: str  # count | money | rate | days | hours | ratio | score
    aggregate: Aggregate
    aliases: tuple[str, ...]  # header names in both languages, lower case
    usual_lead: tuple[int, int] | None = None  # months from move to result
    gamed: Text | None = None  # how it is gamed
    guard: str | None = None  # metric that shows when it is
    measures: tuple[Measure, ...] = ()  # ways to work it out from records, each from other tables
    contains: tuple[str, ...] = ()  # metrics that are part of its formula
    industry: str = ""  # retail | property | saas | manufacturing | hospitality | ""


def aliases(written: str) -> tuple[str, ...]:
    """Header names from one comma-separated line."""
    return tuple(alias.strip() for alias in written.split(","))
