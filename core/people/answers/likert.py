"""Answers in words as points from 1: setuju, agree, puas, often.

A list of words counts where it holds every answer given. Two things nobody can tell are asked:
whether “kurang setuju” is the middle or below it, and whether answers without a middle had one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from core.people.answers.points import clean, says_nothing

ANSWERS = ("middle", "below", "four", "five")
_NUMBERED = re.compile(r"^\(?\d{1,2}\)?\s*[-=.:)]\s*|\s*[-=(]\s*\d{1,2}\)?$|\s*\([a-z]{1,3}\)$")
_LESS = re.compile(r"^(kurang (setuju|puas)|ks|kp)$")


@dataclass(frozen=True)
class Steps:
    """One list of words: what each is worth. `said`: the answer that must be given to use it."""

    points: Mapping[str, int]
    top: int = 5
    said: str = ""


@dataclass(frozen=True)
class Likert:
    """Words as points by row; `open`: the answers to choose from before there are any."""

    values: "pd.Series[float]"
    top: int
    open: tuple[str, ...] = ()


def _five(*words: str) -> Steps:
    """Words for 1 to 5, those that mean the same with a stroke between."""
    return Steps({w: n for n, one in enumerate(words, 1) for w in one.split("|")})


def _four(*words: str) -> Steps:
    return Steps({w: n for n, one in enumerate(words, 1) for w in one.split("|")}, 4, "four")


def _less(stem: str, short: str = "") -> tuple[Steps, ...]:
    """The three places that “kurang …” has in Indonesian forms."""
    most, least, none = f"sangat {stem}", f"kurang {stem}", f"tidak {stem}"
    worst = f"sangat tidak {stem}"
    if short:
        most, least, none = f"{most}|ss", f"{least}|ks", f"{none}|ts"
        worst, stem = f"{worst}|sts", f"{stem}|s"
    middle = _five(worst, none, least, stem, most)
    below = _five(none, least, "netral|ragu-ragu|ragu|cukup|n|r|rr|rg", stem, most)
    four = _four(none, least, stem, most)
    return Steps(middle.points, 5, "middle"), Steps(below.points, 5, "below"), four


_AGREE = (
    "strongly disagree|sd|disagree strongly|totally disagree|completely disagree",
    "disagree|d",
    "neither agree nor disagree|neutral|n|neither agree or disagree|undecided|neither",
    "agree|a",
    "strongly agree|sa|agree strongly|totally agree|completely agree",
)
_SETUJU = (
    "sangat tidak setuju|sts",
    "tidak setuju|ts",
    "netral|ragu-ragu|ragu|n|r|rr|rg|cukup setuju|biasa saja",
    "setuju|s|st",
    "sangat setuju|ss",
)
_PUAS = ("sangat tidak puas|stp", "tidak puas|tp", "cukup puas|netral|cukup|biasa saja", "puas|p",
         "sangat puas|sp")  # fmt: skip
_SATISFIED = (
    "very dissatisfied|very unsatisfied|extremely dissatisfied",
    "dissatisfied|unsatisfied",
    "neither satisfied nor dissatisfied|neutral",
    "satisfied",
    "very satisfied|extremely satisfied",
)
FIVE = (
    _five(*_AGREE),
    _five(*_SETUJU),
    _five("strongly disagree", "somewhat disagree|slightly disagree",
          "neither agree nor disagree|neutral", "somewhat agree|slightly agree", "strongly agree"),
    _five(*_SATISFIED),
    _five("very dissatisfied", "somewhat dissatisfied",
          "neither satisfied nor dissatisfied|neutral", "somewhat satisfied", "very satisfied"),
    _five(*_PUAS),
    _five("never", "rarely|seldom", "sometimes|occasionally", "often|usually", "always"),
    _five("tidak pernah", "jarang", "kadang-kadang|kadang kadang|kadang", "sering", "selalu"),
    _five("very poor|very bad|terrible", "poor|bad", "fair|average|ok|okay|neutral", "good",
          "very good|excellent"),
    _five("poor", "fair", "good", "very good", "excellent"),
    _five("sangat kurang|sangat buruk", "kurang|buruk", "cukup|netral", "baik", "sangat baik"),
    _five("very unlikely|not at all likely", "unlikely", "neutral", "likely",
          "very likely|extremely likely"),
    _five("sangat tidak mungkin", "tidak mungkin", "netral|mungkin ya mungkin tidak", "mungkin",
          "sangat mungkin"),
)  # fmt: skip
FOUR = (
    _four(_AGREE[0], _AGREE[1], _AGREE[3], _AGREE[4]),
    _four(_SETUJU[0], _SETUJU[1], _SETUJU[3], _SETUJU[4]),
    _four(_SATISFIED[0], _SATISFIED[1], _SATISFIED[3], _SATISFIED[4]),
    _four(_PUAS[0], _PUAS[1], _PUAS[3], _PUAS[4]),
)
LESS = (*_less("setuju", "s"), *_less("puas"))


def likert_of(cells: "pd.Series[str]", said: str = "") -> Likert | None:
    """Words as points; None where they are no such words. said: one of ANSWERS, where it matters.

    Points are missing for all as long as what is open is not said.
    """
    words = {one: _bare(one) for one in pd.unique(cells) if not says_nothing(one)}
    if not words:
        return None
    fitting = [one for one in (*FIVE, *FOUR, *LESS) if set(words.values()) <= one.points.keys()]
    if not fitting:
        return None
    chosen = _chosen(fitting, set(words.values()), said)
    if isinstance(chosen, tuple):
        return Likert(pd.Series(float("nan"), index=cells.index), 5, chosen)
    points = {one: chosen.points[bare] for one, bare in words.items()}
    return Likert(cells.map(points).astype(float), chosen.top)


def _chosen(fitting: Sequence[Steps], words: set[str], said: str) -> Steps | tuple[str, ...]:
    """The list that counts, or the answers by which it is told."""
    less = any(_LESS.match(one) for one in words)
    if not less:
        fitting = [one for one in fitting if one.said in ("", "four")]
    read = {tuple(one.points[word] for word in sorted(words)) for one in fitting}
    if len(read) == 1 and not less:
        return fitting[0]
    named = {one.said or "five": one for one in reversed(fitting)}
    wanted = "five" if said in ("middle", "below") and not less else said
    if wanted in named:
        return named[wanted]
    return tuple(one for one in ANSWERS if one in named)


def has_middle(cells: "pd.Series[str]") -> bool:
    """Whether somebody gave the answer in the middle of five."""
    found = likert_of(cells)
    return (
        found is not None and not found.open and found.top == 5 and bool((found.values == 3).any())
    )


def _bare(words: str) -> str:
    """Words without the number or letters that stand beside them: 5 - Setuju, Setuju (S)."""
    return _NUMBERED.sub("", clean(words)).strip(" .!")
