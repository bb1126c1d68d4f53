"""What names leave open follows from how columns stand to each other, with the reason said."""

import random

import pytest

from core.tables import Table, read


def table(header: str, rows: list[list[object]]) -> Table:
    lines = [header, *(",".join(map(str, row)) for row in rows)]
    return read("\n".join(lines).encode(), "export.csv").tables[0]


def fields(found: Table) -> dict[str, str]:
    return {one.name: one.field for one in found.columns}


def why(found: Table, name: str) -> str:
    return next(one.reason.to("en") for one in found.columns if one.name == name)


def deals(first: str, last: str, swapped: bool = False) -> Table:
    rows = []
    for i in range(24):
        begun, ended = f"2025-01-{1 + i:02d}", f"2025-03-{1 + i:02d}"
        state = ["Closed Won", "Closed Lost", "Open"][i % 3]
        days = [begun, "" if state == "Open" else ended]
        rows.append([f"D-{i:03d}", state, *(days[::-1] if swapped else days), 100 + i])
    return table(f"Deal ID,Deal Status,{first},{last},Amount", rows)


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_dates_in_deals_the_one_never_before_the_other_closes(swapped):
    found = deals("Alfa", "Beta", swapped)
    first, last = ("Beta", "Alfa") if swapped else ("Alfa", "Beta")
    assert fields(found)[first] == "created_at" and fields(found)[last] == "closed_at"
    assert "is never before" in why(found, last)


def test_dates_that_cross_are_left_open():
    rows = [[f"D-{i:03d}", ["Closed Won", "Closed Lost", "Open"][i % 3], f"2025-0{1 + i % 5}-11",
             f"2025-0{1 + (i * 3) % 5}-12"] for i in range(24)]  # fmt: skip
    found = fields(table("Deal ID,Deal Status,Alfa,Beta", rows))
    assert found["Alfa"] != "created_at" or found["Beta"] != "closed_at"


def orders(header: str, seed: int = 1, wrong: float = 0.0) -> Table:
    draw = random.Random(seed)
    rows = []
    for i in range(40):
        count, price = draw.randint(1, 9), draw.randint(200, 900) / 4
        sum = count * price + (50 if draw.random() < wrong else 0)
        day = f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}"
        rows.append([f"SO-{i:04d}", day, count, price, sum])
    return table(f"Order ID,Order Date,{header}", rows)


@pytest.mark.parametrize("count", ["Qty", "Quantity", "Jumlah Unit"])
def test_quantity_times_price_gives_revenue(count):
    found = orders(f"{count},Alfa,Beta")
    assert list(fields(found).values())[2:] == ["quantity", "unit_price", "revenue"]
    assert f"“{count}” times “Alfa” gives “Beta”" in why(found, "Beta")


def test_a_product_that_fails_again_and_again_is_none():
    assert "revenue" not in fields(orders("Qty,Alfa,Beta", wrong=0.3)).values()


def test_revenue_less_cost_gives_profit():
    draw = random.Random(3)
    sums = [(draw.randint(500, 900), draw.randint(100, 400)) for _ in range(40)]
    days = [f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(40)]
    rows = [[f"SO-{i:04d}", days[i], a, b, a - b] for i, (a, b) in enumerate(sums)]
    found = table("Order ID,Order Date,Revenue,Cost,Alfa", rows)
    assert fields(found)["Alfa"] == "profit" and "less" in why(found, "Alfa")


def test_figures_beside_a_currency_are_the_amount():
    states = ["Closed Won", "Closed Lost", "Open"]
    days = [(f"2025-01-{1 + i:02d}", f"2025-03-{1 + i:02d}") for i in range(24)]
    rows = [
        [f"D-{i:03d}", states[i % 3], *days[i], 1000 + 7 * i, ["IDR", "USD"][i % 2]]
        for i in range(24)
    ]
    found = table("Deal ID,Deal Status,Created Date,Close Date,Alfa,Currency", rows)
    assert fields(found)["Alfa"] == "amount" and "beside" in why(found, "Alfa")


def test_two_columns_that_fit_a_field_alike_say_so_each():
    rows = [[f"SO-{i:04d}", f"2025-{1 + i % 12:02d}-11", i + 5, i + 6] for i in range(20)]
    found = table("Order ID,Order Date,Revenue,Revenue", rows)
    taken, left = (one.reason.to("en") for one in found.columns[2:])
    assert "would fit as well" in taken
    assert "It could as well be" in left


def customers(begun: str, later: int) -> Table:
    rows = [
        [f"C{i:03d}", f"2025-01-{i:02d}", f"2025-02-{i + later:02d}" if i % 3 else "", 100 + i]
        for i in range(1, 25)
    ]
    return table(f"Customer ID,Trial Start,{begun},MRR", rows)


@pytest.mark.parametrize("begun", ["Subscription Start Date", "Tanggal Mulai Berlangganan"])
def test_beside_the_start_of_trials_the_later_beginning_is_that_of_paying(begun):
    found = customers(begun, 2)
    assert fields(found)["Trial Start"] == "trial_started_at" and fields(found)[begun] == "paid_at"
    assert "later than “Trial Start”" in why(found, begun)


def test_without_trials_a_subscription_starts_when_it_starts():
    rows = [[f"C{i:03d}", f"2025-02-{i:02d}", 100 + i] for i in range(1, 25)]
    found = table("Customer ID,Subscription Start Date,MRR", rows)
    assert fields(found)["Subscription Start Date"] == "started_at"
