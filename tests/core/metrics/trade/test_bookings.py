"""Bookings and production counted by hand: what is on the books, what is late, what is open."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.metrics.records.tables import agree, same

BOOKED = {  # B2 cancelled in March before service, B3 after it; B4 the same day; B5 far ahead
    "order_id": ["B1", "B2", "B3", "B4", "B5", "B6"],
    "ordered_at": [
        "2025-01-05", "2025-01-10", "2025-01-20", "2025-02-03", "2025-03-30", "2025-02-10",
    ],
    "service_at": [
        "2025-03-02", "2025-04-01", "2025-02-10", "2025-02-03", "2026-01-01", "2025-02-20",
    ],
    "cancelled_at": [None, "2025-03-15", "2025-02-12", None, None, "2025-02-20"],
    "revenue": [10.0, 20, 30, 40, 50, 60],
}  # fmt: skip


@pytest.fixture(scope="module")
def hotel(records, panel):
    return panel(records("orders", **BOOKED))


def test_on_the_books_is_what_is_served_later_and_was_not_cancelled_by_then(hotel, row):
    # January: B1 B2 B3; February: B1 B2 (B3 served, B4 and B6 came and went); March: B5
    assert row(hotel, "advance_bookings") == {"2025-01": 3, "2025-02": 2, "2025-03": 1}


def test_pick_up_is_new_bookings_less_those_cancelled_before_their_service(hotel, row):
    assert row(hotel, "pick_up") == {"2025-01": 3, "2025-02": 2 - 1, "2025-03": 1 - 1}


def test_served_leaves_out_what_was_cancelled_before(hotel, row):
    assert row(hotel, "bookings_served") == {"2025-01": 0, "2025-02": 2, "2025-03": 1}


def test_bookings_earn_on_the_day_of_service_and_that_is_said(hotel, row):
    assert row(hotel, "revenue") == {"2025-01": 0, "2025-02": 40, "2025-03": 10}
    assert any("service_at" in said.to("en") for said in hotel.notices)


def test_what_was_taken_in_is_counted_by_the_day_of_booking(hotel, row):
    assert row(hotel, "order_intake") == {"2025-01": 60, "2025-02": 100, "2025-03": 50}


def test_days_ahead_are_the_median_over_all_bookings_made(hotel, row):
    assert row(hotel, "booking_lead_days") == {"2025-01": 56, "2025-02": 5, "2025-03": 277}


def test_young_bookings_may_still_be_cancelled_so_their_rate_is_unknown(hotel, row):
    assert row(hotel, "cancellation_rate") == {}


def test_without_the_day_of_cancelling_nothing_is_known_of_the_books(records, panel):
    flag = {name: values for name, values in BOOKED.items() if name != "cancelled_at"}
    found = panel(records("orders", cancelled=[False, True, True, False, False, True], **flag))
    for id in ("advance_bookings", "pick_up", "bookings_served", "cancellations"):
        assert "cancelled on" in found.refused[id].to("en")


def test_a_cancelled_booking_without_its_day_is_left_out_and_counted(records, panel, row):
    gaps = {**BOOKED, "cancelled_at": [None, None, "2025-02-12", None, None, "2025-02-20"]}
    status = ["Booked", "Batal", "Cancelled", "Stayed", "Booked", "Cancelled"]
    found = panel(records("orders", status=status, **gaps))
    assert row(found, "advance_bookings") == {"2025-01": 2, "2025-02": 1, "2025-03": 1}
    assert any(said.to("en").startswith("1 cancelled row has no date") for said in found.notices)


MADE = {  # P3 late, P4 open and past due, P5 open and not due yet, P6 cancelled
    "order_id": ["P1", "P2", "P3", "P4", "P5", "P6"],
    "ordered_at": [
        "2025-01-02", "2025-01-03", "2025-01-10", "2025-01-15", "2025-03-20", "2025-01-15",
    ],
    "due_at": [
        "2025-02-01", "2025-02-10", "2025-02-20", "2025-02-25", "2025-05-01", "2025-02-26",
    ],
    "finished_at": ["2025-02-01 17:00", "2025-02-05", "2025-03-10", None, None, None],
    "status": ["Selesai", "Selesai", "Selesai", "Produksi", "Produksi", "Batal"],
    "revenue": [10.0, 20, 30, 40, 50, 60],
}  # fmt: skip


@pytest.fixture(scope="module")
def plant(records, panel):
    return panel(records("orders", **MADE))


def test_lead_time_is_the_median_of_what_was_finished_in_the_period(plant, row):
    assert row(plant, "production_lead_days") == {"2025-02": (30 + 33) / 2, "2025-03": 59}


def test_open_orders_are_said(plant):
    assert any(said.to("en").startswith("2 orders are not finished") for said in plant.notices)


def test_on_time_counts_open_orders_past_due_as_late_and_the_day_itself_as_on_time(plant, row):
    assert row(plant, "on_time_share") == {"2025-02": 2 / 4}


def test_the_order_book_holds_what_is_not_finished(plant, row):
    # P6 was cancelled on an unknown day and is left out
    assert row(plant, "order_book") == {"2025-01": 100, "2025-02": 70, "2025-03": 90}


def test_production_earns_when_it_is_finished(plant, row):
    assert row(plant, "revenue") == {"2025-01": 0, "2025-02": 30, "2025-03": 30}


def test_finished_before_ordered_is_left_out(records, panel, row):
    odd = {**MADE, "finished_at": ["2024-12-01", *MADE["finished_at"][1:]]}
    found = panel(records("orders", **odd))
    assert row(found, "production_lead_days") == {"2025-02": 33, "2025-03": 59}
    assert any("before" in said.to("en") for said in found.notices)


def test_done_on_an_unknown_day_is_neither_late_nor_open(records, panel, row):
    gaps = {**MADE, "status": ["Selesai", "Selesai", "Selesai", "Selesai", "Produksi", "Batal"]}
    assert row(panel(records("orders", **gaps)), "on_time_share") == {"2025-02": 2 / 3}


@st.composite
def hotels(draw):
    size = draw(st.integers(6, 25))
    day = st.integers(0, 200)
    rows = []
    for number in range(size):
        booked = draw(day)
        service = booked + draw(st.integers(0, 90))
        gone = draw(st.none() | st.integers(booked, booked + 120))
        rows.append((f"B{number}", booked, service, gone))
    return [*rows, ("first", 0, 30, 1), ("last", 230, 300, None)]


def _bookings(records, rows, source="bookings.csv"):
    def date(day):
        return None if day is None else str(pd.Timestamp("2025-01-01") + pd.Timedelta(days=day))

    return records(
        "orders", source,
        order_id=[one[0] for one in rows],
        ordered_at=[date(one[1]) for one in rows],
        service_at=[date(one[2]) for one in rows],
        cancelled_at=[date(one[3]) for one in rows],
    )  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(hotels())
def test_the_books_close_previous_and_pick_up_less_served_is_now(records, panel, rows):
    found = panel(_bookings(records, rows)).values
    now, before = found["advance_bookings"], found["advance_bookings"].shift(1, fill_value=0)
    closes = before + found["pick_up"] - found["bookings_served"] - now
    assert (closes == 0).all()
    assert (now >= 0).all()


@settings(max_examples=8, deadline=None)
@given(hotels(), st.randoms(use_true_random=False), st.integers(0, 5))
def test_shuffling_a_file_changes_nothing_and_splitting_it_no_known_value(
    records, panel, rows, random, cut
):
    whole, mixed = panel(_bookings(records, rows)), list(rows)
    random.shuffle(mixed)
    if not cut:
        same(whole, panel(_bookings(records, mixed)))
        return
    parts = _bookings(records, mixed[:-cut], "a.csv"), _bookings(records, mixed[-cut:], "b.csv")
    agree(whole, panel(*parts))


def test_one_booking_in_a_file_of_its_own_says_nothing_of_what_the_file_leaves_out(
    records, panel, row
):
    served = [(f"B{n}", 3 * n, 3 * n + 20, None) for n in range(14)]
    rows = [*served, ("first", 0, 30, 1), ("last", 230, 300, None)]
    parts = _bookings(records, rows[:-2], "a.csv"), _bookings(records, rows[-2:], "b.csv")
    assert row(panel(*parts), "bookings_served") == row(
        panel(_bookings(records, rows)), "bookings_served"
    )


def test_the_pace_is_over_what_was_on_the_books_a_year_before(records, panel, row):
    found = panel(
        records(
            "orders", order_id=["1", "2", "3", "4"], cancelled_at=[None, None, None, "2025-02-02"],
            ordered_at=["2024-01-05", "2025-01-05", "2025-01-06", "2025-02-01"],
            service_at=["2024-03-01", "2025-03-01", "2025-03-02", "2025-03-03"],
        )
    )  # fmt: skip
    assert row(found, "booking_pace") == {"2025-01": 2, "2025-02": 2}


def test_without_amounts_the_order_book_is_a_number_of_orders(records, panel, row):
    found = panel(
        records(
            "orders", order_id=["1", "2", "3"], quantity=[1.0, 2.0, 3.0],
            ordered_at=["2025-01-05", "2025-01-06", "2025-02-01"],
            finished_at=["2025-02-10", None, None], due_at=["2025-02-01"] * 3,
        )
    )  # fmt: skip
    assert row(found, "order_book") == {"2025-01": 2, "2025-02": 2}
    assert found.indicator("order_book").unit == "count"
