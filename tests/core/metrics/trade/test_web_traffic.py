"""Visits counted by hand: sums over sums, each visit once, visitors never added."""

import pytest

from core.periods import Grain

BY_CHANNEL = {
    "occurred_at": ["2025-01-06", "2025-01-06", "2025-01-20", "2025-02-03", "2025-02-04"],
    "channel": ["Organic", "Paid", "Organic", "Organic", "Paid"],
    "sessions": [100, 50, 10, 30, 70],
    "engaged_sessions": [60, 10, None, 30, 14],
    "users": [90, 45, 9, 25, 60],
    "key_events": [3, 1, 0, 2, 2],
}
BY_PAGE = {
    "occurred_at": ["2025-01-06", "2025-01-06", "2025-01-20", "2025-02-03", "2025-02-04"],
    "page": ["/", "/produk/kasir", "/pricing?x=1", "/blog/product-news", "/en/product/a"],
    "sessions": [120, 30, 10, 30, 70],
}


@pytest.fixture(scope="module")
def site(records, panel):
    return panel(records("web_traffic", **BY_CHANNEL))


def test_visits_are_added_over_days_and_channels(site, row):
    assert row(site, "sessions") == {"2025-01": 160, "2025-02": 100}
    assert row(site, "key_events") == {"2025-01": 4, "2025-02": 4}


def test_engagement_is_a_sum_over_a_sum_of_rows_that_know_both(site, row):
    assert row(site, "engagement_rate") == {"2025-01": 70 / 150, "2025-02": 0.44}


def test_visitors_are_never_added(site):
    assert "users" not in site.values
    assert "cannot be added" in site.refused["users"].to("en")


def test_visitors_of_a_period_that_one_row_tells_are_known(records, panel, row):
    monthly = records(
        "web_traffic",
        occurred_at=["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"],
        sessions=[10, 20, 30, 40, 50], users=[8, 15, 20, 30, 31],
    )  # fmt: skip
    assert row(panel(monthly), "users")["2025-03"] == 20
    assert "users" in panel(monthly, grain=Grain.QUARTER).refused


def test_product_pages_are_told_by_their_address_and_named(records, panel, row):
    found = panel(records("web_traffic", named={"page": "Landing page"}, **BY_PAGE))
    assert row(found, "product_sessions") == {"2025-01": 40, "2025-02": 70}
    said = " ".join(one.to("en") for one in found.notices)
    assert "/produk/kasir" in said and "blog" not in said
    assert "count on each" not in said


def test_pages_other_than_landing_pages_may_count_a_visit_twice_and_that_is_said(records, panel):
    found = panel(records("web_traffic", named={"page": "Page path"}, **BY_PAGE))
    assert any("count on each" in one.to("en") for one in found.notices)


def test_without_a_product_page_there_is_no_such_count(records, panel):
    none = {**BY_PAGE, "page": ["/", "/about", "/blog", "/contact", "/team"]}
    found = panel(records("web_traffic", **none))
    assert "by its address" in found.refused["product_sessions"].to("en")


def test_reports_by_channel_and_by_page_tell_the_same_visits_once(records, panel, row):
    channels = records("web_traffic", "channels.csv", **BY_CHANNEL)
    pages = records("web_traffic", "pages.csv", named={"page": "Landing page"}, **BY_PAGE)
    for files in ((channels, pages), (pages, channels)):
        found = panel(*files)
        assert row(found, "sessions") == {"2025-01": 160, "2025-02": 100}
        assert row(found, "product_sessions") == {"2025-01": 40, "2025-02": 70}
        assert any("different divisions" in one.to("en") for one in found.notices)


def test_two_halves_of_one_report_are_added(records, panel, row):
    halves = [
        records("web_traffic", f"{n}.csv", **{k: v[part] for k, v in BY_CHANNEL.items()})
        for n, part in enumerate((slice(None, 3), slice(3, None)))
    ]
    assert row(panel(*halves), "sessions") == {"2025-01": 160, "2025-02": 100}


def test_click_rate_and_position_are_weighted_by_impressions(records, panel, row):
    found = panel(records(
        "web_traffic",
        occurred_at=["2025-01-01", "2025-01-02", "2025-02-01"],
        clicks=[10, 1, 5], impressions=[1000, 10, 100], position=[4.0, 80.0, 2.0],
    ))  # fmt: skip
    assert row(found, "click_rate") == pytest.approx({"2025-01": 11 / 1010, "2025-02": 0.05})
    positions = row(found, "search_position")
    assert positions == pytest.approx({"2025-01": (4000 + 800) / 1010, "2025-02": 2})


def test_weeks_hold_the_same_visits(records, panel, row):
    found = panel(records("web_traffic", **BY_CHANNEL), grain=Grain.WEEK)
    assert sum(row(found, "sessions").values()) == 260
