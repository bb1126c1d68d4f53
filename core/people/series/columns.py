"""A survey as columns of the panel: eNPS of everybody and of planned groups, means of questions.

Several waves in one period are one figure, of all their answers: it is worked out from figures
that may each be shown, and so tells nothing new. Where one of them is hidden the period is unknown,
never the rest of it. Groups have eNPS alone: a mean of a question over other answers than those
behind the eNPS would give the answers between them away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from core.language import Text, text
from core.metrics import CATALOGUE, Metric, Role
from core.metrics.lengths import GRAINS
from core.metrics.names import slug
from core.metrics.records import BETWEEN, Recorded, proposal_of
from core.metrics.within_period import Series
from core.people.enps import Counts, Score, enps
from core.people.privacy.plan import EVERYBODY, Group
from core.people.released import Withheld
from core.people.results import Mean
from core.people.series.model import StaffSurvey, Wave
from core.people.series.periods import period_of
from core.periods import Frequency, Grain

By = Sequence[frozenset[str]]  # of each column that divides: the names it may have, lower case
Figure = Score | Mean | Withheld | None
RHYTHMS: Mapping[Grain, Text] = {
    Grain.WEEK: text("once a week"),
    Grain.MONTH: text("once a month"),
    Grain.QUARTER: text("once a quarter"),
    Grain.YEAR: text("once a year"),
}
ENPS, PULSE = CATALOGUE["enps"], CATALOGUE["pulse"]


def columns_of(survey: StaffSurvey, frequency: Frequency, by: By = ()) -> list[Recorded]:
    """Its columns at that frequency; none where no wave can be placed.

    Where waves come more seldom than periods, no role is proposed: nearly every period would lack
    the figure, and the wait until anything is known would be told too short.
    """
    own = survey.rhythm(frequency.year_starts)
    if own is None:
        return []
    scored = _column(survey, frequency, ENPS, partial(_score, survey, EVERYBODY))
    divided = {
        name: _series(survey, frequency, partial(_score, survey, group))
        for name, group in groups_of(survey, by).items()
    }
    divided = {name: one for name, one in divided.items() if _is_known(one)}
    every = [replace(scored, groups=divided)] if survey.scored else []
    for name in dict.fromkeys(name for wave in survey.waves for name in wave.means):
        column = _column(survey, frequency, PULSE, partial(_mean, name))
        column = replace(column, id=slug(name), label=Text.joined("", [name]))
        every.append(_second(column) if survey.scored else column)
    kept = [one for one in every if _is_known(one.series) or one.groups]
    return [_seldom(one, own) for one in kept] if slower(own, frequency) else kept


def slower(own: Grain, frequency: Frequency) -> bool:
    """Whether waves come more seldom than periods."""
    return GRAINS.index(own) > GRAINS.index(frequency.grain)


def groups_of(survey: StaffSurvey, by: By) -> dict[str, Group]:
    """The groups of those columns in any wave, by their words; none where it lacks one of them."""
    columns = [_named(survey, one) for one in by]
    if not columns or not all(columns):
        return {}
    every = {group for wave in survey.waves for group in wave.released.figures}
    fitting = sorted(one for one in every if {name for name, _ in one} == {*columns})
    return {BETWEEN.join(dict(one)[str(name)] for name in columns): one for one in fitting}


def _named(survey: StaffSurvey, names: frozenset[str]) -> str | None:
    """The survey's column that has one of those names."""
    for header, shown in survey.waves[-1].released.columns:
        if {header.strip().casefold(), shown.strip().casefold()} & names:
            return shown
    return None


def _score(survey: StaffSurvey, group: Group, wave: Wave) -> Figure:
    """eNPS of a group; of a wave on another scale than the newest one, none."""
    if wave.released.scale != survey.waves[-1].released.scale:
        return None
    return wave.released.figures.get(group)


def _mean(question: str, wave: Wave) -> Figure:
    return wave.means.get(question)


def _column(
    survey: StaffSurvey, frequency: Frequency, metric: Metric, figure: Callable[[Wave], Figure]
) -> Recorded:
    series = _series(survey, frequency, figure)
    proposal = proposal_of(metric)
    return Recorded(metric.id, metric.name, proposal, survey.place, frequency.grain, series)


def _series(survey: StaffSurvey, frequency: Frequency, figure: Callable[[Wave], Figure]) -> Series:
    found: dict[pd.Period, list[Figure]] = {}
    for wave in survey.waves:
        period = period_of((wave.released.wave, wave.released.day), frequency)
        if period is not None:
            found.setdefault(period, []).append(figure(wave))
    index = pd.PeriodIndex(sorted(found), freq=frequency.freq, name="period")
    told = [_together(found[one]) for one in index]
    values = pd.Series([value for value, _ in told], index, dtype=float)
    return Series(values, pd.Series([n for _, n in told], index, dtype=float))


def _together(figures: Sequence[Figure]) -> tuple[float, int]:
    """The figure of all answers of those waves, and how many there are; unknown where one is."""
    scores = [one.counts for one in figures if isinstance(one, Score)]
    means = [(one.value, one.n) for one in figures if isinstance(one, Mean)]
    if len(scores) == len(figures):
        counts = Counts(
            sum(one.promoters for one in scores),
            sum(one.passives for one in scores),
            sum(one.detractors for one in scores),
        )
        return enps(counts).value, counts.n
    known = [(value, n) for value, n in means if value is not None and n]
    if len(known) < len(figures):
        return float("nan"), 0
    total = sum(n for _, n in known)
    if len(known) == 1:
        return known[0]
    return sum(value * n for value, n in known) / total, total


def _is_known(series: Series) -> bool:
    return bool(series.values.notna().any())


def _second(one: Recorded) -> Recorded:
    """A question, not proposed: each further pair asked makes all others harder to believe."""
    reason = text("The eNPS of this survey is asked about first; choose this one if you like.")
    return replace(one, proposal=replace(one.proposal, role=Role.NEITHER, reason=reason))


def _seldom(one: Recorded, own: Grain) -> Recorded:
    reason = text(
        "The waves come {often}: choose periods as long as that to ask what follows.",
        often=RHYTHMS[own],
    )
    return replace(one, proposal=replace(one.proposal, role=Role.NEITHER, reason=reason))
