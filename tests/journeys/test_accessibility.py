"""No serious fault of accessibility on any page (axe-core), in either theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.browser import settle
from tests.journeys.test_first_answer import drop
from tests.journeys.test_next_month import link, tab
from tests.journeys.workbooks import monthly

SERIOUS = {"serious", "critical"}


def faults(page) -> list[str]:
    """Each serious fault as rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_has_a_serious_fault(open_page, theme):
    page = open_page("/", "id-ID", color_scheme=theme)
    found = {"home": faults(page)}
    page.locator("[class*='st-key-sample-'] button").first.click()
    page.locator("[class*='st-key-open-'] button").first.click(timeout=60_000)
    page.locator(".js-plotly-plot").first.wait_for()
    settle(page)
    found["lead-lag"] = faults(page)
    for path in ("data", "indicators", "explore", "enablement", "workspace"):
        page.locator(f"[data-testid='stSidebarNav'] a[href*='/{path}']").click()
        page.wait_for_url(f"**/{path}*")
        settle(page)
        found[path] = faults(page)
    page.locator("[class*='st-key-bundle']").wait_for()
    assert {path: some for path, some in found.items() if some} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_tab_of_the_data_and_no_update_has_a_serious_fault(open_page, theme):
    page = open_page("/", "id-ID", color_scheme=theme)
    drop(page, "januari.xlsx", monthly(12))
    page = open_page(link(page), "id-ID", color_scheme=theme)
    found = {"start with a file": faults(page)}
    drop(page, "februari.xlsx", monthly(13, revised=True))
    page.locator("[class*='st-key-accept-'] button").wait_for()
    found["update"] = faults(page)
    for place, name in enumerate(("sheet", "columns", "given", "quality", "uploads")):
        tab(page, place)
        found[name] = faults(page)
    assert {name: some for name, some in found.items() if some} == {}
