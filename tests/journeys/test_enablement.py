"""The Enablement page in a browser: divided, beside a target, without a fault of accessibility."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import settle
from tests.journeys.test_accessibility import faults
from tests.journeys.test_records import WORKSPACE, drop, dropped


@pytest.mark.parametrize(("locale", "theme"), [("en-US", "dark")])
def test_the_win_rate_is_divided_and_set_beside_a_target(open_page, server, locale, theme):
    page = open_page("/", locale, color_scheme=theme)
    drop(page, dropped("en")[:1])
    page.goto(f"{server}/enablement?{WORKSPACE.search(page.url)[0]}")
    settle(page)
    page.get_by_role("tab", name="Wins").click()
    settle(page)
    expect(page.get_by_text("closed deals").first).to_be_visible()
    page.locator("[class*='st-key-enabled-by-wins'] input").click()
    page.get_by_role("option", name="Owner").click()
    settle(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    box = page.locator("[class*='st-key-target-'] input")
    box.fill("90")
    box.press("Enter")
    settle(page)
    expect(page.get_by_text("is missed, and clearly").first).to_be_visible()
    assert faults(page) == []
