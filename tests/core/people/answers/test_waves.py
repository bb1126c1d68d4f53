"""Waves are told apart by a column or by the days, and never mixed in silence."""

import pandas as pd
import pytest

from core.errors import Refusal
from core.people import Said, survey_of, surveys_of
from core.tables import read

ASKED = "How likely are you to recommend us as a place to work? (0-10)"


def table(rows, head=("Timestamp", "Email", ASKED)):
    text = "\n".join(",".join(map(str, one)) for one in [head, *rows])
    return read(text.encode(), "s.csv").tables[0]


def days(first, count, every=1):
    return [f"{one:%Y-%m-%d} 08:00:00" for one in pd.date_range(first, periods=count).repeat(every)]


def answers(*clusters, people="p{}@x.id"):
    return [
        (day, people.format(n), (n + len(clusters)) % 11)
        for cluster in clusters
        for n, day in enumerate(cluster)
    ]


def sizes(found):
    return {one.wave: len(one.answers) for one in found}


def test_the_same_people_asked_again_make_another_wave():
    rows = answers(days("2025-01-06", 8), days("2025-02-03", 8), days("2025-03-03", 8))
    found = surveys_of(table(rows))
    assert sizes(found) == {"2025-01": 8, "2025-02": 8, "2025-03": 8}
    assert "2025-03" in survey_of(table(rows)).notices[0].to("en")
    assert survey_of(table(rows), wave="2025-01").wave == "2025-01"
    assert sizes(surveys_of(table(rows), said=Said(waves="month"))) == sizes(found)


def test_pauses_need_not_be_alike():
    """Nobody is named: waves of February and May, then none for a year and a half."""
    when = [*days("2025-02-03", 9), *days("2025-05-05", 7), *days("2026-11-21", 8)]
    found = surveys_of(table([(day, n % 11) for n, day in enumerate(when)], ("Timestamp", ASKED)))
    assert sizes(found) == {"2025-Q1": 9, "2025-Q2": 7, "2026-Q4": 8}


def test_a_pause_within_a_wave_is_none_between_waves():
    """A reminder after six days: nobody answers twice in the same month."""
    named = [f"p{n}@x.id" for n in range(20)]
    rows = [
        (f"2025-{month}-{day + (n >= 10) * 6} 08:00:00", one, n % 11)
        for month, day in (("02", 10), ("08", 11))
        for n, one in enumerate(named)
    ]
    assert sizes(surveys_of(table(rows))) == {"2025-Q1": 20, "2025-Q3": 20}


def test_late_answers_of_other_people_belong_to_the_same_wave():
    late = [(day, f"late{n}@x.id", 9) for n, day in enumerate(days("2025-01-24", 6))]
    assert sizes(surveys_of(table([*answers(days("2025-01-06", 9)), *late]))) == {"": 15}


def test_days_without_a_clear_break_are_one_wave_and_it_is_said():
    rows = [(day, f"p{n}@x.id", n % 11) for n, day in enumerate(days("2025-01-01", 90))]
    (found,) = surveys_of(table(rows))
    assert len(found.answers) == 90
    assert any("without a clear break" in one.to("en") for one in found.notices)


def test_a_person_counts_once_in_each_wave():
    rows = answers(days("2025-01-06", 8), days("2025-04-07", 8))
    again = ("2025-04-20 08:00:00", "p0@x.id", 10)
    found = surveys_of(table([*rows, again]))
    assert sizes(found) == {"2025-Q1": 8, "2025-Q2": 8}
    assert (found[-1].answers == 10).sum() == 1


@pytest.mark.parametrize(
    "labels",
    [("2024-Q4", "2025-Q1"), ("Gelombang 2", "Gelombang 10"), ("Nov 2024", "Jan 2025"),
     ("Q4 2024", "Q1 2025"), ("Wave 1", "Wave 2")],
)  # fmt: skip
def test_a_column_of_waves_is_put_in_order_by_what_it_says(labels):
    rows = [(labels[n % 2], "AB"[n % 3 == 0], 10 * (n % 2)) for n in range(24)]
    found = surveys_of(table(rows, ("Wave", "Team", ASKED)))
    assert len(found) == 2 and (found[-1].answers == 10).all() and (found[0].answers == 0).all()


def test_waves_in_no_order_are_asked():
    rows = [(["spring", "autumn"][n % 2], n % 11) for n in range(24)]
    with pytest.raises(Refusal, match="newest"):
        surveys_of(table(rows, ("Wave", ASKED)))
    assert len(surveys_of(table(rows, ("Wave", ASKED)), said=Said(waves="one"))) == 1


def test_one_address_for_everybody_is_no_person():
    rows = [(day, "front@x.id" if n % 3 else f"p{n}@x.id", n % 11)
            for n, day in enumerate(days("2025-01-06", 5, 12))]  # fmt: skip
    with pytest.raises(Refusal, match="again and again"):
        surveys_of(table(rows))


def test_an_open_order_of_days_is_asked_only_where_waves_hang_on_it():
    near = [("03/04/2025 08:00:00", n % 11) for n in range(20)]
    assert len(surveys_of(table(near, ("Timestamp", ASKED)))) == 1
    far = [(f"0{2 + n % 2 * 7}/02/2025 08:00:00", n % 11) for n in range(20)]
    with pytest.raises(Refusal, match="which way"):
        surveys_of(table(far, ("Timestamp", ASKED)))


def test_a_column_that_names_nobody_can_be_said_so():
    """Else a code that many share would refuse the survey."""
    rows = [(f"2025-03-{1 + n % 25:02} 08:00:00", f"K{n % 3}x", 7 + n % 4) for n in range(40)]
    found = table(rows)
    with pytest.raises(Refusal, match="again and again"):
        survey_of(found)
    assert len(survey_of(found, said=Said(alone=True)).answers) == 40


def test_waves_whose_days_lie_in_each_other_are_put_in_no_order():
    rows = [
        (f"2025-03-{1 + n % 25:02} 08:00:00", ("awal", "akhir")[n % 2], 7 + n % 4)
        for n in range(51)
    ]
    with pytest.raises(Refusal, match="newest"):
        surveys_of(table(rows, ("Timestamp", "Gelombang", ASKED)))
