"""What a file makes possible, and which column is missing for the rest."""

from pathlib import Path

from core.metrics import Role, build_panel, possible
from core.periods import Grain
from core.tables import TableKind, read

DEALS = """Deal ID,Deal Name,Status,Created Date,Close Date
1,A,Won,2025-01-05,2025-01-31
2,B,Won,2025-01-06,2025-02-27
"""


def told(content):
    return {one.id: one for one in possible(read(content.encode(), "deals.csv").tables)}


def test_what_the_columns_allow_is_possible():
    assert told(DEALS)["deals_won"].refused is None


def test_a_missing_column_is_named():
    assert told(DEALS)["pipeline_value"].missing == ("amount",)


def test_what_the_rows_do_not_allow_is_said():
    refused = told(DEALS)["win_rate"].refused
    assert refused is not None and "no lost deals" in refused.to("en")


def test_a_missing_table_is_named_and_so_what_follows_from_it():
    panel = build_panel(read(DEALS.encode(), "deals.csv").tables, Grain.MONTH, keep_unfinished=True)
    for id in ("stale_deals", "stale_share"):
        assert "Activities" in panel.refused[id].to("en")


def test_every_column_that_would_do_is_named():
    leads = "Lead ID,Created Date,Owner\n1,2025-01-05,A\n2,2025-02-06,B\n"
    why = told(leads)["qualified_leads"].refused
    assert why is not None and why.to("en").endswith("qualified on; this would do instead: status")


def test_another_table_that_would_do_is_named_where_every_way_here_lacks_a_column():
    found = told("Lead ID,Created Date,Owner\n1,2025-01-05,A\n2,2025-02-06,B\n")
    one = found["lead_response_time"]
    assert one.refused is not None and one.tables == (TableKind.ACTIVITIES,)
    assert "first response" in one.refused.to("en").lower()
    assert one.refused.to("en").endswith("the table “Activities (calls, meetings, tasks)”")
    found = told("Created Date,Owner,Lead Source\n2025-01-05,A,Web\n2025-02-06,B,Web\n")
    why = found["lead_response_time"].refused
    assert why is not None and "lead number + the table" in why.to("en")


def test_a_column_that_would_do_alone_is_named_without_the_table_that_needs_it_too():
    revenue = told(DEALS)["revenue"]
    assert revenue.missing == ("amount",) and revenue.tables == (TableKind.ORDERS,)


def test_a_missing_table_is_named_with_the_columns_that_are_missing_beside_it():
    why = told(DEALS.replace("Deal ID,", "Nomor urut,"))["stale_deals"].refused
    assert why is not None and why.to("en").endswith(
        "Activities (calls, meetings, tasks); and these columns: deal number"
    )


def test_possible_ones_come_first_and_each_stands_once():
    found = possible(read(DEALS.encode(), "deals.csv").tables)
    refused = [one.refused is not None for one in found]
    assert refused == sorted(refused)
    assert len({one.id for one in found}) == len(found)


def test_a_sheet_of_figures_asks_for_nothing():
    assert told("Bulan,Leads\n2025-01,3\n2025-02,4\n") == {}


def test_one_result_of_a_table_is_proposed_and_the_others_wait():
    panel = build_panel(read(DEALS.encode(), "deals.csv").tables, Grain.MONTH)
    assert len(panel.ids(Role.LAGGING)) == 1
    assert "deals_won" in (*panel.ids(Role.LAGGING), *panel.ids(Role.NEITHER))


def test_amounts_of_a_stage_history_are_no_figures_by_day():
    folder = Path(__file__).parents[3] / "sample_data"
    files = [folder / name for name in ("crm_stage_history.csv", "crm_deals.csv")]
    panel = build_panel(
        [table for one in files for table in read(one.read_bytes(), one.name).tables]
    )
    assert panel.grain is Grain.MONTH
    assert not [one.id for one in panel.indicators if one.metric is None]
