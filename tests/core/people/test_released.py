"""From an export of a survey to what may be shown, by the reading and by the command line."""

import json
from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest

from core.__main__ import main
from core.errors import Refusal
from core.people import Score, Survey, Withheld, describe, released, survey_of
from core.tables import Answers, read

ASKED = "How likely are you to recommend us as a place to work? (0-10)"


def export(rows, header=("Timestamp", "Email Address", "Team", "Tenure", ASKED)) -> bytes:
    lines = [",".join(header), *(",".join(map(str, row)) for row in rows)]
    return "\n".join(lines).encode()


def answers(teams: dict[str, list[int]], tenures=("<1 year", "1-3 years", ">3 years")):
    """One row a person, two minutes apart."""
    every = [(team, score) for team, scores in teams.items() for score in scores]
    return [
        (f"2025-03-{1 + n % 27:02d} 08:{n % 60:02d}:00", f"p{n}@x.id", team, tenures[n % 3], score)
        for n, (team, score) in enumerate(every)
    ]


TEAMS = {
    "North": [9, 9, 10, 7, 8, 3, 9, 10, 6, 7],
    "South": [6, 5, 9, 8, 7, 10, 4],
    "East": [10, 9, 2],
}


def surveyed(rows=None, **more):
    said = Answers(kinds={"": "survey"})
    return survey_of(read(export(rows or answers(TEAMS)), "survey.csv", said).tables[0], **more)


def test_a_survey_is_read_and_scored_by_hand():
    overall = released(surveyed()).overall
    assert isinstance(overall, Score)
    assert (overall.counts.promoters, overall.counts.passives, overall.counts.detractors) == (
        9, 5, 6,
    )  # fmt: skip
    assert overall.value == pytest.approx(15.0)


def test_a_small_team_and_the_one_that_would_give_it_away_are_hidden():
    found = released(surveyed()).by(["Team"])
    shown = {group[0][1]: isinstance(one, Score) for group, one in found.items()}
    assert shown == {"North": True, "South": False, "East": False}
    reasons = {group[0][1]: one.reason.to("en") for group, one in found.items()
               if isinstance(one, Withheld)}  # fmt: skip
    assert "fewer than 5 answers" in reasons["East"]
    assert "worked out" in reasons["South"]


def test_what_is_withheld_is_nowhere_in_the_answer():
    told = describe(released(surveyed()), ["Team", "Tenure"])
    hidden = [one for one in told["groups"] if "withheld" in one]
    assert hidden and all(set(one) == {"by", "group", "withheld"} for one in hidden)


def reachable(thing, seen):
    """Everything that can be got hold of from a value, by attributes, items and members."""
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    if isinstance(thing, Mapping):
        inside = [*thing.keys(), *thing.values()]
    elif isinstance(thing, (tuple, list, set, frozenset)):
        inside = list(thing)
    elif type(thing).__module__.startswith("core"):
        named = (one for one in dir(thing) if not one.startswith("__"))
        inside = [one for name in named if not callable(one := getattr(thing, name))]
    else:
        inside = []
    for one in inside:
        reachable(one, seen)


def test_nothing_that_can_be_reached_from_a_release_holds_an_answer_of_each_person():
    survey, seen = surveyed(), {}
    found = released(survey)
    reachable(found, seen)
    plain = (str, int, float, bool, date, type(None), Mapping, tuple, type, list)
    others = {type(one) for one in seen.values() if not isinstance(one, plain)}
    assert {one.__module__.split(".")[0] for one in others} <= {"core"}
    assert not any(isinstance(one, np.generic | Survey) for one in seen.values())
    long = [one for one in seen.values() if isinstance(one, tuple | list | Mapping)]
    assert max(map(len, long)) < len(survey.answers)


def test_two_surveys_that_differ_in_what_is_hidden_only_are_released_as_one():
    """South and East are hidden: two people of theirs who change scores change no figure."""
    rows = answers(TEAMS)
    one = next(at for at, row in enumerate(rows) if row[2] == "South" and row[4] == 9)
    other = next(at for at, row in enumerate(rows) if row[2] == "East" and row[4] == 2)
    teams = [list(row) for row in rows]
    teams[one][4], teams[other][4] = teams[other][4], teams[one][4]
    teams[one][3], teams[other][3] = teams[other][3], teams[one][3]
    changed = surveyed([tuple(row) for row in teams])
    assert released(changed) == released(surveyed())
    assert not (changed.answers == surveyed().answers).all()


def test_names_and_times_stay_behind():
    survey = surveyed()
    assert list(survey.groups.columns) == ["Team", "Tenure"]
    assert "Email Address" in survey.notices[-1].to("en")


def test_the_last_answer_of_a_person_counts():
    rows = answers(TEAMS)
    again = (rows[0][0].replace("2025-03", "2025-04"), rows[0][1], "North", "<1 year", 0)
    overall = released(surveyed([*rows, again])).overall
    assert (overall.counts.promoters, overall.counts.detractors) == (8, 7)


def test_answers_outside_the_scale_are_counted_not_dropped_in_silence():
    rows = answers({"North": [*TEAMS["North"], 11, 12]})
    survey = surveyed(rows)
    assert survey.outside == 2
    assert "2 answers" in survey.notices[0].to("en")


def test_zero_is_outside_a_scale_that_begins_at_one():
    survey = surveyed(answers({"North": [0, *TEAMS["North"]]}), scale="1-10")
    assert survey.outside == 1 and survey.scale.name == "1-10"


@pytest.mark.parametrize(
    ("header", "scores", "scale"),
    [
        ("Would you recommend working here?", [9, 0, 7, 8, 10, 6], "0-10"),
        ("Would you recommend working here? (1-10)", [9, 1, 7, 8, 10, 6], "1-10"),
        ("Would you recommend working here?", [5, 1, 4, 3, 2, 5], "1-5"),
    ],
)
def test_the_scale_is_the_one_stated_else_the_one_seen(header, scores, scale):
    rows = answers({"North": scores})
    content = export(rows, ("Timestamp", "Email Address", "Team", "Tenure", header))
    assert survey_of(read(content, "s.csv").tables[0]).scale.name == scale


def test_points_at_the_ends_of_words_are_read():
    words = {10: "Extremely likely - 10", 0: "0 - Not at all likely"}
    rows = [(*row[:-1], words.get(row[-1], row[-1])) for row in answers({"A": [10, 0, 9, 8, 10]})]
    overall = released(surveyed(rows)).overall
    assert (overall.counts.promoters, overall.counts.passives, overall.counts.detractors) == (
        3, 1, 1,
    )  # fmt: skip


def test_a_raised_floor_hides_more_and_a_lower_one_is_refused():
    assert isinstance(released(surveyed(), 12).by(["Team"])[(("Team", "North"),)], Withheld)
    with pytest.raises(Refusal, match="fewer than 5"):
        released(surveyed(), 4)


def test_one_row_an_answer_gives_the_same_as_one_row_a_person(tmp_path, capsys):
    rows = answers(TEAMS)
    long = ["employee_id,team,submitted_at,question,score"]
    for n, (at, _, team, _, score) in enumerate(rows):
        long.append(f"{n + 100},{team},{at[:10]},Would you recommend working here?,{score}")
        long.append(f"{n + 100},{team},{at[:10]},I feel heard,{1 + n % 5}")
    file = tmp_path / "long.csv"
    file.write_text("\n".join(long))
    assert main(["enps", str(file), "--by", "team", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    wide = describe(released(surveyed()), ["Team"])
    assert told["overall"] == wide["overall"]
    north = next(one for one in told["groups"] if one["group"] == "North")
    assert north["score"] == pytest.approx(30.0)


def test_the_verb_refuses_with_what_to_do(tmp_path, capsys):
    file = tmp_path / "survey.csv"
    file.write_bytes(export(answers(TEAMS)))
    assert main(["enps", str(file), "--min-group", "3", "--json"]) == 2
    assert json.loads(capsys.readouterr().err)["error"]["remedy"] == "Choose 5 or more."


@pytest.mark.parametrize("floor", [8, 10])
def test_no_remainder_under_a_raised_floor(floor):
    chance = np.random.default_rng(floor)
    rows = [
        (f"2025-03-{1 + n % 27:02d}", f"p{n}@x.id", chance.choice(list("ABCD")),
         chance.choice(["x", "y"]), int(chance.integers(0, 11)))
        for n in range(90)
    ]  # fmt: skip
    found = released(surveyed(rows), floor)
    sizes = sorted(found.plan.shown.values())
    assert len(sizes) > 2 and sizes[0] >= floor


def test_a_survey_without_groups_is_scored_as_a_whole():
    rows = [(f"2025-03-{1 + n:02d}", n % 11) for n in range(22)]
    survey = survey_of(read(export(rows, ("Timestamp", ASKED)), "s.csv").tables[0])
    told = describe(released(survey), [])
    assert (told["overall"]["n"], told["groups"]) == (22, [])


@pytest.mark.parametrize(
    ("scores", "what"), [([11] * 8, "on the scale 0-10"), ([""] * 8, "with a number|on the scale")]
)
def test_a_survey_nobody_answered_on_the_scale_is_refused_in_words(scores, what):
    with pytest.raises(Refusal, match=what):
        surveyed(answers({"A": scores}))
