"""Drivers, alpha and means against reference values; too few people get a reason."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from core.language import Text
from core.people import SCALES, Pulse, QuestionKind, Released, Survey, SurveyQuestion, released
from core.people.drivers import Driver, NotTold, alpha, drivers
from core.people.results import results


def surveyed(n: int = 60, wave: str = "") -> tuple[Pulse, Released]:
    chance = np.random.default_rng(5)
    score = chance.integers(0, 11, n).astype(float)
    goes = np.clip(np.round(score / 2.5) + 1, 1, 5)
    points = pd.DataFrame({"eNPS": score, "Goes": goes, "Not": chance.integers(1, 6, n)}, dtype=float)  # fmt: skip  # noqa: E501
    questions = (
        SurveyQuestion("eNPS", "eNPS", QuestionKind.SCORE, n, (0, 10)),
        SurveyQuestion("Goes", "Goes", QuestionKind.LIKERT, n, (1, 5)),
        SurveyQuestion("Not", "Not", QuestionKind.RATING, n, (1, 5)),
    )
    none = pd.DataFrame(index=points.index)
    waves = pd.Series(wave, index=points.index)
    pulse = Pulse(points, questions, waves, (wave,) if wave else (), none, questions)
    return pulse, released(Survey("eNPS", SCALES["0-10"], points["eNPS"], none, 0, (), wave))


def test_the_question_that_goes_with_enps_comes_first_with_its_interval():
    pulse, found = surveyed()
    first, second = drivers(pulse, found)
    assert isinstance(first, Driver) and isinstance(second, Driver)
    assert (first.question, first.n, first.plain, second.plain) == ("Goes", 60, True, False)
    r = spearmanr(pulse.points["eNPS"], pulse.points["Goes"]).statistic
    assert first.r == pytest.approx(r)
    error = np.sqrt((1 + r**2 / 2) / 57)
    assert first.low == pytest.approx(np.tanh(np.arctanh(r) - 1.96 * error))


def test_under_25_people_there_is_a_reason_instead_of_a_figure():
    pulse, found = surveyed(24)
    assert all(isinstance(one, NotTold) for one in drivers(pulse, found))
    assert isinstance(alpha(pulse, found), Text)


def test_alpha_of_questions_that_say_the_same_is_one():
    pulse, found = surveyed()
    pulse.points["Not"] = pulse.points["Goes"]
    assert alpha(pulse, found) == pytest.approx(1.0)


def test_a_mean_has_its_interval_and_fewer_than_five_answers_none():
    pulse, found = surveyed()
    pulse.points.loc[4:, "Not"] = np.nan
    goes, hidden = results(pulse, found.question)
    (mean,) = goes.means
    assert mean.value == pytest.approx(pulse.points["Goes"].mean()) and mean.n == 60
    assert mean.low < mean.value < mean.high
    assert (hidden.means[0].value, hidden.means[0].n) == (None, None)
    assert goes.change_p is None


def test_a_question_that_is_scored_is_no_result_and_does_not_go_with_itself():
    pulse, found = surveyed()
    chosen = replace(found, question="Goes")
    assert "Goes" not in [one.question for one in drivers(pulse, chosen)]
    assert [one.question.name for one in results(pulse, "Goes")] == ["Not"]
