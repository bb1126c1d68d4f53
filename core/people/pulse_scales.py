"""How the answers to a pulse question are given: its points, and what the points mean in words."""

from dataclasses import dataclass

from core.language import Language, Text, text
from core.people.pulse_template import Kind, PulseQuestion


@dataclass(frozen=True)
class Points:
    """Whole numbers from `low` to `high`; labels name them in order, or the two ends alone."""

    low: int
    high: int
    labels: tuple[Text, ...]

    def told(self) -> tuple[tuple[int, Text], ...]:
        """The points that have a name, with it."""
        every = range(self.low, self.high + 1)
        named = every if len(self.labels) == len(every) else (self.low, self.high)
        return tuple(zip(named, self.labels, strict=True))


POINTS = {
    Kind.ENPS: Points(0, 10, (text("not at all likely"), text("extremely likely"))),
    Kind.AGREEMENT: Points(
        1,
        5,
        (
            text("strongly disagree"),
            text("disagree"),
            text("neither agree nor disagree"),
            text("agree"),
            text("strongly agree"),
        ),
    ),
    Kind.RATING: Points(
        1, 5, (text("very poor"), text("poor"), text("fair"), text("good"), text("very good"))
    ),
}


def header(question: PulseQuestion) -> str:
    """The question as a form is to write it: its scale is said, so that nobody has to guess it."""
    points = POINTS.get(question.kind)
    return f"{question.words} ({points.low}-{points.high})" if points else question.words


def labels(kind: Kind, language: Language) -> str:
    """0 = not at all likely, 10 = extremely likely; "" of a question answered in words."""
    points = POINTS.get(kind)
    told = points.told() if points else ()
    return ", ".join(f"{point} = {label.to(language)}" for point, label in told)
