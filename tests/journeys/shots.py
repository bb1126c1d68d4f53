"""Screenshots of each page x language x theme x {desktop, phone}: `make shots` -> .shots/."""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.journeys.browser import ROOT, chromium, serving, settle

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
LANGUAGES = {"id": "id-ID", "en": "en-US"}
PAGES = ("home", "data", "indicators", "explore", "enablement", "lead-lag", "workspace")
TABS = ("sheet", "columns", "given", "quality", "uploads")


def walk(page: Page, address: str, name: str, out: Path, only: set[str]) -> None:
    """Opens a sample and pictures each page on the way."""
    page.goto(address)
    settle(page)
    _shot(page, out / f"home-{name}.png", "home" in only)
    page.locator("[class*='st-key-sample-'] button").first.click()
    page.wait_for_url("**/lead-lag*", timeout=60_000)
    settle(page)
    _shot(page, out / f"lead-lag-{name}.png", "lead-lag" in only)
    page.locator("[class*='st-key-open-'] button").first.click()
    settle(page)
    page.wait_for_timeout(1500)
    _shot(page, out / f"lead-lag-open-{name}.png", "lead-lag" in only)
    for path in ("data", "indicators", "explore", "enablement", "workspace"):
        if path in only:
            _go(page, path)
            _shot(page, out / f"{path}-{name}.png", True)
        if path == "data" and path in only:
            _tabs(page, out, name)


def _tabs(page: Page, out: Path, name: str) -> None:
    """Each tab of the data page behind the first."""
    for place, tab in list(enumerate(TABS))[1:]:
        page.get_by_role("tab").nth(place).click()
        settle(page)
        _shot(page, out / f"data-{tab}-{name}.png", True)


def _go(page: Page, path: str) -> None:
    """Follows the menu, as a person would. On a phone the menu opens and closes."""
    closed = page.locator("[data-testid='stExpandSidebarButton']")
    if closed.is_visible():
        closed.click()
        page.wait_for_timeout(600)
    page.locator(f"[data-testid='stSidebarNav'] a[href*='/{path}']").click()
    settle(page)
    page.wait_for_timeout(1000)
    if page.viewport_size["width"] < 600 and not closed.is_visible():
        page.locator("[data-testid='stSidebarCollapseButton'] button").click()
        page.wait_for_timeout(600)


def _shot(page: Page, path: Path, wanted: bool) -> None:
    if wanted:
        main = page.locator("[data-testid='stMain']")
        height = main.evaluate("one => one.scrollHeight")
        width = page.viewport_size["width"]
        before = page.viewport_size
        page.set_viewport_size({"width": width, "height": min(int(height) + 20, 6000)})
        page.wait_for_timeout(600)
        page.screenshot(path=path)
        page.set_viewport_size(before)


def shoot(browser: Browser, address: str, out: Path, only: set[str]) -> None:
    """Every combination, each as a new visitor."""
    for language, theme, size in product(LANGUAGES, ("light", "dark"), SIZES):
        width, height = SIZES[size]
        context = browser.new_context(
            locale=LANGUAGES[language],
            color_scheme=theme,
            viewport={"width": width, "height": height},
        )
        walk(context.new_page(), address, f"{language}-{theme}-{size}", out, only)
        context.close()


if __name__ == "__main__":
    folder = ROOT / ".shots"
    folder.mkdir(exist_ok=True)
    with serving() as address, chromium() as browser:
        shoot(browser, address, folder, set(sys.argv[1:]) or set(PAGES))
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.name}/")
