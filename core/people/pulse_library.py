"""Questions that pulse surveys of sales teams ask, ready in both languages."""

from dataclasses import dataclass, replace

from core.language import LANGUAGES, Language, Text, text
from core.people.pulse_template import Kind, PulseQuestion, Template


@dataclass(frozen=True)
class Ready:
    """A question to choose by a click: what it is about, its words, how it is answered."""

    about: Text
    words: Text
    kind: Kind = Kind.AGREEMENT

    def asked(self, language: Language) -> PulseQuestion:
        """As a form of that language asks it."""
        return PulseQuestion(self.words.to(language), self.kind)


LIBRARY = (
    Ready(
        text("Recommending us"),
        text("How likely are you to recommend this company as a place to work?"),
        Kind.ENPS,
    ),
    Ready(text("Clear goals"), text("I know what is expected of me.")),
    Ready(text("Workload"), text("I can manage my workload.")),
    Ready(text("Tools"), text("I have the tools I need to do my work well.")),
    Ready(text("Coaching"), text("My leader's coaching helps me get better.")),
    Ready(text("Recognition"), text("Good work of mine was noticed in the past weeks.")),
    Ready(text("Growth"), text("I am learning things here that take me further.")),
    Ready(text("Team"), text("I can count on my team when I need help.")),
    Ready(text("Openness"), text("I can say openly what I think.")),
    Ready(text("Balance"), text("I can switch off after work.")),
    Ready(text("Leads"), text("The leads I get are worth following up.")),
    Ready(text("Sales material"), text("I quickly find the sales material I need.")),
    Ready(text("Direction"), text("I understand where the company is going.")),
    Ready(
        text("Training"), text("How good was the training of the past weeks?"), Kind.RATING
    ),
    Ready(
        text("One-on-ones"),
        text("How good are the one-on-ones with your leader?"),
        Kind.RATING,
    ),
    Ready(text("Obstacles"), text("What held you up most in the past weeks?"), Kind.OPEN),
    Ready(text("One change"), text("What should we change first?"), Kind.OPEN),
)  # fmt: skip


def starter(title: str, language: Language) -> Template:
    """A template to begin with: recommending us, five agreements, and one question in words."""
    chosen = (*LIBRARY[:6], LIBRARY[-1])
    return Template(title, language, questions=tuple(one.asked(language) for one in chosen))


def in_language(template: Template, language: Language) -> Template:
    """The template as a form of that language: ready questions said in it, one's own as they are.

    Nothing changes that is asked in that language already.
    """
    ready = {one.words.to(each): one for one in LIBRARY for each in LANGUAGES}
    said = tuple(
        ready[one.words].asked(language) if one.words in ready else one
        for one in template.questions
    )
    return replace(template, language=language, questions=said)
