"""What the journeys share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

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


@pytest.fixture(scope="session")
def contexts() -> dict[tuple, BrowserContext]:
    """One for each language and look: it loads a file of the app once."""
    return {}


@pytest.fixture
def open_page(server, browser, contexts):
    """Opens the app in a language, as a new visitor; with `anew`, nothing is loaded yet."""
    pages = []

    def opened(path: str = "/", locale: str = "en-US", anew: bool = False, **more) -> Page:
        way = (locale, *sorted(more.items()))
        if anew and way in contexts:
            contexts.pop(way).close()
        if way not in contexts:
            contexts[way] = browser.new_context(
                locale=locale, viewport={"width": 1280, "height": 900}, **more
            )
            contexts[way].set_default_timeout(60_000)
        pages.append(page := contexts[way].new_page())
        forget(page, server)
        page.goto(server + path)
        settle(page)
        return page

    yield opened
    for page in pages:
        page.close()


def forget(page: Page, server: str) -> None:
    """Empties what earlier visits left in the browser."""
    session = page.context.new_cdp_session(page)
    kept = "cookies,local_storage,indexeddb,cache_storage,service_workers"
    session.send("Storage.clearDataForOrigin", {"origin": server, "storageTypes": kept})
    session.detach()
