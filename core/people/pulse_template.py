"""A pulse survey as it is declared: what it asks, how often, in which language, of which groups.

Short surveys get answered: at most ten questions. The questions that divide people into groups
(team, leader, region, tenure) are answered with one click and stand beside them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from core.errors import Refusal
from core.language import Language, Text, text

MOST_QUESTIONS = 10
LONGEST_QUESTION, LONGEST_TITLE = 200, 80  # letters
_TWO_AT_ONCE = re.compile(r"\s(and|or|dan|atau|serta)\s|\w/\w|&", re.IGNORECASE)
_SAID = re.compile(r"(i|my|our|we|saya|kami|kita)\b", re.IGNORECASE)
_SENTENCE = 5  # words
_WHO = re.compile(
    r"\b(your name|who are you|e-?mail|phone|employee (id|number)|nama anda|nama lengkap|nomor hp|"
    r"no\.? hp|telepon|nik|nip|nomor karyawan)\b",
    re.IGNORECASE,
)  # fmt: skip


class Rhythm(StrEnum):
    """How often a pulse survey is asked."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Kind(StrEnum):
    """How a question is answered."""

    ENPS = "enps"  # 0 to 10, likely or not
    AGREEMENT = "agreement"  # 1 to 5, agreed or not
    RATING = "rating"  # 1 to 5, good or not
    OPEN = "open"  # in one's own words


class Divide(StrEnum):
    """What divides people into groups."""

    TEAM = "team"
    MANAGER = "manager"
    REGION = "region"
    TENURE = "tenure"


@dataclass(frozen=True)
class PulseQuestion:
    """One question in the words of the form, and how it is answered."""

    words: str
    kind: Kind


@dataclass(frozen=True)
class Template:
    """A pulse survey to be asked again and again in the same words."""

    title: str
    language: Language
    rhythm: Rhythm = Rhythm.MONTHLY
    questions: tuple[PulseQuestion, ...] = ()
    divides: tuple[Divide, ...] = (Divide.TEAM,)
    first: date | None = None  # the day of its first wave


DIVIDES = {
    Divide.TEAM: text("Team"),
    Divide.MANAGER: text("Direct manager"),
    Divide.REGION: text("Region"),
    Divide.TENURE: text("Length of service"),
}


def asking(question: PulseQuestion) -> Callable[[Template], Template]:
    """One more question. Raises Refusal: an 11th, one asked already, no words or too many."""

    def asked(template: Template) -> Template:
        typed = " ".join(question.words.split())
        _check_words(typed)
        one = replace(question, words=_sounding(typed))
        _check_new(one.words, template)
        if len(template.questions) >= MOST_QUESTIONS:
            raise Refusal(
                text(
                    "A pulse survey has at most {most} questions: short surveys get answered, long "
                    "ones are given up or clicked through.",
                    most=MOST_QUESTIONS,
                ),
                text("Take a question out first, or keep this one for the next wave."),
            )
        return replace(template, questions=(*template.questions, one))

    return asked


def not_asking(words: str) -> Callable[[Template], Template]:
    """Without the question of those words."""
    return lambda template: replace(
        template, questions=tuple(one for one in template.questions if one.words != words)
    )


def declared(
    title: str, rhythm: Rhythm, divides: tuple[Divide, ...], first: date | None
) -> Callable[[Template], Template]:
    """What it is called, how often it is asked, of which groups and from which day on."""
    named = " ".join(title.split())[:LONGEST_TITLE]
    ordered = tuple(one for one in Divide if one in divides)
    return lambda template: replace(
        template, title=named or template.title, rhythm=rhythm, divides=ordered, first=first
    )


def doubts(words: str) -> tuple[Text, ...]:
    """What may be unwise about a question of one's own; it can be asked all the same."""
    said = []
    if _TWO_AT_ONCE.search(words):
        said.append(
            text(
                "This may ask two things at once: somebody who agrees with one of them only cannot "
                "answer. Two questions would be clearer."
            )
        )
    if _WHO.search(words):
        said.append(
            text(
                "This seems to ask who answers. People answer openly when nobody can tell it was "
                "them."
            )
        )
    return tuple(said)


def same_words(one: str) -> str:
    """What two questions share when they ask the same: letters and digits."""
    return re.sub(r"[\W_]+", " ", one.casefold()).strip()


def _sounding(words: str) -> str:
    """A bare “Mood” as “Mood?”: as the header of a column it would pass for a figure."""
    bare = "?" not in words and len(words.split()) < _SENTENCE and not _SAID.match(words)
    return words.rstrip(" .!,;:") + "?" if bare and same_words(words) else words


def _check_words(words: str) -> None:
    if not same_words(words):
        raise Refusal(text("The question has no words."), text("Write what you want to ask."))
    if len(words) > LONGEST_QUESTION:
        raise Refusal(
            text("The question is {n} letters long.", n=len(words)),
            text("Ask one thing in at most {most} letters.", most=LONGEST_QUESTION),
        )


def _check_new(words: str, template: Template) -> None:
    there = {same_words(one.words) for one in template.questions}
    there |= {same_words(DIVIDES[one].to(template.language)) for one in Divide}
    if same_words(words) in there:
        raise Refusal(
            text("“{question}” is asked already.", question=words), text("Ask something else.")
        )
