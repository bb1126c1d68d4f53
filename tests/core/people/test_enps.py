"""eNPS, its interval and its change, against counting by hand and against enumeration."""

from math import comb

import pandas as pd
import pytest

from core.people import SCALES, Counts, change_p, enps
from core.people.enps import counts_of


def test_promoters_less_detractors_in_points():
    score = enps(Counts(promoters=5, passives=3, detractors=2))
    assert score.value == 30.0
    assert score.counts.n == 10


@pytest.mark.parametrize(
    ("scale", "bands"), [("0-10", (2, 2, 7)), ("1-10", (2, 2, 6)), ("1-5", (1, 1, 3))]
)
def test_every_scale_has_its_bands(scale, bands):
    counts = counts_of(pd.Series([float(n) for n in range(-1, 13)]), SCALES[scale])
    assert (counts.promoters, counts.passives, counts.detractors) == bands


def test_a_blank_is_no_passive_and_half_points_are_left_out():
    counts = counts_of(pd.Series([9.0, None, 8.5, 3.0]), SCALES["0-10"])
    assert counts == Counts(promoters=1, passives=0, detractors=1)


def coverage(n: int) -> list[float]:
    """How often the interval holds the truth, over 231 distributions, by enumeration."""
    found = []
    for p in range(21):
        for d in range(21 - p):
            truth, share = 5.0 * (p - d), (p / 20, d / 20, 1 - (p + d) / 20)
            held = 0.0
            for ups in range(n + 1):
                for downs in range(n + 1 - ups):
                    rest = n - ups - downs
                    chance = comb(n, ups) * comb(n - ups, downs)
                    chance *= share[0] ** ups * share[1] ** downs * max(share[2], 0.0) ** rest
                    score = enps(Counts(ups, rest, downs))
                    held += chance * (score.low - 1e-9 <= truth <= score.high + 1e-9)
            found.append(held)
    return found


@pytest.mark.parametrize(("n", "mean", "worst"), [(5, 0.951, 0.835), (10, 0.952, 0.879)])
def test_the_interval_covers_what_the_source_says(n, mean, worst):
    """Adjusted Wald (Rocks 2016), coverage enumerated over 231 distributions of twentieths."""
    found = coverage(n)
    assert len(found) == 231
    assert sum(found) / 231 == pytest.approx(mean, abs=0.0006)
    assert min(found) == pytest.approx(worst, abs=0.0006)


def test_the_interval_stays_on_the_scale_of_points():
    assert enps(Counts(5, 0, 0)).high == 100.0
    assert enps(Counts(0, 0, 5)).low == -100.0


def test_a_change_within_noise_is_told_from_a_large_one():
    assert change_p(Counts(8, 8, 4), Counts(9, 8, 3)) > 0.5
    assert change_p(Counts(40, 40, 20), Counts(70, 20, 10)) < 0.01


def test_chance_alone_is_called_a_change_in_hardly_more_than_one_case_in_twenty():
    """Enumerated at n = 10 and a usual mix: 5.9 %."""
    n, share, size = 10, (0.4, 0.25, 0.35), 0.0
    every = [
        (Counts(ups, n - ups - downs, downs),
         comb(n, ups) * comb(n - ups, downs)
         * share[0] ** ups * share[1] ** downs * share[2] ** (n - ups - downs))
        for ups in range(n + 1) for downs in range(n + 1 - ups)
    ]  # fmt: skip
    for before, one in every:
        for after, other in every:
            size += one * other * (change_p(before, after) < 0.05)
    assert 0.04 <= size <= 0.06
