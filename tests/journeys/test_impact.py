"""J4: after a training, from the note about its day to the decision written down."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import settle
from tests.journeys.test_accessibility import faults
from tests.pages.test_impact import figures

NOTE = "Pelatihan di Medan, Solo, Palu"


def go(page: Page, path: str) -> None:
    page.locator(f"[data-testid='stSidebarNav'] a[href*='/{path}']").click()
    page.wait_for_url(f"**/{path}*")
    settle(page)


def note_the_day(page: Page) -> None:
    go(page, "workspace")
    form = page.locator("[data-testid='stForm']").filter(has=page.locator("textarea")).first
    form.locator("textarea").fill(NOTE)
    day = form.locator("[data-testid='stDateInput']")
    day.locator("[contenteditable], input").first.click()
    page.keyboard.type("20230901")
    page.keyboard.press("Escape")
    form.get_by_role("button", name="Simpan catatan ini").click()
    settle(page)


def test_a_training_is_judged_from_its_note_and_the_decision_is_kept(open_page):
    page = open_page(locale="id-ID")
    drop = page.locator("[data-testid='stFileUploaderDropzoneInput']").first
    drop.set_input_files({"name": "cabang.csv", "mimeType": "text/csv", "buffer": figures()})
    page.wait_for_url("**/data*", timeout=90_000)
    settle(page)
    note_the_day(page)
    go(page, "impact")
    page.locator(".st-key-impact-over [role='combobox'], .st-key-impact-over input").first.click()
    page.get_by_role("option", name="Branch").click()
    settle(page)
    expect(page.locator("[class*='st-key-impact-treated']")).to_contain_text("Medan")
    expect(page.locator(".st-key-impact-answer")).to_contain_text("Lebih tinggi dari perkiraan")
    page.get_by_role("tab", name="Tanggal lain").click()
    settle(page)
    expect(page.get_by_text("dari 20 tanggal lain").first).to_be_visible()
    assert faults(page) == []
    page.locator(".st-key-decided textarea").fill("Latih cabang lain juga")
    page.get_by_role("button", name="Catat", exact=True).click()
    settle(page)
    go(page, "workspace")
    expect(page.get_by_text("Latih cabang lain juga").first).to_be_visible()
