"""Pictures of what followed a date say what the answer says, in two languages and modes."""

from itertools import product

import numpy as np
import pytest

from benchmarks.impact_worlds import METRIC, Shape, world
from core.enablement.impact import Asked, impact
from core.figures import impact as pictures
from core.figures import impact_others
from core.figures.theme import Look
from core.figures.time_axis import place
from core.language import LANGUAGES
from core.reports import impact_table

MADE = world(Shape(season=0.2), np.random.default_rng(4), 48, 0.2)
FOUND = impact(MADE.panel, METRIC, MADE.when, Asked(MADE.treated, MADE.comparison))
LOOKS = [Look(language, mode, {METRIC: "Omzet"}) for language, mode in product(
    LANGUAGES, ("light", "dark")
)]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language}-{look.mode}")
def test_the_line_of_the_actual_values_stands_over_what_was_expected(look):
    *_, expected, actual = pictures.expected(FOUND, look).data
    assert list(actual.y) == FOUND.series["actual"].tolist()
    lit = FOUND.series["part"] == "after"
    assert np.asarray(expected.y)[lit.to_numpy()] == pytest.approx(FOUND.series["expected"][lit])
    assert "Omzet" in look.say(pictures.expected_alt(FOUND, look))


def test_the_date_stands_where_an_event_of_that_day_would():
    figure = pictures.expected(FOUND, LOOKS[0])
    day = place(MADE.when, MADE.panel.frequency)
    assert day in [one.x0 for one in figure.layout.shapes if one.type == "line"]
    assert all(one.x0 < day for one in figure.layout.shapes if one.type == "rect")


@pytest.mark.parametrize("look", LOOKS[::2], ids=lambda look: look.language)
def test_every_other_date_stands_in_one_bar_as_the_sentence_counts_it(look):
    as_much, less = impact_others.others(FOUND, look).data
    assert sum(as_much.y) == FOUND.others.as_much
    assert sum(as_much.y) + sum(less.y) == len(impact_others.others_table(FOUND, look))
    assert FOUND.others.n == len(impact_others.others_table(FOUND, look))


@pytest.mark.parametrize("look", LOOKS[::2], ids=lambda look: look.language)
def test_the_tables_behind_the_pictures_hold_every_period(look):
    assert len(pictures.expected_table(FOUND, look)) == len(FOUND.series)
    assert len(pictures.paths_table(FOUND, look)) == len(FOUND.paths)
    assert len(pictures.paths(FOUND, look).data) == 2
    assert len(pictures.paths_shares(FOUND, look)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_as_a_row_has_the_digits_of_the_answer(language):
    (row,) = impact_table(FOUND, language).to_dict("records")
    assert {FOUND.effect.value, FOUND.effect.low, FOUND.p, FOUND.others.n} <= set(row.values())
