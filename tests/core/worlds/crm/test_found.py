"""Headlight finds the planted leads in the months counted from records, and no decoy."""

import pytest

from core.lead_lag import scan
from core.metrics import build_panel
from core.tables import read
from core.worlds.crm import company
from tests.core.worlds.crm.monthly import monthly


def pairs_of(world, leading, lagging):
    panel = build_panel(read(monthly(world).to_csv().encode(), "months.csv").tables)
    ids = {str(one.name): one.id for one in panel.indicators}
    names = {id: name for name, id in ids.items()}
    found = scan(panel, [ids[name] for name in leading], [ids[name] for name in lagging])
    return {(names[pair.leading], names[pair.lagging]): pair for pair in found.pairs}


@pytest.mark.parametrize("seed", [1, 3])
def test_the_planted_leads_are_found_with_their_months_and_no_decoy_is(seed):
    world = company(seed)
    truth, decoys = world.truth, world.truth.decoys
    names = [decoys.trend, decoys.season, decoys.follows, decoys.noise]
    pairs = pairs_of(world, ["demos", "new_leads", "sessions", *names], ["revenue"])
    pairs |= pairs_of(world, ["sessions", decoys.season, decoys.trend], ["new_leads"])
    for one in truth.leads:
        pair = pairs[one.leading, one.lagging]
        assert (pair.lead, pair.sign) == (one.lead, one.sign) and pair.rung >= 3
    for name in names:
        assert pairs[name, "revenue"].rung <= 1
