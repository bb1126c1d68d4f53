"""Every planted truth is found in the sample that holds it, and every decoy is seen through."""

from functools import cache
from pathlib import Path

import pytest

from core.lead_lag import Verdict, scan
from core.metrics import Role, build_panel
from core.tables import read
from core.worlds.samples import SAMPLES

FOLDER = Path(__file__).parents[3] / "sample_data"
EVERY = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)


@cache
def answers(file):
    """The answer for each pair proposed, by the catalogue's names."""
    panel = build_panel(read((FOLDER / file).read_bytes(), file).tables)
    of = {role: [one.id for one in panel.indicators if one.role is role] for role in Role}
    metric = {one.id: one.metric for one in panel.indicators}
    found = scan(panel, of[Role.LEADING], of[Role.LAGGING])
    return {(metric[pair.leading], metric[pair.lagging]): pair for pair in found.pairs}


@EVERY
def test_the_planted_lead_is_found_with_its_lag_and_sign(sample):
    for truth in sample.world.truth:
        pair = answers(sample.file)[truth.leading, truth.lagging]
        assert pair.verdict is Verdict.LEADS
        assert pair.rung == 4
        assert (pair.lead, pair.sign) == (truth.lead, truth.sign)


@EVERY
def test_nothing_else_is_said_to_lead(sample):
    planted = {(truth.leading, truth.lagging) for truth in sample.world.truth}
    said = {
        pair
        for pair, answer in answers(sample.file).items()
        if answer.verdict in (Verdict.LEADS, Verdict.MAY_LEAD)
    }
    assert said == planted


@EVERY
def test_the_decoys_are_seen_for_what_they_are(sample):
    decoys, lagging = sample.world.decoys, sample.world.truth[0].lagging
    assert answers(sample.file)[decoys.follows, lagging].verdict is Verdict.FOLLOWS
    for name in (decoys.trend, decoys.season, decoys.noise):
        assert answers(sample.file)[name, lagging].rung <= 1
    if decoys.together:
        assert answers(sample.file)[decoys.together, lagging].verdict is Verdict.MOVES_TOGETHER


@EVERY
def test_the_spreadsheet_would_have_believed_the_trend_decoy(sample):
    pair = answers(sample.file)[sample.world.decoys.trend, sample.world.truth[0].lagging]
    assert pair.spreadsheet.r > 0.6
    assert pair.spreadsheet.p < 0.001
