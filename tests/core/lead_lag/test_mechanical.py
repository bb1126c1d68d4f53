"""An indicator whose formula contains the result is no lead, whatever the figures say."""

from dataclasses import replace

import pytest

from core.lead_lag import Options, Verdict, scan
from core.metrics import CATALOGUE, build_panel
from core.metrics.links import contains, parts_of
from core.worlds import retail
from tests.core.metrics.conftest import table_of

QUICK = Options(surrogates=199)


@pytest.fixture(scope="module")
def panel():
    values = retail(months=72).values
    first = values.columns[0]
    sheet = table_of(
        [str(period.start_time.date()) for period in values.index],
        {"Deals won": values["revenue"].to_numpy(), first: values[first].to_numpy()},
    )
    return build_panel([sheet])


def renamed(panel, id, metric):
    parts = parts_of(CATALOGUE[metric])
    own = tuple(
        replace(i, metric=metric, contains=parts) if i.id == id else i for i in panel.indicators
    )
    return replace(panel, indicators=own, key=metric)


def test_a_rate_contains_what_it_is_a_share_of(panel):
    known = {one.id: one for one in panel.indicators}
    parts = parts_of(CATALOGUE["pipeline_growth"])
    growth = replace(known["deals_won"], id="x", metric="pipeline_growth", contains=parts)
    value = replace(known["deals_won"], metric="pipeline_value")
    assert contains(growth, value)
    assert not contains(value, growth)


def test_what_is_found_is_at_most_moving_together_and_why_is_said(panel):
    leading = next(one.id for one in panel.indicators if one.id != "deals_won")
    free = scan(panel, [leading], ["deals_won"], QUICK).pairs[0]
    assert free.verdict in (Verdict.LEADS, Verdict.MAY_LEAD), "the world has no lead to take away"
    tied = renamed(renamed(panel, leading, "pipeline_growth"), "deals_won", "pipeline_value")
    pair = scan(tied, [leading], ["deals_won"], QUICK).pairs[0]
    assert (pair.verdict, pair.lead) == (Verdict.MOVES_TOGETHER, None)
    assert pair.rung <= 1
    assert "arithmetic" in pair.notices[0].to("en")
    assert pair.p == free.p
