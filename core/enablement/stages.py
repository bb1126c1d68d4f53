"""Who moves on from each stage, three ways and each named, and how long deals stay there.

naive: advanced / reached, open deals among the reached. resolved: advanced / (advanced + lost from
the stage), open ones left out. km: the share advanced within 30, 60 and 90 days of the first entry,
open deals counted for as long as they have been there; a lost deal never advances (Aalen and
Johansen, which is Kaplan and Meier's estimate where none is lost). One pipeline at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from core.enablement.counting import lasting, lasting_so_far, shared
from core.enablement.deals import NO_LOST, NO_WON, OPEN, OTHERS
from core.enablement.durations import Durations, Marks
from core.enablement.funnel import Funnel, advancing, funnels, step_at
from core.enablement.incidence import by_days
from core.enablement.ledger import Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.moments import days, days_so_far
from core.enablement.stage_notes import said_of_course, said_of_funnel
from core.enablement.stage_rows import keyed
from core.enablement.visits import NO_STAGES, Course, course
from core.language import counted, text
from core.metrics.records import BETWEEN
from core.tables.model import TableKind

BY_STAGE, BY_PIPELINE = "stage", "pipeline"
_NO_DAYS = text("with no day, or left before they were entered")
_STILL = text("still in this stage")
Place = tuple[str, str, Funnel]  # by, what stands behind the stage in the group's name, the deals


def funnels_of(book: Ledger, asked: Asked) -> list[Place]:
    """Each pipeline, all its deals and then each group asked for. Raises NotComputable."""
    return _places(book, course(book, asked.said))


def _places(book: Ledger, found: Course) -> list[Place]:
    every = list(funnels(found))
    if not every:
        raise NotComputable(NO_STAGES)
    several = len(every) > 1
    split = several and len(book.by) == 1 and BY_PIPELINE in book.by[0]
    places = []
    for one in every:
        beside = divisible(book, one.units)
        for group_by, group, units in [*book.groups(beside)][: 1 if split else None]:
            parts = {BY_PIPELINE: one.pipeline} if several else {}
            parts |= {group_by: group} if group_by else {}
            own = one if not group_by else one.only(one.units.loc[units.index])
            places.append((BETWEEN.join([BY_STAGE, *parts]), BETWEEN.join(parts.values()), own))
    return places


def divisible(book: Ledger, units: pd.DataFrame) -> pd.DataFrame:
    """The columns to divide by, for each deal: from its record, else from its history."""
    found = units[["deal"]].copy()
    wanted = {name for names in book.by for name in names}
    for kind in (TableKind.DEALS, TableKind.STAGE_HISTORY):
        frame = book.frames.get(kind)
        if frame is None or "deal_id" not in frame.columns:
            continue
        own = frame.assign(deal=keyed(frame["deal_id"])).dropna(subset=["deal"])
        for name in sorted(wanted & set(frame.columns) - set(found.columns)):
            found[name] = found["deal"].map(own.groupby("deal")[name].last())
    return found


def stage_conversion(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """Each stage of each pipeline: naive, resolved, and by 30, 60 and 90 days."""
    found = course(book, asked.said)
    rows: list[Measured] = []
    for by, behind, funnel in _places(book, found):
        notes = (*said_of_funnel(funnel), *said_of_course(found))
        for at, stage in enumerate(funnel.stages):
            row = Measured("stage_conversion", by=by, group=_named(stage, behind))
            rows += [
                _naive(replace(row, variant="naive", notes=() if at else notes), funnel, at),
                _resolved(replace(row, variant="resolved"), funnel, at, asked),
                *by_days(replace(row, variant="km"), *advancing(funnel, at)),
            ]
    return rows


def _named(stage: str, behind: str) -> str:
    return BETWEEN.join([stage, behind]) if behind else stage


def _naive(row: Measured, funnel: Funnel, at: int) -> Measured:
    step = step_at(funnel, at)
    if _untold(funnel, at):
        return replace(row, refused=NO_WON)
    running = counted(
        "{n} deal is still open in “{stage}” and may yet advance.",
        "{n} deals are still open in “{stage}” and may yet advance.",
        step.open,
        stage=row.group,
    )
    row = replace(row, notes=(*row.notes, *([running] if step.open else [])))
    return shared(row, step.advanced, step.reached)


def _resolved(row: Measured, funnel: Funnel, at: int, asked: Asked) -> Measured:
    step = step_at(funnel, at)
    if _untold(funnel, at):
        return replace(row, refused=NO_WON)
    if "lost" not in funnel.outcomes:
        return replace(row, refused=NO_LOST)
    others = 0 if asked.others_lost else step.other
    left_out = [LeftOut(OPEN, step.open), LeftOut(OTHERS, others)]
    ended = step.lost + step.other - others
    return shared(row, step.advanced, step.advanced + ended, left_out)


def _untold(funnel: Funnel, at: int) -> bool:
    """Whether nothing tells who left the last stage by winning."""
    return at == len(funnel.stages) - 1 and "won" not in funnel.outcomes


def stage_days(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """How long visits to each stage took: those completed, and all with those that still run."""
    rows: list[Measured] = []
    for by, behind, funnel in funnels_of(book, asked):
        for at, stage in enumerate(funnel.stages):
            row = Measured("stage_days", by=by, group=_named(stage, behind), unit="days")
            lasted, done, unknown = staying(funnel, at)
            left_out = [LeftOut(_NO_DAYS, unknown)]
            running = LeftOut(_STILL, int((~done).sum()))
            rows += lasting(row, lasted[done], [running, *left_out])
            rows.append(lasting_so_far(row, lasted, done, left_out))
    return rows


def staying(funnel: Funnel, at: int) -> tuple[Durations, Marks, int]:
    """How long each visit to a stage took or has taken, whether it is over, and those unknown."""
    visits = funnel.visits[funnel.visits["at"] == at]
    done = ~visits["goes_on"]
    so_far = days_so_far(visits["entered"], funnel.end, whole=funnel.whole_days)
    whole = visits["by_day"] | funnel.whole_days
    lasted = days(visits["entered"], visits["left"], whole=whole).where(done, so_far)
    known = (lasted >= 0).to_numpy()
    marks = done.to_numpy(bool)[known]
    return np.asarray(lasted, np.float64)[known], marks, int((~known).sum())


STAGES: Mapping[str, Measure] = {"stage_conversion": stage_conversion, "stage_days": stage_days}
