"""A pulse survey as text to paste into a form tool: one question a paragraph."""

from core.language import Language, Text, text
from core.people.pulse_scales import POINTS, header, labels
from core.people.pulse_template import DIVIDES, Kind, PulseQuestion, Template
from core.reports.pulse_form import promises

_OF_FIVE = text("Google Forms: linear scale from 1 to 5. Microsoft Forms: rating with 5.")
_ASKED_AS = {
    Kind.ENPS: text(
        "Google Forms: linear scale from 0 to 10. Microsoft Forms: Net Promoter Score."
    ),
    Kind.AGREEMENT: _OF_FIVE,
    Kind.RATING: _OF_FIVE,
    Kind.OPEN: text("Google Forms: paragraph. Microsoft Forms: text, long answer. Not required."),
}


def pulse_paste(template: Template) -> str:
    """Title, promise, groups and questions with scale and labels, in the template's language."""
    language = template.language
    head = [template.title, "\n".join(promises(language)), _settings().to(language)]
    groups = [_group(DIVIDES[one], language) for one in template.divides]
    asked = [_paragraph(n, one, language) for n, one in enumerate(template.questions, start=1)]
    return "\n\n".join([*head, *groups, *asked]) + "\n"


def _settings() -> Text:
    return text(
        "Before you send it: do not collect e-mail addresses, and write the questions exactly as "
        "here, so that the waves can be compared."
    )


def _group(named: Text, language: Language) -> str:
    kind = text("Choice (drop-down). List every group there is.").to(language)
    return f"{named.to(language)}\n{kind}"


def _paragraph(n: int, question: PulseQuestion, language: Language) -> str:
    lines = [f"{n}. {header(question)}"]
    if question.kind in POINTS:
        lines.append(labels(question.kind, language))
    return "\n".join([*lines, _ASKED_AS[question.kind].to(language)])
