"""Who moves on from each stage, three ways, and how long deals stay: counted by hand."""

import pandas as pd
import pytest

from core.enablement import Asked
from core.enablement.funnel import steps
from core.enablement.ledger import ledger
from core.enablement.stages import funnels_of
from core.metrics import build_panel
from core.periods import Grain
from tests.core.enablement.asking import answer, figures, left_out, notes, why
from tests.core.metrics.records.tables import records


def history(rows, **more):
    """Changes from (deal, stage, day)."""
    deal, stage, day = zip(*rows, strict=True)
    return records("stage_history", {"deal_id": deal, "stage": stage, "entered_at": day}, **more)


def course(deal, *steps):
    """The changes of one deal from “stage day” words, days of January 2025."""
    return [(deal, *one.split()[:1], f"2025-01-{int(one.split()[1]):02}") for one in steps]


ROWS = [
    *course("a", "New 1", "Demo 3", "Offer 8", "Won 10"),
    *course("b", "New 1", "Demo 5", "Lost 9"),
    *course("c", "New 2", "Offer 9", "Lost 20"),  # skips the demo
    *course("d", "New 2", "Demo 6", "Offer 10", "Demo 12", "Offer 15", "Won 21"),  # goes back
    *course("e", "New 3", "Demo 10"),  # open
    *course("f", "New 4"),  # open
    *course("g", "New 4", "Lost 7"),
    *course("h", "New 5", "Demo 9", "Offer 30"),  # open; the last day
]


def naive(found):
    """Stage -> (advanced, reached)."""
    rows = (one for key, one in found.items() if key[0] == "naive")
    return {one.group: (one.numerator, one.denominator) for one in rows}


def funnel_of(*tables, **asked):
    """The counts of the only pipeline."""
    asked = Asked(**asked)
    return steps(funnels_of(ledger(tables, asked), asked)[0][2])


@pytest.fixture(scope="module")
def found():
    return figures("stage_conversion", history(ROWS))


def test_naive_is_reached_next_of_all_who_reached_with_the_open_ones_said(found):
    assert naive(found) == {"New": (6, 8), "Demo": (4, 6), "Offer": (2, 4)}
    assert "1 deal is still open in “Demo”" in notes(found["naive", "", "Demo"])


def test_resolved_leaves_the_open_ones_out_and_counts_them(found):
    rows = {key[2]: one for key, one in found.items() if key[0] == "resolved"}
    assert {one: (row.numerator, row.denominator) for one, row in rows.items()} == {
        "New": (6, 7), "Demo": (4, 5), "Offer": (2, 3),
    }  # fmt: skip
    assert all(left_out(row) == {"still open": 1} for row in rows.values())


def test_what_reached_a_stage_advanced_was_lost_or_is_open():
    counts = funnel_of(history(ROWS))
    parts = counts[["advanced", "lost", "other", "open"]].sum(axis=1)
    assert parts.tolist() == counts["reached"].tolist()
    assert counts.loc["Demo", ["skipped", "came_back"]].tolist() == [1, 1]


def test_order_skips_returns_and_moves_back_are_said(found):
    said = notes(found["naive", "", "New"])
    assert "New → Demo → Offer" in said
    assert "1 time a deal skipped a stage; it counts as having passed through it" in said
    assert "1 deal moved back" in said and "came back into a stage" in said


def test_by_a_day_the_open_ones_count_for_as_long_as_they_were_watched():
    """Of eight offers one is lost on day 5, one open after 10 days, six advanced on day 20."""
    rows = [("won", "Won", "2025-01-01")]
    rows += [r for i in range(6) for r in ((i, "Offer", "2025-01-01"), (i, "Won", "2025-01-21"))]
    rows += [
        ("l", "Offer", "2025-01-01"),
        ("l", "Lost", "2025-01-06"),
        ("o", "Offer", "2025-01-22"),
    ]
    rows += [("z", "Lost", "2025-02-01")]
    row = figures("stage_conversion", history(rows))["km", "30d", "Offer"]
    assert row.value == pytest.approx(7 / 8 * 6 / 6)  # not 6/8: the open one may yet advance
    assert "1 is younger than 30 days" in notes(row)


def test_visits_completed_and_those_still_running():
    rows = figures("stage_days", history(ROWS))
    median = rows[
        "", "median", "Demo"
    ]  # a 5, b 4, d 4 and 3, h 21; e has been there since the 10th
    assert (median.value, median.n) == (4.0, 5)
    assert left_out(median) == {"still in this stage": 1}
    so_far = rows["", "km_median", "Demo"]
    assert 4.0 <= so_far.value <= 5.0 and (so_far.n, so_far.numerator) == (6, 5)


def test_rows_without_a_change_are_dropped_and_said():
    fields = {
        "deal_id": ["a"] * 4, "from_stage": ["New", "New", "Demo", "Demo"],
        "stage": ["New", "Demo", "Demo", "Won"],
        "entered_at": ["2025-01-02", "2025-01-05", "2025-01-07", "2025-01-11"],
    }  # fmt: skip
    table = records("stage_history", fields)
    assert figures("stage_days", table)["", "median", "Demo"].value == 6.0
    said = notes(figures("stage_conversion", table)["naive", "", "New"])
    assert "2 rows in which the stage did not change" in said


def test_identical_moments_stand_as_the_file_has_them_from_its_end_if_the_newest_is_first():
    day = "2025-01-03"
    rows = [
        *[("a", one, day) for one in ("New", "Demo", "Offer")], ("a", "Won", "2025-01-09"),
        *course("b", "New 1", "Demo 2", "Offer 4", "Lost 5"),
    ]  # fmt: skip
    for one in (rows, rows[::-1]):
        assert naive(figures("stage_conversion", history(one))) == {
            "New": (2, 2), "Demo": (2, 2), "Offer": (1, 2),
        }  # fmt: skip


def test_positions_of_the_file_come_before_what_can_be_learned():
    fields = {
        "deal_id": ["a", "a", "b"], "stage": ["Demo", "New", "New"], "position": [2.0, 1.0, 1.0],
        "entered_at": ["2025-01-01", "2025-01-03", "2025-01-04"],
    }  # fmt: skip
    counts = funnel_of(records("stage_history", fields))
    assert counts.index.tolist() == ["New", "Demo"]
    assert counts["reached"].tolist() == [2, 1]


def test_a_reopened_deal_ends_by_its_last_close():
    rows = course("a", "New 1", "Lost 3", "New 5", "Demo 7", "Won 9") + course(
        "b", "New 1", "Lost 2"
    )
    counts = funnel_of(history(rows))
    assert counts[["reached", "advanced", "lost"]].to_numpy().tolist() == [[2, 1, 1], [1, 1, 0]]


def test_an_earlier_day_is_the_file_cut_there():
    until = [one for one in ROWS if one[2] <= "2025-01-10"]
    cut, whole = (
        answer(history(rows), names=["stage_conversion", "stage_days"], as_of="2025-01-10").rows
        for rows in (until, ROWS)
    )
    assert cut == whole


def test_shuffled_or_doubled_rows_and_split_files_tell_the_same(found):
    mixed = pd.DataFrame(ROWS).sample(frac=1, random_state=3).itertuples(index=False, name=None)
    doubled = [*mixed, *ROWS[3:9]]
    split = history(ROWS[::2]), history(ROWS[1::2], source="more.csv")
    for tables in ((history(doubled),), split):
        again = figures("stage_conversion", *tables)
        assert {key: one.value for key, one in again.items()} == {
            key: one.value for key, one in found.items()
        }


def test_the_table_of_deals_tells_the_end_that_the_history_leaves_out():
    rows = [one for one in ROWS if one[1] not in ("Won", "Lost")]
    fields = {
        "deal_id": list("abcdefgh"),
        "status": ["won", "lost", "lost", "won", "open", "open", "lost", "open"],
        "created_at": [f"2025-01-0{i}" for i in (1, 1, 2, 2, 3, 4, 4, 5)],
        "closed_at": [f"2025-01-{i:02}" if i else None for i in (10, 9, 20, 21, 0, 0, 7, 0)],
        "region": ["west", "west", "west", "east", "east", "east", "east", "east"],
    }  # fmt: skip
    deals = records("deals", fields)
    assert figures("stage_conversion", history(rows), deals) == figures(
        "stage_conversion", history(ROWS)
    )
    by = figures("stage_conversion", history(rows), deals, by=("region",))
    assert (
        by["resolved", "", "New · west"].numerator,
        by["naive", "", "Offer · east"].numerator,
    ) == (3, 1)
    assert by["naive", "", "New · west"].by == "stage · region"


def test_without_any_end_naive_is_known_and_resolved_is_not():
    rows = [one for one in ROWS if one[1] not in ("Won", "Lost")]
    found = figures("stage_conversion", history(rows))
    assert (
        found["naive", "", "New"].value == pytest.approx(6 / 8) or found["naive", "", "New"].value
    )
    assert "no lost deals" in why(found["resolved", "", "New"])
    assert "no won deals" in why(found["naive", "", "Offer"])


def test_a_history_without_creations_knows_the_stage_deals_began_in():
    fields = {
        "deal_id": ["a", "a", "b"], "from_stage": ["New", "Demo", "New"],
        "stage": ["Demo", "Closed Won", "Closed Lost"],
        "entered_at": ["2025-01-04", "2025-01-09", "2025-01-08"],
    }  # fmt: skip
    deals = records("deals", {
        "deal_id": ["a", "b", "c"], "status": ["won", "lost", "open"],
        "stage": ["Won", "Lost", "New"], "created_at": ["2025-01-01", "2025-01-02", "2025-01-03"],
        "closed_at": ["2025-01-09", "2025-01-08", None],
    })  # fmt: skip
    table = records("stage_history", fields)
    assert naive(figures("stage_conversion", table)) == {"New": (1, 2), "Demo": (1, 1)}
    assert naive(figures("stage_conversion", table, deals)) == {"New": (1, 3), "Demo": (1, 1)}
    assert figures("stage_days", table, deals)["", "median", "New"].value == 4.5


def test_pipelines_stand_apart():
    fields = {
        "deal_id": [1, 1, 2, 2], "pipeline": ["New business", "New business", "Renewal", "Renewal"],
        "stage": ["Demo", "Won", "Demo", "Lost"],
        "entered_at": ["2025-01-01", "2025-01-04", "2025-01-02", "2025-01-05"],
    }  # fmt: skip
    found = figures("stage_conversion", records("stage_history", fields))
    assert found["naive", "", "Demo · New business"].value == 1.0
    assert found["naive", "", "Demo · Renewal"].value == 0.0
    assert found["naive", "", "Demo · Renewal"].by == "stage · pipeline"


def test_one_column_of_dates_for_each_stage_tells_the_same():
    stages = ["New", "Demo", "Offer"]
    last = {(deal, stage): day for deal, stage, day in ROWS}
    names = {f"at{i}": f'Date entered "{one} (Sales)"' for i, one in enumerate(stages)}
    fields = {
        "deal_id": list("abcdefgh"),
        "status": ["won", "lost", "lost", "won", "open", "open", "lost", "open"],
        "created_at": [f"2025-01-0{i}" for i in (1, 1, 2, 2, 3, 4, 4, 5)],
        "closed_at": [f"2025-01-{i:02}" if i else None for i in (10, 9, 20, 21, 0, 0, 7, 0)],
    }  # fmt: skip
    dated = {
        f"stage{i}_at": [last.get((deal, stage)) for deal in "abcdefgh"]
        for i, stage in enumerate(stages)
    }
    table = records(
        "deals", fields | dated, names={f"stage{i}_at": names[f"at{i}"] for i in range(3)},
        types={f"stage{i}_at": f"entered_at:{one} (Sales)" for i, one in enumerate(stages)},
    )  # fmt: skip
    found = figures("stage_conversion", table)
    assert naive(found) == {"New": (6, 8), "Demo": (4, 6), "Offer": (2, 4)}
    assert "returns are not seen" in notes(found["naive", "", "New"])


def test_deals_alone_say_which_table_is_missing():
    table = records("deals", {"deal_id": [1], "status": ["won"], "created_at": ["2025-01-01"]})
    (row,) = answer(table, names=["stage_conversion"]).rows
    assert "Stage history" in why(row)


def test_over_one_year_the_panel_says_the_same_of_each_stage():
    """Of deals that skip none: the panel asks what was entered, not what was passed."""
    rows = [one for one in ROWS if one[0] != "c"]
    before = [("z", "New", "2024-11-01"), ("z", "Demo", "2024-11-02"), ("z", "Lost", "2024-11-03")]
    late = [("y", "New", "2026-12-30")]  # so that no deal of 2025 is young
    table = history(before + rows + late)
    found = build_panel([table], Grain.YEAR, keep_unfinished=True, by=["stage"])
    own = figures("stage_conversion", history(rows))
    for stage in ("New", "Demo", "Offer"):
        of_panel = found.segments[stage].values["stage_conversion"].loc["2025"]
        assert of_panel.item() == own["resolved", "", stage].value
