"""J2: next month's file on the same workspace, and what stays after reload, restart and undo."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import serving, settle
from tests.journeys.test_first_answer import WORDS, drop, press
from tests.journeys.workbooks import monthly

ACCEPT = {"en": "Accept the update", "id": "Terima pembaruan"}
LOCALES = [("en", "en-US"), ("id", "id-ID")]


def link(page: Page) -> str:
    """The way to the open workspace, as a path."""
    page.wait_for_url(re.compile(r"[?&]ws="))
    return "/?ws=" + re.search(r"[?&]ws=([^&]+)", page.url)[1]


def arrival(page: Page):
    return page.locator("[class*='st-key-arrival-']")


def tab(page: Page, place: int) -> None:
    page.get_by_role("tab").nth(place).click()
    settle(page)


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_the_next_month_is_taken_in_two_clicks(open_page, language, locale):
    page = open_page("/", locale)
    drop(page, "rekap-januari.xlsx", monthly(12))
    again = open_page(link(page), locale)
    drop(again, "rekap-februari.xlsx", monthly(13, revised=True))
    expect(arrival(again)).to_be_visible(timeout=15_000)
    expect(arrival(again)).to_contain_text("rekap-februari.xlsx")
    press(again, ACCEPT[language])  # 1
    expect(arrival(again)).to_have_count(0)
    expect(again.get_by_role("button", name=WORDS[language]["next"])).to_be_enabled()
    press(again, WORDS[language]["next"])  # 2
    expect(again.get_by_text(re.compile("13 (of|dari) 13")).first).to_be_visible()


def test_the_same_file_and_shuffled_rows_change_nothing(open_page):
    page = open_page("/")
    drop(page, "rekap.xlsx", monthly(12))
    before = link(page)
    for name, content in (("lagi.xlsx", monthly(12)), ("acak.xlsx", monthly(12, shuffled=True))):
        page = open_page(before)
        drop(page, name, content)
        expect(page.get_by_text("brings nothing new")).to_be_visible()
        expect(arrival(page)).to_have_count(0)


def test_undo_brings_back_what_was_before(open_page):
    page = open_page("/")
    drop(page, "januari.xlsx", monthly(12))
    page = open_page(link(page))
    drop(page, "februari.xlsx", monthly(13, revised=True))
    press(page, ACCEPT["en"])
    tab(page, 4)
    page.locator("[class*='st-key-undo-'] button").first.click()
    settle(page)
    expect(page.locator("[class*='st-key-undo-']")).to_have_count(1)
    press(page, WORDS["en"]["next"])
    expect(page.get_by_text("12 of 12").first).to_be_visible()


def test_a_workspace_survives_reload_new_tab_and_restart(browser, tmp_path):
    folder = str(tmp_path / "workspaces")
    with serving(HEADLIGHT_WORKSPACES=folder) as address:
        page = browser.new_context(locale="en-US").new_page()
        page.goto(address)
        settle(page)
        drop(page, "rekap.xlsx", monthly(24))
        press(page, WORDS["en"]["next"])
        page.locator("[class*='st-key-role-'] label, [class*='st-key-role-'] button").get_by_text(
            "Leave out"
        ).first.click()
        settle(page)
        way = link(page)
        page.reload()
        settle(page)
        expect(page.get_by_role("radio", name="Leave out", checked=True).first).to_be_visible()
        page.context.close()
    with serving(HEADLIGHT_WORKSPACES=folder) as address:
        page = browser.new_context(locale="en-US").new_page()
        page.goto(address + way.replace("/?", "/indicators?"))
        settle(page)
        expect(page.get_by_role("radio", name="Leave out", checked=True).first).to_be_visible()
        page.context.close()


@pytest.mark.parametrize("named", ["x", "../../etc/passwd", "A" * 500, "%00", "[1,2]"])
def test_a_link_to_nothing_is_refused_alike(open_page, named):
    page = open_page(f"/?ws={named}")
    expect(page.locator("[data-testid='stAlert']").first).to_be_visible()
    assert "Traceback" not in page.content()
    assert "ws=" not in page.url


def test_a_downloaded_workspace_opens_elsewhere(open_page, browser, tmp_path):
    page = open_page("/")
    drop(page, "rekap.xlsx", monthly(24))
    page.locator("[data-testid='stSidebarNav'] a[href*='/workspace']").click()
    settle(page)
    with page.expect_download() as download:
        page.locator("[class*='st-key-bundle'] button").click()
    content = download.value.path().read_bytes()
    with serving(HEADLIGHT_WORKSPACES=str(tmp_path)) as address:
        there = browser.new_context(locale="en-US").new_page()
        there.goto(address + "/workspace")
        settle(there)
        drop(there, "headlight-workspace.zip", content)
        there.wait_for_url("**/data*", timeout=30_000)
        expect(there.get_by_text("rekap.xlsx").first).to_be_visible()
        there.context.close()
