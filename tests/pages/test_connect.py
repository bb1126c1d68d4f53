"""A database is connected from the page: tested, chosen, mapped, asked, refreshed, taken out."""

import logging
from pathlib import Path

import duckdb
import pytest
import streamlit as st

from core.language import LANGUAGES
from core.settings import settings
from pages.ui import session
from tests.pages.exports import deals
from tests.pages.test_journey import started, words

SAID = {
    "en": ("Address", "Test the connection", "Connect this table", "As of ", "Disconnect"),
    "id": ("Alamat", "Uji koneksi", "Hubungkan tabel ini", "Per ", "Lepaskan"),
}
PASSWORD = "hunter2-and-more"


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def url(tmp_path) -> str:
    (tmp_path / "deals.csv").write_bytes(deals())
    with duckdb.connect(str(tmp_path / "crm.duckdb")) as database:
        database.execute(f"create table deals as from '{tmp_path}/deals.csv'")
        database.execute("create table odd as select range as a, 'x' as b from range(50)")
    return f"duckdb:///{tmp_path}/crm.duckdb"


def press(app, label: str):
    return next(one for one in app.button if one.label == label).click().run(timeout=120)


def probed(url: str, language: str = "en", app=None):
    app = app or started(language)
    address, test, *_ = SAID[language]
    next(one for one in app.text_input if one.label == address).set_value(url)
    return press(app, test)


def connected(url: str, language: str = "en", table: str = "deals", app=None):
    app = probed(url, language, app)
    app.selectbox(key="connect-table").set_value(table).run()
    return press(app, SAID[language][2])


def now(app):
    """The open workspace."""
    (id,) = (
        app.query_params["ws"]
        if isinstance(app.query_params["ws"], list)
        else [app.query_params["ws"]]
    )
    return session.store().open(id)


def again(app, language: str = "en"):
    """The same workspace as a new visitor finds it."""
    later = started(language)
    later.query_params["ws"] = now(app).id
    return later.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_table_gives_indicators_on_every_page_and_outlives_a_reload(url, language):
    app = connected(url, language)
    assert not app.exception and not app.error
    said = words(app)
    assert "**deals**" in said and SAID[language][3] in said and "crm\\.duckdb" in said
    fields = {str(one.key): one.value for one in app.selectbox}
    assert any("field-" in key and value == "amount" for key, value in fields.items())
    app = again(app, language).switch_page("explore.py")
    app.query_params["metric"] = "revenue"
    app.run(timeout=120)
    assert not app.exception and not app.error
    assert "#### 7" in words(app).replace("\\", "")  # 3 branches x 100 x the 26th month
    for page in ("indicators.py", "lead_lag.py", "share.py", "home.py"):
        app.switch_page(page).run(timeout=120)
        assert not app.exception and not app.error


def test_its_words_and_groups_are_those_of_all_rows(url):
    app = connected(url)
    app.session_state[f"about-{now(app).state.connections[0].id}"] = "Indicators"
    app.run(timeout=120)
    boxes = {str(one.key): one.value for one in app.selectbox}
    assert any("outcome-" in key and value == "won" for key, value in boxes.items())
    app.switch_page("lead_lag.py").run(timeout=120)
    over = next(one for one in app.selectbox if one.label == "Over segments of")
    assert "Branch" in over.options


def test_what_the_person_says_of_a_column_counts(url):
    app = connected(url)
    box = next(one for one in app.selectbox if str(one.key).endswith("-Amount-amount"))
    box.set_value("ignore").run(timeout=120)
    assert not app.exception
    app.switch_page("explore.py").run(timeout=120)
    shown = next(one for one in app.selectbox if one.label == "Indicator")
    assert "Revenue" not in shown.options and "Deals won" in shown.options


def test_a_table_of_no_kind_known_is_said_and_can_be_told(url):
    app = connected(url, table="odd")
    assert not app.exception
    assert any("not clear" in one.value for one in app.warning)
    assert any(one.label == "This table holds" for one in app.selectbox)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_password_is_refused_and_stays_nowhere(language, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    app = probed(f"postgresql://ayu:{PASSWORD}@127.0.0.1:1/crm", language)
    assert len(app.error) == 1
    assert "HEADLIGHT" in app.error[0].value
    address = next(one for one in app.text_input if one.label == SAID[language][0])
    assert not address.value
    app.run()
    held = [repr(one) for one in (*app.main, app.query_params, app.session_state)]
    assert PASSWORD not in words(app) + "".join(held) + caplog.text
    assert not any(PASSWORD in part for part in capfd.readouterr())
    assert not any(PASSWORD.encode() in one.read_bytes() for one in kept())


def kept() -> list[Path]:
    folder = settings().workspaces.expanduser()
    return [one for one in folder.rglob("*") if one.is_file()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_reached_is_said_and_the_address_stays(language):
    app = probed("postgresql://127.0.0.1:1/crm", language)
    assert not app.exception
    assert "127" in app.error[0].value
    address = next(one for one in app.text_input if one.label == SAID[language][0])
    assert address.value


def test_a_source_that_is_gone_is_said_everywhere_until_it_is_left_out(url, tmp_path):
    app = connected(url)
    app.switch_page("home.py").run()
    drop = next(one for one in app.file_uploader if str(one.key).startswith("drop-"))
    drop.upload("more.csv", b"Month,Visits\n2023-01,5\n2023-02,6\n", "text/csv").run(timeout=120)
    (tmp_path / "crm.duckdb").rename(tmp_path / "elsewhere.duckdb")
    app = again(app)
    for page in ("indicators.py", "explore.py", "lead_lag.py"):
        app.switch_page(page).run(timeout=120)
        assert not app.exception
        assert any("no such file" in one.value for one in app.error)
    app.switch_page("data.py").run(timeout=120)
    files = next(one for one in app.segmented_control if one.key == "file")
    files.set_value(now(app).state.connections[0].id).run()
    next(one for one in app.toggle if one.label == "Use this table").set_value(False).run()
    app.switch_page("indicators.py").run(timeout=120)
    assert not app.exception and not app.error
    (tmp_path / "elsewhere.duckdb").rename(tmp_path / "crm.duckdb")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_asked_afresh_and_taken_out_and_brought_back(url, language, tmp_path):
    app = connected(url, language)
    with duckdb.connect(str(tmp_path / "crm.duckdb")) as database:
        database.execute("update deals set Amount = 2 * Amount")
    shown = []
    for _ in range(2):
        shown.append(words(app.switch_page("explore.py").run(timeout=120)))
        app.switch_page("data.py").run(timeout=120)
        next(one for one in app.button if str(one.key).startswith("refresh-")).click().run()
    assert shown[0] != shown[1]
    press(app, SAID[language][4])
    assert not app.exception
    store, id = session.store(), now(app).id
    assert store.open(id).state.connections == ()
    app.switch_page("share.py").run()
    back = [one for one in app.button if str(one.key).startswith("back-")]
    back[0].click().run()
    assert len(store.open(id).state.connections) == 1


def test_a_hosted_server_offers_what_it_lists_and_takes_no_address(url, monkeypatch):
    changed = {**settings().__dict__, "hosts": ("app.example",), "connections": {}}
    monkeypatch.setattr(settings(), "__dict__", changed)
    app = started()
    assert not any(one.label == "Address" for one in app.text_input)
    assert "lists no database" in words(app)
    changed["connections"] = {"CRM": url}
    app.run()
    assert not any(one.label == "Address" for one in app.text_input)
    press(app, "Test the connection")
    app.selectbox(key="connect-table").set_value("deals").run()
    press(app, "Connect this table")
    assert not app.exception and not app.error
    assert "deals (CRM)" in words(app).replace("\\", "")
    assert "duckdb" not in words(app)
