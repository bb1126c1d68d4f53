"""What the journeys share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browser import chromium, serving, settle

expect.set_options(timeout=30_000)  # a browser and its server share a small machine


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[str]:
    with serving(HEADLIGHT_WORKSPACES=str(tmp_path_factory.mktemp("workspaces"))) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def open_page(server, browser):
    """Opens the app in a language, as a new visitor."""
    contexts = []

    def opened(path: str = "/", locale: str = "en-US", **more) -> Page:
        context = browser.new_context(
            locale=locale, viewport={"width": 1280, "height": 900}, **more
        )
        contexts.append(context)
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(server + path)
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
