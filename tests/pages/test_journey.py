"""The pages run by themselves, in both languages, without a browser."""

import json
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.__main__ import main
from core.language import LANGUAGES
from core.worlds.samples import EXPORTED, SAMPLES
from tests.journeys.workbooks import bad_files, decimal_comma_csv

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
PAGES = (
    "home.py",
    "data.py",
    "indicators.py",
    "explore.py",
    "enablement.py",
    "lead_lag.py",
    "impact.py",
    "people.py",
    "share.py",
)


def started(language: str = "en") -> AppTest:
    """The app as a visitor with that link finds it."""
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params["lang"] = language.upper()
    return app.run()


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()
    st._config.set_option("client.showErrorDetails", "full")


@pytest.fixture
def app():
    return started()


def opened(app: AppTest, name: str, content: bytes) -> AppTest:
    return let_in(app.file_uploader(key="drop-0").upload(name, content, "text/csv").run())


def let_in(app: AppTest) -> AppTest:
    """A file that names people waits until what goes of it has been seen."""
    for one in app.button:
        if str(one.key).startswith("accept-") and not app.exception:
            return one.click().run()
    return app


def words(app: AppTest) -> str:
    elements = [*app.markdown, *app.title, *app.caption, *app.error, *app.info]
    return "\n".join(str(element.value) for element in elements)


def test_a_language_the_browser_does_not_ask_for_stays_in_the_address():
    app = started("id")
    app.button(key=f"sample-{SAMPLES[0].file}").click().run()
    assert not app.exception and "ID" in app.query_params["lang"]
    app.segmented_control(key="lang").set_value("EN").run()
    assert not app.exception and "lang" not in app.query_params


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stands_before_anything_is_open(page, language):
    app = started(language).switch_page(page).run()
    assert not app.exception
    assert words(app)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_each_sample_goes_straight_to_its_answer(app, sample):
    app.button(key=f"sample-{sample.file}").click().run()
    assert not app.exception
    assert not app.error
    assert any(button.key.startswith("open-") for button in app.button)
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception


@pytest.mark.parametrize("sample", EXPORTED, ids=lambda sample: sample.id)
def test_each_sample_of_exports_goes_straight_to_its_answer(app, sample):
    app.button(key=f"sample-{sample.id}").click().run(timeout=180)
    assert not app.exception
    assert not app.error
    assert any(str(button.key).startswith("open-") for button in app.button)


def test_a_dropped_file_goes_to_the_data_page(app):
    opened(app, "rekap.csv", decimal_comma_csv())
    assert not app.exception
    assert [title.value for title in app.title] == ["Data"]


@pytest.mark.parametrize(("name", "content"), bad_files(), ids=[name for name, _ in bad_files()])
def test_a_bad_file_is_refused_in_words(app, name, content):
    opened(app, name, content)
    assert not app.exception
    assert len(app.error) == 1


def test_no_word_of_a_file_acts_as_markdown(app):
    hostile = "![x](http://example.com/a.png) **Pendapatan** <b>"
    content = decimal_comma_csv().decode("cp1252").replace("Pendapatan", hostile, 1)
    opened(app, "a.csv", content.encode())
    app.switch_page("indicators.py").run()
    assert not app.exception
    assert "![x](" not in words(app)


def test_no_name_of_a_file_acts_as_markdown_where_one_is_picked(app):
    hostile = "![x](http:__example.com_a.png).csv"
    drop = app.file_uploader(key="drop-0")
    drop.upload(hostile, decimal_comma_csv(), "text/csv")
    drop.upload("b.csv", b"Kota,Nilai\nMedan,5\nBandung,6\n", "text/csv").run()
    picker = next(one for one in app.segmented_control if one.key == "file")
    assert any("x" in option for option in picker.options)
    assert not any("![x](" in option for option in picker.options)


def test_the_role_a_person_picks_is_kept(app):
    opened(app, "rekap.csv", decimal_comma_csv())
    app.switch_page("indicators.py").run()
    picker = next(one for one in app.segmented_control if str(one.key).startswith("role-"))
    picker.set_value("neither").run()
    app.switch_page("data.py").run()
    app.switch_page("indicators.py").run()
    again = next(one for one in app.segmented_control if one.key == picker.key)
    assert again.value == "neither"


@pytest.mark.parametrize("sample", SAMPLES[:2], ids=lambda sample: sample.file)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_says_what_the_command_line_says(capsys, sample, language):
    app = started(language)
    app.button(key=f"sample-{sample.file}").click().run()
    said = words(app).replace("\\", "")
    path = SHELL.parents[1] / "sample_data" / sample.file
    assert main(["lead-lag", str(path), "--json", "--language", language]) == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert len(pairs) > 3
    for pair in pairs:
        assert pair["sentence"] in said
        assert pair["spreadsheet"]["sentence"] in said
