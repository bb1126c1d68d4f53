"""A database is connected in the browser; its password is in the environment and nowhere else."""

import re
import shutil
from pathlib import Path

import duckdb
import psycopg
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Page, expect

from tests.core.metrics.engines.companies import companies
from tests.core.metrics.engines.conftest import copied
from tests.core.metrics.engines.servers import PASSWORD, USER, postgresql
from tests.journeys.browser import serving, settle
from tests.journeys.test_accessibility import faults
from tests.journeys.test_first_answer import cards
from tests.journeys.test_records import search

TYPED = "hunter2-and-more"
WORDS = {
    "en": {
        "open": "Connect to a database",
        "address": "Address",
        "test": "Test the connection",
        "now": "Connect this table",
        "given": ("Revenue", "Win rate", "Website sessions"),
        "refresh": "Refresh",
        "stopped": "Nobody answers",
    },
    "id": {
        "open": "Hubungkan ke basis data",
        "address": "Alamat",
        "test": "Uji koneksi",
        "now": "Hubungkan tabel ini",
        "given": ("Pendapatan", "Tingkat kemenangan", "Sesi situs web"),
        "refresh": "Segarkan",
        "stopped": "Tidak ada yang menjawab",
    },
}


@pytest.fixture
def database():
    """A PostgreSQL with deals, and the way to stop it."""
    if not (shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))):
        pytest.skip("PostgreSQL is not installed: sh tests/setup/postgresql.sh")
    running = postgresql()
    server = running.__enter__()
    ended = []

    def stop() -> None:
        if not ended:
            ended.append(running.__exit__(None, None, None))

    with psycopg.connect(f"postgresql://{USER}:{PASSWORD}@{server}") as connection:
        copied(connection, "deals", companies()["crm"]["crm_deals"])
    yield server, stop
    stop()


@pytest.fixture
def file(tmp_path) -> str:
    """A DuckDB file with visits of the web site."""
    path, rows = tmp_path / "web.duckdb", companies()["crm"]["crm_traffic"]
    with duckdb.connect(str(path)) as made:
        made.register("rows_of_arrow", rows)
        made.execute("create table traffic as from rows_of_arrow")
    return f"duckdb:///{path}"


def asked(page: Page, words: dict, url: str) -> None:
    """The form with that address, tested."""
    settle(page)
    address = page.get_by_label(words["address"], exact=True)
    if not address.is_visible():
        page.get_by_text(words["open"], exact=True).click()
    address.fill(url)
    address.press("Tab")
    settle(page)
    page.get_by_role("button", name=words["test"]).click()
    settle(page)


def chosen(page: Page, words: dict, table: str) -> None:
    page.locator("[class*='st-key-connect-table'] input").click()
    page.keyboard.type(table)
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name=words["now"]).click()
    expect(page.get_by_text(table, exact=True).first).to_be_visible(timeout=60_000)
    settle(page)


@pytest.mark.parametrize(("language", "locale"), [("en", "en-US"), ("id", "id-ID")])
def test_two_databases_give_one_answer_and_no_password_is_kept(
    browser, database, file, tmp_path, capfd, language, locale
):
    words, (server, stop) = WORDS[language], database
    folder = tmp_path / "workspaces"
    environment = {"HEADLIGHT_WORKSPACES": str(folder), "HEADLIGHT_CRM_PASSWORD": PASSWORD}
    with serving(**environment) as address, browser.new_context(locale=locale) as context:
        page = context.new_page()
        page.goto(address)
        settle(page)
        asked(page, words, f"postgresql://{USER}:{TYPED}@{server}")
        expect(page.locator("[data-testid='stAlert']")).to_contain_text("HEADLIGHT_DATABASE")
        assert TYPED not in page.content()
        assert page.get_by_label(words["address"], exact=True).input_value() == ""
        asked(page, words, f"postgresql://{USER}:${{HEADLIGHT_CRM_PASSWORD}}@{server}")
        chosen(page, words, "deals")
        page.wait_for_url("**/data*")
        asked(page, words, file)
        chosen(page, words, "traffic")
        assert faults(page) == []
        link = re.search(r"ws=[^&]+", page.url)[0]
        page.goto(f"{address}/indicators?{link}")
        settle(page)
        for name in words["given"]:
            search(page, name)
            expect(page.locator("strong").get_by_text(name, exact=True).first).to_be_visible()
        page.goto(f"{address}/lead-lag?{link}")
        cards(page).first.wait_for(timeout=90_000)
        stop()
        page.goto(f"{address}/data?{link}")
        settle(page)
        page.get_by_text("deals", exact=True).first.click()
        settle(page)
        expect(page.get_by_text(words["stopped"]).first).to_be_visible(timeout=60_000)
        shown = page.content()
    said = "".join(capfd.readouterr())
    kept = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    assert b"HEADLIGHT_CRM_PASSWORD" in kept
    for secret in (PASSWORD, TYPED):
        assert secret not in shown and secret not in said and secret.encode() not in kept


def test_a_file_of_parquet_is_connected_shows_its_indicators_and_is_refreshed(browser, tmp_path):
    words, path = WORDS["id"], tmp_path / "deals.parquet"
    rows = companies()["crm"]["crm_deals"]
    pq.write_table(rows.slice(0, rows.num_rows // 2), path)
    folder = str(tmp_path / "workspaces")
    with (
        serving(HEADLIGHT_WORKSPACES=folder) as address,
        browser.new_context(locale="id-ID") as context,
    ):
        page = context.new_page()
        page.goto(address)
        settle(page)
        asked(page, words, f"parquet://{path}")
        page.get_by_role("button", name=words["now"]).click()
        page.wait_for_url("**/data*")
        page.get_by_role("tab").nth(1).click()
        settle(page)
        expect(page.get_by_text(words["given"][0]).first).to_be_visible()
        link = re.search(r"ws=[^&]+", page.url)[0]
        before = told(page, f"{address}/explore?{link}&metric=deals_won")
        pq.write_table(rows, path)
        page.goto(f"{address}/data?{link}")
        settle(page)
        page.get_by_role("button", name=words["refresh"]).first.click()
        settle(page)
        assert faults(page) == []
        assert told(page, f"{address}/explore?{link}&metric=deals_won") != before


def told(page: Page, address: str) -> str:
    """What the explore page says of the last complete period."""
    page.goto(address)
    settle(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    return page.get_by_text(
        re.compile("Last complete period|Periode lengkap terakhir")
    ).inner_text()
