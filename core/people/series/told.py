"""What is said of a survey beside other figures: what is missing in it, and why."""

from collections import Counter
from collections.abc import Iterable

from core.language import Text, counted, text
from core.metrics import Panel
from core.people.released import Withheld
from core.people.series.columns import RHYTHMS, By, groups_of, slower
from core.people.series.model import StaffSurvey
from core.people.series.periods import period_of
from core.periods import Frequency

_NAMED = 8  # waves or groups named at most


def told_of(survey: StaffSurvey, panel: Panel, by: By) -> list[Text]:
    """How its waves stand on the panel's calendar, what is hidden, which groups stand alone."""
    return [
        *_timed(survey, panel.frequency),
        *(_everybody(survey) if survey.scored else ()),
        *(_divided(survey, by) if survey.scored else ()),
        *_means(survey),
        *_apart(survey, panel, by),
    ]


def _timed(survey: StaffSurvey, frequency: Frequency) -> list[Text]:
    """Waves that no period holds, and waves that come more seldom than periods."""
    own, said = survey.rhythm(frequency.year_starts), list[Text]()
    lost = [
        one.released.wave or "–"
        for one in survey.waves
        if period_of((one.released.wave, one.released.day), frequency) is None
    ]
    if lost:
        said.append(
            text(
                "{survey}: the period of these waves is not known, so they are left out: {waves}. "
                "Name waves by their period (2025-Q1, March 2025) or bring the day of each answer.",
                survey=survey.place.text(),
                waves=_listed(lost),
            )
        )
    if own is not None and slower(own, frequency):
        said.append(
            text(
                "{survey}: the waves come {often}. Each figure stands in its own period and "
                "nothing is made up between; to ask what they lead, choose periods as long as "
                "that.",
                survey=survey.place.text(),
                often=RHYTHMS[own],
            )
        )
    return said


def _everybody(survey: StaffSurvey) -> list[Text]:
    hidden: dict[Withheld, list[str]] = {}
    for one in survey.waves:
        overall = one.released.overall
        if isinstance(overall, Withheld):
            hidden.setdefault(overall, []).append(one.released.wave or "–")
    return [
        text(
            "{survey}: eNPS of everybody is missing in {waves}. {reason}",
            survey=survey.place.text(),
            waves=_listed(waves),
            reason=why.reason,
        )
        for why, waves in hidden.items()
    ]


def _divided(survey: StaffSurvey, by: By) -> list[Text]:
    """How many figures of groups are hidden, for each reason."""
    groups = groups_of(survey, by).values()
    figures = (one.released.figures.get(group) for one in survey.waves for group in groups)
    hidden = Counter(one for one in figures if isinstance(one, Withheld))
    return [
        counted(
            "{survey}: eNPS of {n} group in a wave is missing. {reason}",
            "{survey}: eNPS of {n} groups, counted wave by wave, is missing. {reason}",
            n,
            survey=survey.place.text(),
            reason=why.reason,
        )
        for why, n in hidden.items()
    ]


def _means(survey: StaffSurvey) -> list[Text]:
    n = sum(mean.value is None for wave in survey.waves for mean in wave.means.values())
    if not n:
        return []
    return [
        counted(
            "{survey}: {n} mean of a question in a wave is missing: fewer than {floor} answers.",
            "{survey}: {n} means of questions, counted wave by wave, are missing: fewer than "
            "{floor} answers.",
            n,
            survey=survey.place.text(),
            floor=max(one.released.plan.floor for one in survey.waves),
        )
    ]


def _apart(survey: StaffSurvey, panel: Panel, by: By) -> list[Text]:
    """Groups that only the survey has: the words must be the same to be one group."""
    if not panel.segments:
        return []
    lone = [one for one in groups_of(survey, by) if one not in panel.segments]
    if not lone:
        return []
    return [
        text(
            "{survey}: no other table has these groups, so they are compared with nothing: "
            "{groups}. Groups are one where their words are the same.",
            survey=survey.place.text(),
            groups=_listed(lone),
        )
    ]


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return ", ".join(every[:_NAMED]) + (", …" if len(every) > _NAMED else "")
