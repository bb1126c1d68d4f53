"""eNPS of everybody and of the groups that the release plan lets be shown.

Every column that divides people is planned at once with the crossings that stay safe, whatever is
asked: two questions asked one after the other cannot give away what one may not. The answers of
single people go no further than this file: what is released holds nothing but what is shown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.errors import Refusal
from core.language import Text, text
from core.people.enps import Counts, Scale, Score, bands, counts_of, enps
from core.people.privacy.plan import EVERYBODY, FLOOR, Group, Plan, Why, rows_of
from core.people.privacy.wave import wave_plan
from core.people.survey import Survey


@dataclass(frozen=True)
class Withheld:
    """A figure that may not be shown: it exists nowhere above this layer."""

    why: Why
    floor: int

    @property
    def reason(self) -> Text:
        """Why, and what would open it."""
        if self.why is Why.FEW:
            return text(
                "Hidden: fewer than {floor} answers. It opens in a wave with {floor} or more.",
                floor=self.floor,
            )
        return text(
            "Hidden: with the other groups on show, the answers of fewer than {floor} people could "
            "be worked out from it. It can open in a wave in which the small groups beside it have "
            "{floor} answers or more, or fewer columns divide people.",
            floor=self.floor,
        )


@dataclass(frozen=True)
class Released:
    """What may be shown of one wave of a survey, and nothing else: no answer of one person.

    columns: those that divide people, (header of the file, name as shown). counts: of the groups
    the plan shows. histogram: how many of everybody gave each point, empty where everybody is
    hidden. outside: answers that are not on the scale. day: the middle of the wave's days.
    """

    question: str
    scale: Scale
    wave: str
    columns: tuple[tuple[str, str], ...]
    plan: Plan
    counts: Mapping[Group, Counts]
    histogram: Mapping[int, int]
    outside: int
    notices: tuple[Text, ...]
    day: date | None = None

    @cached_property
    def figures(self) -> Mapping[Group, Score | Withheld]:
        """Every group there is, everybody first, then those of one column."""
        found: dict[Group, Score | Withheld] = {EVERYBODY: Withheld(Why.FEW, self.plan.floor)}
        every = {*self.plan.shown, *self.plan.withheld}
        for group in sorted(every, key=lambda one: (len(one), one)):
            if group in self.plan.shown:
                found[group] = enps(self.counts[group])
            else:
                found[group] = Withheld(self.plan.withheld[group], self.plan.floor)
        return found

    @property
    def overall(self) -> Score | Withheld:
        """Of everybody."""
        return self.figures[EVERYBODY]

    @property
    def divides(self) -> tuple[str, ...]:
        """The columns that divide people, as they are shown, in order."""
        return tuple(shown for _, shown in self.columns)

    @property
    def answered(self) -> int | None:
        """How many answered, on the scale or not; None where everybody is hidden."""
        overall = self.overall
        return overall.counts.n + self.outside if isinstance(overall, Score) else None

    def by(self, columns: Sequence[str]) -> dict[Group, Score | Withheld]:
        """The groups of those columns, crossed where there are two.

        Raises Refusal: the survey has no such column, or their crossing is not planned.
        """
        wanted = self.in_order([self.column_named(one) for one in columns])
        found = {
            group: one
            for group, one in self.figures.items()
            if tuple(name for name, _ in group) == wanted
        }
        if not found:
            raise Refusal(
                text("These columns are not shown crossed: {columns}.", columns=", ".join(columns)),
                text("Choose one or two columns."),
            )
        return found

    def column_named(self, wanted: str) -> str:
        """The column as the survey writes it. Raises Refusal when it has none of that name."""
        name = wanted.strip().casefold()
        for one in self.divides:
            if one.casefold() == name:
                return one
        raise Refusal(
            text("There is no column “{name}” to divide by.", name=wanted),
            text("Choose from: {known}.", known=", ".join(self.divides)),
        )

    def group_named(self, column: str) -> str:
        """A column by the header the file gives it."""
        same = {header.strip().casefold(): shown for header, shown in self.columns}
        return same.get(column.strip().casefold(), column)

    def in_order(self, columns: Sequence[str]) -> tuple[str, ...]:
        """The columns in the order of the survey, in which groups name them."""
        return tuple(one for one in self.divides if one in columns)


Progress = Callable[[float, Text], None]  # the share that is done, and what is being done


def released(
    survey: Survey,
    floor: int = FLOOR,
    *,
    plan: Plan | None = None,
    progress: Progress | None = None,
) -> Released:
    """The figures of one wave that may be shown; floor: fewest answers of a group, 5 at least.

    plan: of these very answers, where it was made before. progress is told how much of the planning
    is done. Raises Refusal: a floor under 5.
    """
    if floor < FLOOR:
        raise Refusal(
            text("Groups of fewer than {floor} answers are never shown.", floor=FLOOR),
            text("Choose {floor} or more.", floor=FLOOR),
        )
    if plan is None:
        told = bands(survey.answers, survey.scale)
        plan = wave_plan(survey.groups, told, floor, _planning(progress))
    counts = {
        group: counts_of(survey.answers[rows_of(survey.groups, group)], survey.scale)
        for group in plan.shown
    }
    headers = {shown: header for header, shown in survey.columns}
    return Released(
        question=survey.question,
        scale=survey.scale,
        wave=survey.wave,
        columns=tuple((headers.get(one, one), one) for one in map(str, survey.groups.columns)),
        plan=plan,
        counts=counts,
        histogram=_histogram(survey) if EVERYBODY in counts else {},
        outside=survey.outside,
        notices=survey.notices,
        day=survey.day,
    )


def _planning(progress: Progress | None) -> Callable[[float], None]:
    doing = text("Planning which groups can be shown …")
    return lambda share: progress(share, doing) if progress else None


def _histogram(survey: Survey) -> dict[int, int]:
    """How many of everybody gave each point of the scale."""
    every = range(survey.scale.low, survey.scale.high + 1)
    counts = survey.answers.value_counts().reindex(every, fill_value=0)
    return {int(point): int(n) for point, n in zip(every, counts, strict=True)}
