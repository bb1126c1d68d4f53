"""The form of a pulse survey, filled in by people, comes back as a survey."""

import io
import random
from datetime import date

import pytest
from openpyxl import load_workbook

from core.errors import Refusal
from core.language import LANGUAGES
from core.people import released, survey_of
from core.people.pulse_library import starter
from core.people.pulse_scales import header, labels
from core.people.pulse_template import Divide, Kind, PulseQuestion, Template, asking
from core.reports import pulse_form, pulse_paste
from core.tables import TableKind, read

OWN = PulseQuestion("=HYPERLINK(1) Mood", Kind.RATING)
TEAMS = ("Utara", "Selatan", "Timur")


def templates():
    for language in LANGUAGES:
        ready = starter("Pulse", language)
        yield ready
        yield Template("Pulse", language, questions=ready.questions[:1], divides=())
        yield Template("Pulse", language, questions=ready.questions[:3], divides=tuple(Divide))
        yield asking(OWN)(ready)
        yield asking(PulseQuestion("Mood", Kind.AGREEMENT))(Template("Pulse", language))


def shape(template: Template) -> str:
    return f"{template.language}-{len(template.questions)}-{len(template.divides)}"


def filled(template: Template, people: int = 20) -> tuple[bytes, list[dict[str, object]]]:
    """The form as people fill it in, and what they wrote."""
    book, draw = load_workbook(io.BytesIO(pulse_form(template))), random.Random(7)
    sheet, rows = book.worksheets[0], []
    for row in range(2, 2 + people):
        wrote: dict[str, object] = {sheet.cell(1, 1).value: date(2025, 3, 1 + row % 20)}
        for at in range(len(template.divides)):
            wrote[sheet.cell(1, 2 + at).value] = TEAMS[(row + at) % 3]
        for one in template.questions:
            high = {Kind.ENPS: 10, Kind.OPEN: None}.get(one.kind, 5)
            wrote[header(one)] = (
                "Too many meetings in the morning" if high is None else draw.randint(1, high)
            )
        for at, value in enumerate(wrote.values(), start=1):
            sheet.cell(row, at, value)
        rows.append(wrote)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), rows


@pytest.mark.parametrize("template", list(templates()), ids=shape)
def test_a_filled_form_is_recognised_with_every_question_on_its_scale(template):
    content, rows = filled(template)
    (table,) = read(content, "pulse.xlsx").tables
    assert table.kind is TableKind.SURVEY and not table.questions
    assert list(table.frame.columns) == list(rows[0])
    for one in template.questions:
        if one.kind is Kind.OPEN:
            continue
        survey = survey_of(table, question=header(one))
        assert survey.scale.name == ("0-10" if one.kind is Kind.ENPS else "1-5")
        assert survey.outside == 0
        assert list(survey.answers) == [row[header(one)] for row in rows]
        assert len(survey.groups.columns) == len(template.divides)
        assert released(survey).overall.counts.n == 20


def test_the_scale_of_each_column_is_checked_by_the_spreadsheet():
    template = starter("Pulse", "en")
    sheet = load_workbook(io.BytesIO(pulse_form(template))).worksheets[0]
    rules = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
    assert {(one.formula1, one.formula2) for one in rules.values()} == {("0", "10"), ("1", "5")}
    assert len(rules) == sum(one.kind is not Kind.OPEN for one in template.questions)
    assert "strongly disagree" in rules["D2"].prompt


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_says_what_is_promised(language):
    sheet = load_workbook(io.BytesIO(pulse_form(starter("Pulse", language)))).worksheets[1]
    words = " ".join(str(cell.value) for (cell,) in sheet.iter_rows())
    assert {"en": "only from 5 answers on", "id": "mulai dari 5 jawaban"}[language] in words


def test_no_cell_of_the_form_starts_a_formula():
    template = asking(OWN)(Template("=1+1", "en", divides=tuple(Divide)))
    book = load_workbook(io.BytesIO(pulse_form(template)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(str(cell.value).startswith("=") for cell in cells)


def test_a_form_that_nobody_filled_in_is_refused_in_words():
    with pytest.raises(Refusal, match="no table"):
        read(pulse_form(starter("Pulse", "en")), "pulse.xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_to_paste_has_a_paragraph_for_each_question_with_its_scale(language):
    template = starter("Pulse", language)
    paragraphs = pulse_paste(template).split("\n\n")
    for n, one in enumerate(template.questions, start=1):
        (found,) = [each for each in paragraphs if each.startswith(f"{n}. ")]
        title, *rest = found.splitlines()
        assert title == f"{n}. {header(one)}"
        assert labels(one.kind, language) in rest or one.kind is Kind.OPEN
