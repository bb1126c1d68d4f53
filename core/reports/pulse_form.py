"""A pulse survey as a workbook to fill in: one column a question, one row a person.

Its first sheet has the header that exports of surveys have, so that Headlight reads it back; the
second says how to use it and what is promised to those who answer. Text stays text and never
starts a formula.
"""

import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.language import Language, Text, text
from core.people.privacy.plan import FLOOR
from core.people.pulse_scales import POINTS, header, labels
from core.people.pulse_template import DIVIDES, Divide, PulseQuestion, Template
from core.reports.workbook import OPTIONS

_ROWS = 500  # that take answers
_LONGEST_HINT = 255  # letters that the format allows beside a cell
_DAY = text("Date")
_TENURES = (text("Less than 1 year"), text("1 to 3 years"), text("More than 3 years"))


def pulse_form(template: Template) -> bytes:
    """An XLSX workbook in the template's language: answers (date, groups, questions), how to."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        _answers(book.add_worksheet(text("Answers").to(template.language)), template, (bold, day))
        _how_to(book.add_worksheet(text("How to").to(template.language)), template, (bold, wrapped))
    return out.getvalue()


def promises(language: Language) -> tuple[str, ...]:
    """What is promised to those who answer."""
    said = (
        text("Your answers are anonymous: please write no names."),
        text(
            "Nobody is shown the answers of one person. Figures of a group are shown only from "
            "{floor} answers on, and only where none of fewer people can be worked out from them.",
            floor=FLOOR,
        ),
    )
    return tuple(one.to(language) for one in said)


def _answers(sheet: Worksheet, template: Template, looks: tuple[Format, Format]) -> None:
    bold, day = looks
    language = template.language
    sheet.freeze_panes(1, 0)
    sheet.write_string(0, 0, _DAY.to(language), bold)
    sheet.set_column(0, 0, 12, day)
    for at, one in enumerate(template.divides, start=1):
        sheet.write_string(0, at, DIVIDES[one].to(language), bold)
        sheet.set_column(at, at, 16)
        if one is Divide.TENURE:
            choices = [each.to(language) for each in _TENURES]
            sheet.data_validation(1, at, _ROWS, at, {"validate": "list", "source": choices})
    for at, question in enumerate(template.questions, start=1 + len(template.divides)):
        sheet.write_string(0, at, header(question), bold)
        sheet.set_column(at, at, 24)
        _only_points(sheet, at, question, language)


def _only_points(sheet: Worksheet, at: int, question: PulseQuestion, language: Language) -> None:
    """The cells below a question take the points of its scale and nothing else."""
    points = POINTS.get(question.kind)
    if points is None:
        return
    only = text("Whole numbers from {low} to {high} only.", low=points.low, high=points.high)
    rule = {
        "validate": "integer",
        "criteria": "between",
        "minimum": points.low,
        "maximum": points.high,
        "input_message": labels(question.kind, language)[:_LONGEST_HINT],
        "error_message": only.to(language)[:_LONGEST_HINT],
    }
    sheet.data_validation(1, at, _ROWS, at, rule)


def _how_to(sheet: Worksheet, template: Template, looks: tuple[Format, Format]) -> None:
    bold, wrapped = looks
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, template.title, bold)
    for row, line in enumerate(_lines(template), start=1):
        sheet.write_string(row, 0, line, wrapped)


def _lines(template: Template) -> Sequence[str]:
    language = template.language
    steps: tuple[Text, ...] = (
        text("One row for each person who answered; a question left open stays empty."),
        text("Keep the header as it is: in the same words, waves can be compared."),
        text("Bring the filled file to Headlight, or the export of your form with these headers."),
    )
    scales = [
        f"{header(one)}: {said}"
        for one in template.questions
        if (said := labels(one.kind, language))
    ]
    return [*(one.to(language) for one in steps), *promises(language), *scales]
