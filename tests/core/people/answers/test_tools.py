"""The same answers, exported by nine tools in two languages, give the same counts and waves."""

import pytest

from core.people import QuestionKind, Said, pulse_of, survey_of, surveys_of
from core.people.enps import counts_of
from core.tables import Answers, read
from core.worlds.surveys import STATEMENTS, TOOLS, surveyed
from core.worlds.surveys.wording import HEADERS, SAID

COMPANY = surveyed(1)
WAVES = ("2025-Q3", "2025-Q4")
ORDERS = {("google_forms", "en"): "mdy", ("google_forms", "id"): "dmy"}


def two_waves():
    held = COMPANY.answers[COMPANY.answers["wave"].isin(WAVES)].reset_index(drop=True)
    return type(COMPANY)(COMPANY.staff, held, COMPANY.truth)


def opened(tool, language):
    file = TOOLS[tool](two_waves(), language)
    order = ORDERS.get((tool, language), "mdy" if tool == "surveymonkey" else None)
    said = Answers(date_order={"": order}) if order else Answers()
    (table,) = read(file.content, file.name, said).tables
    return table


@pytest.fixture(scope="module", params=[(tool, one) for tool in TOOLS for one in ("en", "id")],
                ids="-".join)  # fmt: skip
def exported(request):
    return *request.param, opened(*request.param)


def counts(survey):
    found = counts_of(survey.answers, survey.scale)
    return found.promoters, found.passives, found.detractors


def test_every_wave_has_the_planted_counts(exported):
    _, _, table = exported
    assert table.kind.value == "survey"
    found = surveys_of(table)
    assert [one.wave for one in found] == list(WAVES)
    assert [counts(one) for one in found] == [COMPANY.truth.counts[one] for one in WAVES]


def test_groups_have_the_same_names_and_people_have_none(exported):
    _, language, table = exported
    survey = survey_of(table)
    assert list(survey.groups.columns) == list(HEADERS[language].values())
    wave = COMPANY.only(WAVES[-1]).records
    known = wave[wave["score"].notna()]
    sizes = sorted(known["team"].value_counts())
    assert sorted(survey.groups[HEADERS[language]["team"]].value_counts()) == sizes


def test_statements_have_the_planted_points_whatever_they_are_answered_in(exported):
    _, language, table = exported
    pulse = pulse_of(table)
    rated = [one for one in pulse.questions if one.kind is not QuestionKind.SCORE]
    assert [one.scale for one in rated] == [(1, 5)] * len(STATEMENTS) and not pulse.open
    for one, id in zip(rated, STATEMENTS, strict=True):
        assert SAID[language][id] in one.name
        expected = two_waves().answers[id].sum()
        assert pulse.points[one.name].sum() == expected


def test_columns_that_name_people_are_told_and_left(exported):
    tool, _, table = exported
    pulse = pulse_of(table)
    assert bool(pulse.personal) == (tool != "plain")
    kept = {*pulse.points, *surveys_of(table)[-1].groups, *pulse.comments}
    assert not kept & set(pulse.personal)


def test_taken_as_one_wave_only_if_somebody_says_so():
    table = opened("typeform", "en")
    (pooled,) = surveys_of(table, said=Said(waves="one"))
    both = zip(*(COMPANY.truth.counts[one] for one in WAVES), strict=True)
    assert counts(pooled) == tuple(map(sum, both))
