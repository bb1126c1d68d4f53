"""How far the deals of one pipeline came: each stage with those that reached it and left it.

A deal that is seen later in the order has passed the stages it skipped (“inferred”), a won deal all
of them; a move back is no conversion and undoes none. What a deal did not pass it ended in, or
stands in: the furthest stage it reached.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
import pandas as pd

from core.enablement.incidence import HAPPENED, OTHERWISE, RUNNING, Courses, courses_of
from core.enablement.moments import days, days_so_far
from core.enablement.stage_order import stage_order
from core.enablement.visits import Course


@dataclass(frozen=True)
class Funnel:
    """One pipeline, or a group of its deals.

    stages: first to last. units: outcome, ended and furthest (place of the stage in the order) of
    each deal. visits: those of Course with `at`, the place of their stage.
    """

    stages: Sequence[str]
    pipeline: str
    units: pd.DataFrame
    visits: pd.DataFrame
    end: pd.Timestamp
    whole_days: bool
    outcomes: frozenset[str]  # of all deals of the file

    def only(self, units: pd.DataFrame) -> "Funnel":
        """The same of some of its deals."""
        visits = self.visits[self.visits["unit"].isin(units.index)]
        return replace(self, units=units, visits=visits)


def funnels(found: Course) -> Iterator[Funnel]:
    """One for each pipeline, by name. Raises NotComputable: too many words for stages."""
    for pipeline, units in found.units.groupby("pipeline"):
        visits = found.visits[found.visits["unit"].isin(units.index)]
        if len(visits):
            yield _funnel(str(pipeline), units, visits, found)


def _funnel(pipeline: str, units: pd.DataFrame, visits: pd.DataFrame, found: Course) -> Funnel:
    stages = stage_order(visits)
    visits = visits.assign(at=visits["stage"].map({one: at for at, one in enumerate(stages)}))
    furthest = visits.groupby("unit")["at"].max()
    seen = units[units.index.isin(furthest.index)]
    furthest = furthest.reindex(seen.index).mask(seen["outcome"] == "won", len(stages))
    seen = seen.assign(furthest=furthest.astype(int))
    outcomes = frozenset(found.units["outcome"])
    return Funnel(stages, pipeline, seen, visits, found.end, found.whole_days, outcomes)


@dataclass(frozen=True)
class Step:
    """The deals that reached a stage, by what became of them: advanced, lost, other and open.

    skipped: passed it without having been in it; came_back: entered it more than once.
    """

    reached: int
    advanced: int
    lost: int
    other: int
    open: int
    skipped: int
    came_back: int


def steps(funnel: Funnel) -> pd.DataFrame:
    """One row a stage, first to last: the fields of Step."""
    rows = [asdict(step_at(funnel, at)) for at in range(len(funnel.stages))]
    return pd.DataFrame(rows, index=pd.Index(funnel.stages, name="stage"))


def step_at(funnel: Funnel, at: int) -> Step:
    """What became of the deals that reached a stage."""
    furthest, outcome = funnel.units["furthest"], funnel.units["outcome"]
    inside = outcome[furthest == at]
    entries = funnel.visits.loc[funnel.visits["at"] == at, "unit"].value_counts()
    reached = int((furthest >= at).sum())
    lost, other, running = (int((inside == one).sum()) for one in ("lost", "other", "open"))
    return Step(
        reached, int((furthest > at).sum()), lost, other, running,
        reached - len(entries), int((entries > 1).sum()),
    )  # fmt: skip


def moved_back(funnel: Funnel) -> int:
    """How many deals were at some time in an earlier stage than before."""
    back = funnel.visits.groupby("unit")["at"].diff() < 0
    return int(funnel.visits.loc[back, "unit"].nunique())


def advancing(funnel: Funnel, at: int) -> tuple[Courses, int]:
    """From the first entry into a stage until the deal advanced, ended otherwise, or the last day.

    And how many deals of the stage have no such days: skipped, or entered or ended on no known day.
    """
    first = funnel.visits[funnel.visits["at"] == at].drop_duplicates("unit").set_index("unit")
    beyond = funnel.visits[funnel.visits["at"] > at].groupby("unit")["entered"].min()
    own = funnel.units[funnel.units["furthest"] >= at]
    since, ended = first["entered"].reindex(own.index), own["ended"]
    by_day = first["by_day"].reindex(own.index).eq(True) | own["ended_by_day"].astype(bool)
    advanced = own["furthest"] > at
    until = beyond.reindex(own.index).fillna(ended.where(own["outcome"] == "won"))
    until = until.where(advanced, ended)
    watched = days_so_far(since, funnel.end, whole=funnel.whole_days)
    running = ~advanced & (own["outcome"] == "open")
    lasted = days(since, until, whole=by_day | funnel.whole_days).where(~running, watched)
    ends = np.select([advanced, running], [HAPPENED, RUNNING], OTHERWISE)
    return courses_of(lasted, ends, watched)
