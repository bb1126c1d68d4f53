"""eNPS of everybody and of the groups that the release plan lets be shown.

Every column that divides people is planned at once with the crossings that stay safe, whatever is
asked: two questions asked one after the other cannot give away what one may not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.errors import Refusal
from core.language import Text, text
from core.people.enps import Score, bands, counts_of, enps
from core.people.privacy.plan import EVERYBODY, FLOOR, Group, Plan, Why, rows_of
from core.people.privacy.prover import Proof, attacked
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
                "Hidden: fewer than {floor} answers. It opens once {floor} have answered.",
                floor=self.floor,
            )
        return text(
            "Hidden: with the other groups on show, the answers of fewer than {floor} people could "
            "be worked out from it.",
            floor=self.floor,
        )


@dataclass(frozen=True)
class Released:
    """What may be shown of a survey's question."""

    survey: Survey
    plan: Plan
    figures: Mapping[Group, Score | Withheld]

    @property
    def overall(self) -> Score | Withheld:
        """Of everybody."""
        return self.figures[EVERYBODY]

    def by(self, columns: Sequence[str]) -> dict[Group, Score | Withheld]:
        """The groups of those columns, crossed where there are two.

        Raises Refusal: the survey has no such column, or their crossing is not planned.
        """
        wanted = in_order([column_named(self.survey, one) for one in columns], self.survey)
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


def released(survey: Survey, floor: int = FLOOR) -> Released:
    """The figures of one wave that may be shown; floor: fewest answers of a group, 5 at least.

    Raises Refusal: a floor under 5.
    """
    if floor < FLOOR:
        raise Refusal(
            text("Groups of fewer than {floor} answers are never shown.", floor=FLOOR),
            text("Choose {floor} or more.", floor=FLOOR),
        )
    plan = wave_plan(survey.groups, bands(survey.answers, survey.scale), floor)
    figures: dict[Group, Score | Withheld] = {EVERYBODY: Withheld(Why.FEW, floor)}
    for group in sorted({*plan.shown, *plan.withheld}, key=lambda one: (len(one), one)):
        if group in plan.shown:
            rows = rows_of(survey.groups, group)
            figures[group] = enps(counts_of(survey.answers[rows], survey.scale))
        else:
            figures[group] = Withheld(plan.withheld[group], floor)
    return Released(survey, plan, figures)


def column_named(survey: Survey, wanted: str) -> str:
    """The column as the survey writes it. Raises Refusal when it has none of that name."""
    same = [one for one in survey.groups.columns if one.casefold() == wanted.strip().casefold()]
    if not same:
        raise Refusal(
            text("There is no column “{name}” to divide by.", name=wanted),
            text("Choose from: {known}.", known=", ".join(survey.groups.columns)),
        )
    return str(same[0])


def in_order(columns: Sequence[str], survey: Survey) -> tuple[str, ...]:
    """The columns in the order of the survey, in which groups name them."""
    return tuple(one for one in survey.groups.columns if one in columns)


def prove(found: Released) -> Proof:
    """Attacks on what is shown of a wave: can anything of fewer than the floor be worked out?"""
    survey = found.survey
    shown = {group: one.counts for group, one in found.figures.items() if isinstance(one, Score)}
    hidden = {group: rows_of(survey.groups, group) for group in found.plan.withheld}
    told = bands(survey.answers, survey.scale)
    return attacked(survey.groups, told, shown, hidden, found.plan.floor)
