"""An agenda rests on what may be shown of the team, and is useful where nothing may."""

from datetime import date

import pandas as pd
import pytest

from core.errors import Refusal
from core.language import LANGUAGES
from core.people import SCALES, Score, Survey, Withheld, released
from core.people.agenda import PROMISE, Progress, agenda
from core.people.signals import said, team_signals
from core.reports import agenda_page, agenda_text

DAY = date(2025, 3, 3)


def wave(**teams: list[int]):
    """One wave by hand: the answers of each team."""
    rows = [(team, float(score)) for team, scores in teams.items() for score in scores]
    groups = pd.DataFrame({"Team": [team for team, _ in rows]}, dtype="string")
    answers = pd.Series([score for _, score in rows])
    return released(Survey("Would you recommend us?", SCALES["0-10"], answers, groups, 0, ()))


NOW = wave(North=[9, 9, 10, 9, 7, 8, 9, 10], South=[2, 3, 9, 7, 8, 6, 5, 4], Five=[9, 9, 3, 1])


def sentences(signals, language="en") -> str:
    return " ".join(line.to(language) for one in signals for line in said(one))


def test_a_team_is_told_with_its_interval_and_beside_everybody():
    team, everybody = team_signals([NOW], "team", "North")
    assert isinstance(team.now, Score) and (team.now.counts.n, everybody.now.counts.n) == (8, 20)
    assert team.now.value == pytest.approx(75.0)
    assert "eNPS of the team: 75, " in sentences([team]) and "8 answers)" in sentences([team])
    assert team.p is None


def test_a_small_team_gets_the_reason_and_no_figure():
    team, everybody = team_signals([NOW], "Team", "Five")
    assert isinstance(team.now, Withheld) and everybody.now.counts.n == 20
    assert "fewer than 5 answers" in sentences([team])


def test_a_team_that_nobody_answered_for_is_hidden_like_a_small_one():
    assert isinstance(team_signals([NOW], "Team", "West")[0].now, Withheld)


def test_a_column_that_is_not_there_is_refused():
    with pytest.raises(Refusal, match="no column"):
        team_signals([NOW], "Shift", "North")


def test_a_change_is_told_only_with_its_test():
    calm = wave(North=[9, 8, 10, 9, 7, 9, 9, 6], South=[2, 3, 9, 7, 8, 6, 5, 4])
    (team, _) = team_signals([calm, NOW], "Team", "North")
    assert team.p > 0.05 and "within noise" in sentences([team])
    bad = wave(North=[1, 2, 1, 3, 2, 1, 2, 3], South=[2, 3, 9, 7, 8, 6, 5, 4])
    (team, _) = team_signals([bad, NOW], "Team", "North")
    assert team.p < 0.05 and "Higher than the -100" in sentences([team])
    (team, _) = team_signals([NOW, bad], "Team", "North")
    assert "Lower than the 75" in sentences([team])


def test_waves_on_different_scales_are_not_compared():
    groups = pd.DataFrame({"Team": ["North"] * 8}, dtype="string")
    other = released(Survey("Q", SCALES["1-5"], pd.Series([5.0] * 8), groups, 0, ()))
    assert team_signals([other, NOW], "Team", "North")[0].before is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("team", ["North", "Five"])
def test_an_agenda_takes_about_an_hour_and_asks_in_every_part(team, language):
    made = agenda(team, team_signals([NOW], "Team", team), [Progress("Demos", "12", "Mar")], DAY)
    assert 45 <= made.minutes <= 65
    assert all(part.asks for part in made.parts)
    words = agenda_text(made, language)
    assert team in words and PROMISE[0].to(language) in words
    assert "Demos: 12 (Mar)" in words


def test_a_hidden_team_still_gets_as_many_parts_and_questions():
    hidden, shown = (
        agenda(one, team_signals([NOW], "Team", one), [], DAY) for one in ("Five", "North")
    )
    assert [len(one.asks) for one in hidden.parts] == [len(one.asks) for one in shown.parts]
    assert "fewer than 5" in agenda_text(hidden, "en")


def test_nobody_is_asked_to_explain_noise():
    calm = wave(North=[9, 8, 10, 9, 7, 9, 9, 6], South=[2, 3, 9, 7, 8, 6, 5, 4])
    bad = wave(North=[1, 2, 1, 3, 2, 1, 2, 3], South=[2, 3, 9, 7, 8, 6, 5, 4])
    asked = [
        "Does the change fit"
        in agenda_text(agenda("North", team_signals([one, NOW], "Team", "North"), [], DAY), "en")
        for one in (calm, bad)
    ]
    assert asked == [False, True]


def test_no_answer_of_one_person_is_on_the_sheet():
    made = agenda("North", team_signals([NOW], "Team", "North"), [], DAY)
    assert "Would you recommend" not in agenda_text(made, "en")
    fields = {name for part in made.parts for name in vars(part)}
    assert fields == {"title", "minutes", "known", "asks"}


def test_without_a_survey_the_agenda_says_so_and_asks_openly():
    words = agenda_text(agenda("North", [], [], DAY), "en")
    assert "No figures of a survey are at hand." in words and "What held you up" in words


def test_a_target_stands_beside_the_figure():
    made = agenda("North", [], [Progress("Win rate", "31%", "Mar 2025", "35%")], DAY)
    assert "Win rate: 31% (Mar 2025); the target is 35%." in agenda_text(made, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_prints_alone_and_runs_nothing(language):
    made = agenda("<script>x</script>", [], [], DAY)
    page = agenda_page(made, language).decode()
    assert f"lang='{language}'" in page and "<script>" not in page and "src=" not in page
    assert page.count("<section>") == len(made.parts)


def test_figures_of_all_teams_are_not_passed_off_as_the_teams_own():
    words = agenda_text(
        agenda("North", [], [Progress("Demos", "12", "Mar", of_all=True)], DAY), "en"
    )
    assert "of all teams together" in words
