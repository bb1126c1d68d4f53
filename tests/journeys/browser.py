"""A fresh server and a real Chromium, for journeys and screenshots."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
QUIET = "[data-testid='stApp'][data-test-script-state='notRunning']"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(**environment: str) -> Iterator[str]:
    """A fresh server's address; the server ends with the block."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=os.environ | {"HEADLIGHT_PORT": str(port)} | environment,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        await_health(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def await_health(address: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server never answered")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Waits until the script has run and the screen stands still."""
    page.wait_for_selector(QUIET, timeout=60_000)
    page.wait_for_timeout(300)
    page.wait_for_selector(QUIET, timeout=60_000)
