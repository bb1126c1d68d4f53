"""J2: a CRM export and a traffic export become indicators and an answer, no mapping touched."""

import re
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.worlds.crm import company
from core.worlds.crm.systems import exports
from core.worlds.samples.records import CRM_SEED
from tests.journeys.browser import ROOT, settle
from tests.journeys.test_accessibility import faults
from tests.journeys.test_first_answer import cards

SAMPLES = ROOT / "sample_data"
WORDS = {
    "en": {
        "given": ("Revenue", "Win rate", "Pipeline value"),
        "leads": ("Demos → Revenue", "Website sessions → Revenue", "Enquiries → Revenue"),
        "next": "Next: indicators",
        "see": "See what leads",
    },
    "id": {
        "given": ("Pendapatan", "Tingkat kemenangan", "Nilai pipeline"),
        "leads": ("Demo → Pendapatan", "Sesi situs web → Pendapatan"),
        "next": "Lanjut: indikator",
        "see": "Lihat apa yang mendahului",
    },
}
LOCALES = [("en", "en-US"), ("id", "id-ID")]
WORKSPACE = re.compile(r"ws=[^&]+")


@cache
def dropped(language: str) -> list[dict]:
    """The exports of the made-up company, as a user of that language has them."""
    if language == "en":
        names = ("crm_deals.csv", "crm_traffic.csv", "crm_leads.csv", "crm_activities.xlsx")
        return [_file(name, (SAMPLES / name).read_bytes()) for name in names]
    made = company(CRM_SEED)
    traffic, _ = exports(made, "analytics", "id")
    kept = [one for one in exports(made, "hubspot", "id") if "compan" not in one.name]
    return [_file(one.name, one.content) for one in (*kept, traffic)]


def _file(name: str, content: bytes) -> dict:
    return {"name": Path(name).name, "mimeType": "application/octet-stream", "buffer": content}


def drop(page: Page, files: list[dict]) -> None:
    page.locator("[data-testid='stFileUploaderDropzoneInput']").first.set_input_files(files)
    page.wait_for_url("**/data*", timeout=90_000)
    settle(page)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()
    settle(page)


def search(page: Page, words: str) -> None:
    box = page.get_by_placeholder(re.compile("Name or meaning|Nama atau arti"))
    box.fill(words)
    box.press("Enter")
    settle(page)


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_deals_and_traffic_tell_what_leads_revenue(open_page, language, locale):
    page, words = open_page("/", locale), WORDS[language]
    drop(page, dropped(language))
    expect(page.locator("[data-testid='stAlert']")).to_have_count(0)
    press(page, words["next"])
    for name in words["given"]:
        search(page, name)
        expect(page.locator("strong").get_by_text(name, exact=True).first).to_be_visible()
    press(page, words["see"])
    cards(page).first.wait_for(timeout=90_000)
    settle(page)
    for pair in words["leads"]:
        card = cards(page).filter(has=page.get_by_role("heading", name=pair))
        expect(card.get_by_text("●●●").first).to_be_visible()


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_any_indicator_is_explored_by_a_link(open_page, server, language, locale):
    page = open_page("/", locale)
    drop(page, dropped("en")[:2])
    for metric in ("revenue", "win_rate", "pipeline_value"):
        page.goto(f"{server}/explore?{WORKSPACE.search(page.url)[0]}&metric={metric}")
        settle(page)
        expect(page.locator(".js-plotly-plot").first).to_be_visible()
        assert f"metric={metric}" in page.url
    page.get_by_role("tab").nth(1).click()
    settle(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    assert faults(page) == []
