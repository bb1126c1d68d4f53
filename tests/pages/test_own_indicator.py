"""A person's own indicator: defined, tried, kept, changed and deleted in the browser."""

import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.exports import deals
from tests.pages.test_journey import opened, started, words

LABELS = {
    "en": ("Name", "Rows of", "How", "Of which column", "By which date", "Keep this indicator"),
    "id": ("Nama", "Baris dari", "Caranya", "Dari kolom mana", "Menurut tanggal yang mana",
           "Simpan indikator ini"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def on_indicators(language: str = "en"):
    return opened(started(language), "deals.csv", deals()).switch_page("indicators.py").run()


def labelled(elements, label: str):
    return next(one for one in elements if one.label == label)


def defined(app, language: str = "en", name: str = "Biaya besar"):
    label = LABELS[language]
    labelled(app.text_input, label[0]).set_value(name).run()
    labelled(app.selectbox, label[1]).set_value("deals").run()
    labelled(app.selectbox, label[2]).set_value("sum").run()
    labelled(app.selectbox, label[3]).set_value("Amount").run()
    labelled(app.selectbox, label[4]).set_value("Closed Date").run()
    return app


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tried_before_it_is_kept_and_then_on_the_panel(language):
    app = defined(on_indicators(language), language)
    assert not app.exception
    assert '--define "Biaya besar = sum(Amount) in deals by Closed Date"' in app.code[0].value
    labelled(app.button, LABELS[language][5]).click().run()
    assert not app.exception
    assert "**Biaya besar**" in words(app)
    app.switch_page("explore.py").run()
    assert "Biaya besar" in app.selectbox[0].options


def test_a_condition_that_cannot_be_compared_is_said_in_the_form():
    app = defined(on_indicators())
    labelled(app.selectbox, "Only rows where (optional)").set_value("Amount").run()
    labelled(app.text_input, "Value").set_value("many").run()
    assert not app.exception
    assert "many" in app.error[0].value
    assert not any(one.label == "Keep this indicator" for one in app.button)


def test_the_name_of_another_indicator_is_refused():
    app = defined(on_indicators(), name="Revenue")
    assert not app.exception
    assert "Revenue" in app.error[0].value


def test_it_is_changed_and_deleted():
    app = defined(on_indicators())
    labelled(app.button, "Keep this indicator").click().run()
    labelled(app.selectbox, "A new one, or change one").set_value("biaya_besar").run()
    labelled(app.text_input, "Name").set_value("Biaya kecil").run()
    labelled(app.button, "Keep this indicator").click().run()
    assert "**Biaya kecil**" in words(app) and "**Biaya besar**" not in words(app)
    labelled(app.selectbox, "A new one, or change one").set_value("biaya_kecil").run()
    labelled(app.button, "Delete “Biaya kecil”").click().run()
    assert not app.exception
    assert "**Biaya kecil**" not in words(app)


def test_one_indicator_divided_by_another():
    app = on_indicators()
    labelled(app.text_input, "Name").set_value("Revenue per won deal").run()
    labelled(app.segmented_control, "What it is").set_value("ratio").run()
    labelled(app.selectbox, "This indicator").set_value("revenue").run()
    labelled(app.selectbox, "divided by").set_value("deals_won").run()
    assert not app.exception
    assert "Jan 2023: 100" in words(app).replace("\\", "")
