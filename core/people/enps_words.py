"""eNPS in sentences: the score, its change from wave to wave, a group beside the others."""

from core.language import Amount, Share, Text, counted, text
from core.people.drivers import Driver
from core.people.enps import Scale, Score, change_p
from core.people.rest import Rest
from core.people.results import Result
from core.people.signals import NOISE

_TINY = 0.001


def score_said(one: Score) -> Text:
    """The figure with its interval."""
    return counted(
        "eNPS {score}: with {n} answer, anywhere from {low} to {high} is possible (95%).",
        "eNPS {score}: with {n} answers, anywhere from {low} to {high} is possible (95%).",
        one.counts.n,
        score=points(one.value),
        low=points(one.low),
        high=points(one.high),
    )


def points(value: float) -> Text:
    """Points with their sign."""
    told = Amount(float(round(value)), 0)
    return text("+{n}", n=told) if told.value > 0 else text("{n}", n=Amount(told.value or 0.0, 0))


def scale_said(scale: Scale) -> Text:
    """The bands of a scale."""
    top = str(scale.high) if scale.promoter == scale.high else f"{scale.promoter}–{scale.high}"
    below = scale.promoter - 1
    middle = str(below) if scale.passive == below else f"{scale.passive}–{below}"
    return text(
        "Scale {scale}: promoters answer {top}, passives {middle}, detractors {low} to {less}.",
        scale=scale.name.replace("-", "–"), top=top, middle=middle,
        low=scale.low, less=scale.passive - 1,
    )  # fmt: skip


def change_said(before: tuple[str, Score], now: Score) -> Text:
    """What became of the score since the wave before: the test decides, not the difference."""
    wave, then = before
    p, apart = change_p(then.counts, now.counts), now.value - then.value
    more = {"wave": wave, "x": Amount(abs(apart), 0), "p": p_said(p)}
    if p > NOISE or not apart:
        return text("Since {wave} the difference of {x} points is within noise ({p}).", **more)
    if apart > 0:
        return text("Since {wave} the score rose by {x} points, beyond noise ({p}).", **more)
    return text("Since {wave} the score fell by {x} points, beyond noise ({p}).", **more)


def rest_said(one: Rest | None) -> Text:
    """A group beside all others together."""
    if one is None:
        return text("the others are too few to compare with")
    more = {"x": points(one.apart), "p": p_said(one.p)}
    if one.differs:
        return text("differs from the rest: {x} points ({p})", **more)
    return text("no difference beyond chance: {x} points ({p})", **more)


def driver_said(one: Driver) -> Text:
    """Whether a question goes with eNPS."""
    if not one.plain:
        return text("no link beyond chance")
    return text("goes with it") if one.r > 0 else text("goes against it")


def result_said(one: Result) -> Text:
    """What became of a mean since the wave before."""
    p = one.change_p
    if p is None:
        return text("nothing to compare with")
    before, now = one.means[-2:]
    apart = (now.value or 0.0) - (before.value or 0.0)
    if p > NOISE:
        return text("within noise ({p})", p=p_said(p))
    more = {"x": Amount(abs(apart), 2), "p": p_said(p)}
    return text("rose by {x} ({p})", **more) if apart > 0 else text("fell by {x} ({p})", **more)


def response_said(answered: int, asked: int) -> Text:
    """How many of those asked answered."""
    if answered > asked:
        return text(
            "{n} answered, but only {asked} were asked: correct the number.",
            n=answered, asked=asked,
        )  # fmt: skip
    share = Share(answered / asked)
    return text("{share} answered: {n} of {asked}.", share=share, n=answered, asked=asked)


def p_said(p: float) -> Text:
    """How often chance alone does as much."""
    return text("p < 0.001") if p < _TINY else text("p = {p}", p=Amount(p, 3))
