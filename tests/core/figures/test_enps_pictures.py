"""The pictures of eNPS show what the release plan holds and not a cell more."""

import pandas as pd
import pytest

from core.figures import enps_groups, enps_heat, enps_overall, enps_waves
from core.figures.enps_waves import Point
from core.figures.theme import Look
from core.language import LANGUAGES
from core.people import SCALES, Counts, enps
from core.people.privacy.plan import Why
from core.people.released import Withheld
from core.people.rest import Rest


def crossed():
    shown, few = enps(Counts(6, 2, 1)), Withheld(Why.FEW, 5)
    kept = Withheld(Why.SUBTRACTION, 5)
    cells = {("N", "a"): shown, ("N", "b"): few, ("S", "a"): kept}
    return {(("Team", one), ("Age", other)): cell for (one, other), cell in cells.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_cells_have_no_colour_and_say_why(language):
    look = Look(language)
    figure = enps_heat.heat(crossed(), look)
    assert [list(row) for row in figure.data[0].z] == [[pytest.approx(500 / 9), None], [None, None]]
    words = [one.text for one in figure.layout.annotations]
    assert "n = 9" in words[0] and not any(c.isdigit() for c in "".join(words[1:]))
    table = enps_heat.heat_table(crossed(), look)
    assert len(table) == 4 and table.iloc[1:, 2:6].isna().all().all()
    assert (table.iloc[1:, 6] != "").all()


def test_a_group_that_differs_is_filled_and_hidden_ones_stand_in_the_table_with_their_reason():
    look = Look("en")
    north, south = (("Team", "N"),), (("Team", "S"),)
    found = {north: enps(Counts(9, 0, 1)), south: Withheld(Why.FEW, 5)}
    figure = enps_groups.groups(found, enps(Counts(10, 5, 5)), {north: Rest(80, 0.01)}, look)
    assert list(figure.data[0].marker.symbol) == ["circle"]
    table = enps_groups.groups_table(found, {north: Rest(80, 0.01)}, look)
    assert table.iloc[0, -1] == "differs from the rest: +80 points (p = 0.010)"
    assert "opens in a wave with 5" in table.iloc[1, -1] and table.iloc[1, 1:8].isna().all()


def test_a_hidden_wave_is_a_gap():
    points = [Point("1", 5, -9, 20, 30), Point("2"), Point("3", 8, -5, 22, 31)]
    figure = enps_waves.waves(points, Look("en"), "eNPS")
    assert list(figure.data[-1].y) == [5, None, 8] and len(figure.data) == 3


def test_the_bar_holds_the_counts_and_every_point_of_the_scale_has_a_bar():
    look = Look("id")
    assert [bar.x[0] for bar in enps_overall.bands(Counts(3, 2, 4), look).data] == [3, 2, 4]
    every = pd.Series(range(5), index=range(1, 6))
    figure = enps_overall.points(every, SCALES["1-5"], look)
    assert len(set(figure.data[0].marker.color)) == 3
