"""On which scale people answered: as said, as the question states, or as the answers show."""

import re

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, text
from core.people.answers.option import by
from core.people.enps import SCALES, Scale

_STATED = re.compile(
    r"\b(0|1)\s*(?:[-–—~]|to|sampai( dengan)?|s\.?/?d\.?|hingga|until)\s*(4|5|6|7|10|100)\b"
    r"|\b(0|1)\s*(?:=|\(|:)\D{1,60}?\b(4|5|6|7|10|100)\s*(?:=|\(|:|\))",
    re.IGNORECASE,
)
_LOW = 5  # the highest answer of the scale 1-5
_MOSTLY = 0.9  # share of answers up to 5 from which a higher one is odd
_ENOUGH = 10  # answers that show it


def scale_of(
    question: str, points: "pd.Series[float]", said: str, place: Place
) -> tuple[Scale, tuple[Text, ...]]:
    """The scale, and a word where the answers alone show it.

    Raises Refusal: no such scale, one that has no bands, no points, or too odd ones to tell.
    """
    if said:
        return _named(said), ()
    if ends := stated(question):
        name = f"{ends[0]}-{ends[1]}"
        if name not in SCALES:
            raise _no_bands(name, place)
        return SCALES[name], ()
    known = points.dropna()
    if not len(known):
        raise Refusal(
            text("Nobody answered “{question}” with a number.", question=question),
            text("Say which column holds the scores{option}.", option=by("--score")),
            place,
        )
    return _seen(known, place)


def _named(said: str) -> Scale:
    if said not in SCALES:
        raise Refusal(
            text("There is no scale “{scale}”.", scale=said),
            text("Choose from: {known}.", known=", ".join(SCALES)),
        )
    return SCALES[said]


def stated(question: str) -> tuple[int, int] | None:
    """The lowest and highest point that a question states; None: it states none, or several."""
    found = {(int(one[1] or one[4]), int(one[3] or one[5])) for one in _STATED.finditer(question)}
    return found.pop() if len(found) == 1 else None


def _no_bands(name: str, place: Place) -> Refusal:
    return Refusal(
        text("The question is asked on the scale {scale}, for which promoters and detractors are "
             "not defined.", scale=name),
        text("Choose from: {known}.", known=", ".join(SCALES)),
        place,
    )  # fmt: skip


def _seen(known: "pd.Series[float]", place: Place) -> tuple[Scale, tuple[Text, ...]]:
    low = known <= _LOW
    if not low.all() and not (known == 0).any() and len(known) >= _ENOUGH and low.mean() >= _MOSTLY:
        raise Refusal(
            text("Nearly all answers are from 1 to 5, but {n} are higher.", n=int((~low).sum())),
            text("Say which scale it is{option}: {known}.",
                 option=by("--scale"), known=", ".join(SCALES)),
            place,
        )  # fmt: skip
    if not low.all() or (known == 0).any():
        return SCALES["0-10"], (
            text("The answers are taken as given from 0 to 10; say so{option} if it was 1 to 10 "
                 "or 1 to 5.", option=by("--scale")),
        )  # fmt: skip
    return SCALES["1-5"], (
        text("No answer is above 5: the scale is taken as 1 to 5; say so{option} if it was 0 to "
             "10.", option=by("--scale")),
    )  # fmt: skip
