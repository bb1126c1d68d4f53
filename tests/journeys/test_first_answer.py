"""J1: from a messy workbook, or a sample, to an honest answer, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import serving, settle
from tests.journeys.workbooks import ambiguous_dates, bad_files, decimal_comma_csv

WORDS = {
    "en": {"next": "Next: indicators", "see": "See what leads", "closer": "Look closer"},
    "id": {
        "next": "Lanjut: indikator",
        "see": "Lihat apa yang mendahului",
        "closer": "Lihat lebih dekat",
    },
}
LOCALES = [("en", "en-US"), ("id", "id-ID")]


def cards(page: Page):
    return page.locator("[class*='st-key-card-']")


def drop(page: Page, name: str, content: bytes) -> None:
    page.locator("[data-testid='stFileUploaderDropzoneInput']").first.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    settle(page)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()
    settle(page)


def test_the_first_deep_link_on_a_fresh_server_runs_the_shell(browser):
    with serving() as address:
        page = browser.new_context(locale="id-ID").new_page()
        page.goto(f"{address}/lead-lag")
        settle(page)
        expect(page.get_by_text("Belum ada berkas yang dibuka.")).to_be_visible()
        expect(page.get_by_text("Bahasa · Language")).to_be_visible()
        expect(page).to_have_title("Apa yang mendahului · Headlight")
        page.context.close()


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_a_sample_answers_in_one_click(open_page, language, locale):
    page = open_page("/", locale)
    page.locator("[class*='st-key-sample-'] button").first.click()
    cards(page).first.wait_for(timeout=30_000)
    settle(page)
    assert cards(page).count() >= 3
    press(page, WORDS[language]["closer"])
    expect(page.locator(".js-plotly-plot").first).to_be_visible()


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_a_manager_walks_from_a_dropped_workbook_to_the_brief(open_page, language, locale):
    page = open_page("/", locale)
    drop(page, "rekap.csv", ambiguous_dates())  # 1: the file
    page.wait_for_url("**/data*")
    expect(page.get_by_role("button", name=WORDS[language]["next"])).to_be_disabled()
    page.locator("[class*='-dmy'] button").first.click()  # 2: the one question
    settle(page)
    press(page, WORDS[language]["next"])  # 3
    press(page, WORDS[language]["see"])  # 4
    cards(page).first.wait_for(timeout=60_000)
    settle(page)
    press(page, WORDS[language]["closer"])  # 5
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    with page.expect_download() as download:  # 6
        page.locator("[class*='st-key-brief'] button").click()
    assert download.value.suggested_filename.endswith(".html")


def test_an_answer_is_kept_for_the_next_file_of_the_same_shape(open_page):
    page = open_page("/")
    drop(page, "januari.csv", ambiguous_dates())
    page.locator("[class*='-dmy'] button").first.click()
    settle(page)
    page.locator("[data-testid='stSidebarNav'] a").first.click()
    settle(page)
    drop(page, "februari.csv", ambiguous_dates(seed=2))
    page.wait_for_url("**/data*")
    expect(page.get_by_role("button", name=WORDS["en"]["next"])).to_be_enabled()


@pytest.mark.parametrize(("name", "content"), bad_files(), ids=[name for name, _ in bad_files()])
def test_a_bad_file_is_refused_in_words_and_the_app_lives(open_page, name, content):
    page = open_page("/", "id-ID")
    drop(page, name, content)
    expect(page.locator("[data-testid='stAlert']").first).to_be_visible()
    assert "Traceback" not in page.content()
    drop(page, "rekap.csv", decimal_comma_csv())
    page.wait_for_url("**/data*", timeout=30_000)


def test_the_language_can_be_switched_and_lies_in_the_link(open_page):
    page = open_page("/", "en-US")
    expect(page.get_by_text("What moves before your results?")).to_be_visible()
    page.get_by_role("radio", name="ID").or_(page.get_by_role("button", name="ID")).first.click()
    settle(page)
    expect(page.get_by_text("Apa yang bergerak sebelum hasil Anda?")).to_be_visible()
    assert "lang=ID" in page.url


def test_nothing_is_fetched_from_outside(open_page, server):
    page = open_page("/", anew=True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[class*='st-key-sample-'] button").first.click()
    cards(page).first.wait_for(timeout=30_000)
    settle(page)
    press(page, WORDS["en"]["closer"])
    assert asked
    assert [url for url in asked if not url.startswith((server, "blob:", "data:"))] == []


def test_roles_and_delay_survive_each_others_change_and_another_period(open_page):
    page = open_page("/")
    drop(page, "rekap.csv", decimal_comma_csv())
    press(page, WORDS["en"]["next"])
    calls = page.locator("[class*='st-key-role-calls']")
    calls.get_by_text("Leave out").click()
    settle(page)
    nearest = page.locator("[data-testid='stSlider'] input[type='range']").first
    nearest.focus()
    nearest.press("ArrowRight")
    settle(page)
    page.get_by_text("Quarter", exact=True).click()
    settle(page)
    expect(calls.get_by_role("radio", checked=True)).to_have_accessible_name("Leave out")


def test_a_reload_keeps_everything(open_page):
    page = open_page("/", "id-ID")
    page.locator("[class*='st-key-sample-'] button").first.click()
    cards(page).first.wait_for(timeout=30_000)
    settle(page)
    before = cards(page).count()
    page.reload()
    cards(page).first.wait_for(timeout=30_000)
    settle(page)
    assert cards(page).count() == before
    page.locator("[data-testid='stSidebarNav'] a[href*='/data']").click()
    expect(page.get_by_text("sales_team.xlsx").first).to_be_visible()
