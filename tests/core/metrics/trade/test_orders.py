"""Orders counted by hand: what is sold, what it brings, what is not computable."""

import pytest

from core.periods import Grain

LINES = {  # two lines of A1; A3 cancelled, A4 returned, A5 without a written revenue
    "order_id": ["A1", "A1", "A2", "A3", "A4", "A5", "A6"],
    "ordered_at": [
        "2025-01-03", "2025-01-03", "2025-01-20", "2025-01-21", "2025-02-02", "2025-02-10",
        "2025-03-05",
    ],
    "quantity": [2, 1, 4, 9, 5, 3, 10],
    "unit_price": [100, 50, 25, 10, 20, 40, 30],
    "revenue": [200, 50, 100, 90, 100, None, 300],
    "cost": [150, 45, 20, 10, 10, 60, None],
    "status": ["Selesai", "Completed", "Dikirim", "Dibatalkan", "Refunded", "Paid", "delivered"],
}  # fmt: skip


@pytest.fixture(scope="module")
def sold(records, panel):
    return panel(records("orders", **LINES))


def test_revenue_leaves_out_what_was_cancelled_or_paid_back(sold, row):
    assert row(sold, "revenue") == {"2025-01": 350, "2025-02": 120, "2025-03": 300}
    assert sold.counts["revenue"].tolist() == [3, 1, 1]


def test_revenue_is_quantity_times_price_where_it_is_not_written_and_that_is_said(sold):
    assert any("quantity times price" in said.to("en") for said in sold.notices)


def test_revenue_is_quantity_times_price_where_there_is_no_such_column(records, panel, row):
    lines = {name: values for name, values in LINES.items() if name != "revenue"}
    found = panel(records("orders", **lines))
    assert row(found, "revenue") == {"2025-01": 350, "2025-02": 120, "2025-03": 300}


def test_margin_is_profit_over_revenue_and_not_the_mean_of_the_lines(sold, row):
    profit = {"2025-01": 50 + 5 + 80, "2025-02": 60}
    assert row(sold, "profit") == profit
    margins = row(sold, "margin")
    assert margins == pytest.approx({"2025-01": 135 / 350, "2025-02": 60 / 120})
    assert margins["2025-01"] != pytest.approx((50 / 200 + 5 / 50 + 80 / 100) / 3)


def test_lines_without_cost_are_left_out_of_the_margin_and_counted(sold):
    assert "Margin: 1 row without profit is left out." in [n.to("en") for n in sold.notices]


def test_an_order_of_two_lines_is_one_order(sold, row):
    assert row(sold, "orders") == {"2025-01": 3, "2025-02": 2, "2025-03": 1}
    assert row(sold, "order_value") == {"2025-01": 350 / 2, "2025-02": 120, "2025-03": 300}


def test_units_sold_leave_out_what_was_cancelled(sold, row):
    assert row(sold, "units_sold") == {"2025-01": 7, "2025-02": 3, "2025-03": 10}


def test_returns_are_lines_paid_back_or_below_zero(sold, records, panel, row):
    assert row(sold, "returns") == {"2025-01": 0, "2025-02": 1, "2025-03": 0}
    below = {
        **LINES,
        "quantity": [2, 1, -4, 9, 5, 3, 10],
        "revenue": [200, 50, -100, 90, 100, 9, 9],
    }
    found = panel(records("orders", **below))
    assert row(found, "returns") == {"2025-01": 1, "2025-02": 1, "2025-03": 0}
    assert row(found, "revenue")["2025-01"] == 150


def test_the_share_cancelled_counts_by_the_day_of_the_order(sold, row):
    assert row(sold, "cancellation_rate") == pytest.approx({"2025-01": 1 / 3, "2025-02": 0})


def test_cancellations_need_their_day(sold):
    assert "cancelled on" in sold.refused["cancellations"].to("en")
    assert any("no date of cancelling" in said.to("en") for said in sold.notices)


@pytest.mark.parametrize("id", ["returns", "cancellation_rate"])
def test_no_return_or_cancellation_in_the_file_is_no_rate_of_zero(records, panel, id):
    found = panel(records("orders", **{**LINES, "status": ["Paid"] * 7}))
    assert "in this file" in found.refused[id].to("en")
    assert id not in found.values


def test_words_that_are_not_known_are_said_and_count_as_valid(records, panel, row):
    odd = {**LINES, "status": ["Xyzzy"] * 7}
    found = panel(records("orders", **odd))
    assert row(found, "revenue")["2025-01"] == 440
    assert any("Xyzzy" in said.to("en") for said in found.notices)


def test_amounts_in_two_currencies_are_not_added(records, panel):
    found = panel(records("orders", **LINES, x_currency=["IDR"] * 4 + ["USD"] * 3,
                          named={"x_currency": "Mata Uang"}))  # fmt: skip
    assert "several currencies" in found.refused["revenue"].to("en")
    assert "orders" in found.values


def test_files_in_two_currencies_are_not_added(records, panel):
    first = records("orders", "a.csv", units={"revenue": "IDR"}, **LINES)
    then = records("orders", "b.csv", units={"revenue": "USD"}, **LINES)
    assert "several currencies" in panel(first, then).refused["margin"].to("en")


def test_the_cost_of_one_piece_is_multiplied_and_that_is_said(records, panel, row):
    each = {**LINES, "cost": [75, 45, 5, 1, 2, 20, 3]}
    found = panel(records("orders", named={"cost": "Harga Pokok Satuan"}, **each))
    assert row(found, "cogs") == {"2025-01": 215, "2025-02": 60, "2025-03": 30}
    assert any("Harga Pokok Satuan" in said.to("en") for said in found.notices)


@pytest.mark.parametrize(
    ("grain", "expected"),
    [
        (Grain.WEEK, {"2024-12-30/2025-01-05": 250, "2025-01-20/2025-01-26": 100}),
        (Grain.QUARTER, {"2025Q1": 770}),
    ],
)
def test_weeks_and_quarters_hold_the_same_rows(records, panel, grain, expected):
    more = {name: [*values, values[0]] for name, values in LINES.items()}
    more["ordered_at"][-1] = "2025-07-01"
    found = panel(records("orders", **more), grain=grain)
    values = {str(period): value for period, value in found.values["revenue"].items()}
    assert expected.items() <= values.items()


def test_the_due_date_of_an_invoice_says_nothing_of_deliveries(records, panel):
    found = panel(records(
        "orders",
        named={"order_id": "No Faktur", "due_at": "Jatuh Tempo"},
        due_at=["2025-02-03"] * 7,
        shipped_at=["2025-02-01"] * 7,
        **LINES,
    ))  # fmt: skip
    assert "due on" in found.refused["on_time_share"].to("en")
    assert any("must be paid" in said.to("en") for said in found.notices)


def test_lines_without_the_day_of_the_order_tell_what_the_day_of_service_does(records, panel, row):
    found = panel(
        records(
            "orders", order_id=["1", "2", "3", "4"], revenue=[10.0, 20, 30, 40],
            service_at=["2025-01-05", "2025-02-06", "2025-02-07", "2025-03-08"],
            cancelled_at=[None, "2025-01-30", None, "2025-02-25"],
        )
    )  # fmt: skip
    assert row(found, "revenue") == {"2025-01": 10, "2025-02": 30}
    assert "ordered on" in found.refused["advance_bookings"].to("en")
    assert "ordered on" in found.refused["bookings_served"].to("en")
