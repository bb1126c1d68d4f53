"""Surveys of staff beside other figures: the panel with columns for eNPS and each rated question.

The other columns keep their values and how long a period is: a quarterly survey does not make
monthly sales quarterly unasked. Where waves come more seldom than periods, each figure stands in
its own period, the periods between stay unknown, no role is proposed, and it is said which period
to choose; with that one the survey is asked about like any other indicator.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from core.errors import Refusal
from core.language import Text, text
from core.metrics import Indicator, Panel, Role
from core.metrics.build import indicator_of
from core.metrics.complete import on_periods
from core.metrics.lengths import GRAINS
from core.metrics.merge import free
from core.metrics.records import Recorded
from core.metrics.within_period import Series
from core.people.series.columns import ENPS, PULSE, By, columns_of, slower
from core.people.series.model import StaffSurvey
from core.people.series.told import told_of
from core.periods import Frequency, Grain, calendar

_FEWEST = 2  # periods of a panel


def survey_panel(
    surveys: Sequence[StaffSurvey], grain: Grain | None = None, year_starts: int = 1
) -> Panel:
    """A panel for surveys alone, still without a column; grain: None takes their longest rhythm."""
    own = [found for one in surveys if (found := one.rhythm(year_starts)) is not None]
    chosen = grain or max(own, key=GRAINS.index, default=Grain.MONTH)
    index = pd.PeriodIndex([], freq=Frequency(chosen, year_starts).freq, name="period")
    empty = pd.DataFrame(index=index)
    return Panel(empty, empty, chosen, (), None, (), "")


def needed_by(panel: Panel, surveys: Sequence[StaffSurvey], ids: Iterable[str]) -> Grain | None:
    """The period as long as the waves of a survey among those indicators; None: it is that long."""
    frequency, wanted = panel.frequency, set(ids)
    of = {one.place for one in panel.indicators if one.id in wanted}
    own = [one.rhythm(frequency.year_starts) for one in surveys if one.place in of]
    seldom = [one for one in own if one is not None and slower(one, frequency)]
    return max(seldom, key=GRAINS.index, default=None)


def is_of_survey(one: Indicator) -> bool:
    """Whether an indicator comes from the answers of staff, not from a column of figures."""
    return one.metric in (ENPS.id, PULSE.id) and not one.place.column


def too_seldom(panel: Panel) -> dict[str, Text]:
    """The eNPS of surveys whose waves come more seldom than periods, by id, and what to choose."""
    return {
        one.id: one.reason
        for one in panel.indicators
        if is_of_survey(one) and one.metric == ENPS.id and one.role is Role.NEITHER
    }


def with_surveys(panel: Panel, surveys: Sequence[StaffSurvey], by: By = ()) -> Panel:
    """The panel and its segments with the surveys' columns, on a calendar that holds both.

    by: the columns by which it is divided. A figure that may not be shown is missing; why is among
    the notices. Raises Refusal: fewer than two periods.
    """
    frequency = panel.frequency
    told = [said for one in surveys for said in told_of(one, panel, by)]
    notices = tuple(dict.fromkeys((*panel.notices, *told)))
    columns = _apart(panel, [c for one in surveys for c in columns_of(one, frequency, by)])
    index = _calendar(panel, columns)
    if len(index) < _FEWEST:
        what = text("Fewer than two waves stand in periods of their own.")
        raise Refusal(what, text("Bring the answers of more waves, with the day of each answer."))
    whole = _more(panel, index, columns, {one.id: one.series for one in columns})
    found = replace(whole, notices=notices, key=_key(panel, whole))
    return replace(found, segments=_segments(found, index, columns)) if by else found


def _apart(panel: Panel, columns: Iterable[Recorded]) -> list[Recorded]:
    """The columns, each with an id of its own; one that is there already is told by its file."""
    taken, found = set(map(str, panel.values.columns)), list[Recorded]()
    for one in columns:
        if one.id in taken:
            named = text("{name} ({place})", name=one.label, place=one.place.text())
            one = replace(one, id=free(one.id, taken), label=named)
        taken.add(one.id)
        found.append(one)
    return found


def _calendar(panel: Panel, columns: Sequence[Recorded]) -> pd.PeriodIndex:
    known = [period for one in columns for period in one.series.values.dropna().index]
    every = sorted([*panel.values.index[[0, -1]], *known] if len(panel.values) else known)
    return calendar(every[0], every[-1]) if every else pd.PeriodIndex(panel.values.index)


def _more(
    panel: Panel, index: pd.PeriodIndex, columns: Sequence[Recorded], series: Mapping[str, Series]
) -> Panel:
    """The panel on that calendar with those columns beside its own."""
    values, counts = on_periods(series, index)
    old = panel.values.reindex(index), panel.counts.reindex(index).fillna(0).astype("int64")
    return replace(
        panel,
        values=pd.concat([old[0], values], axis=1),
        counts=pd.concat([old[1], counts], axis=1),
        indicators=(*panel.indicators, *(indicator_of(one) for one in columns if one.id in series)),
    )


def _segments(whole: Panel, index: pd.PeriodIndex, columns: Sequence[Recorded]) -> dict[str, Panel]:
    """Each group's panel with its eNPS where that may be shown, in the order of the words."""
    names = sorted({*whole.segments, *(name for one in columns for name in one.groups)})
    found = {}
    for name in names:
        bare = replace(
            whole, values=pd.DataFrame(index=index), counts=pd.DataFrame(index=index),
            indicators=(), notices=(), questions=(), refused={}, segments={},
        )  # fmt: skip
        series = {one.id: one.groups[name] for one in columns if name in one.groups}
        own = _more(whole.segments.get(name, bare), index, columns, series)
        found[name] = replace(own, key=f"{whole.key}/{name}")
    return found


def _key(panel: Panel, whole: Panel) -> str:
    """A digest of all that the answers rest on."""
    digest = hashlib.sha256(panel.key.encode())
    digest.update(repr([str(one) for one in whole.values.index]).encode())
    digest.update(repr([(one.id, one.role, str(one.place)) for one in whole.indicators]).encode())
    digest.update(whole.values.to_numpy(dtype="<f8").tobytes())
    digest.update(whole.counts.to_numpy(dtype="<i8").tobytes())
    return digest.hexdigest()
