"""No serious fault of accessibility on any page (axe-core), in either theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.browser import settle

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
    for path in ("data", "indicators"):
        page.locator(f"[data-testid='stSidebarNav'] a[href*='/{path}']").click()
        page.wait_for_url(f"**/{path}*")
        settle(page)
        found[path] = faults(page)
    assert {path: some for path, some in found.items() if some} == {}
