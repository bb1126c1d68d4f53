"""The columns of a file and their meaning, on the data page: shown with reasons, put right."""

import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.test_journey import opened, started

DEALS = "Deal ID,Nama Proyek,Tgl Masuk,Tgl Closing,Status,Nominal\n" + "\n".join(
    f"D-{i},Proyek {i},2025-01-{i:02d},2025-02-{i:02d},{'Won' if i % 2 else 'Lost'},{i}000"
    for i in range(1, 20)
)


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def on_data_page(language: str):
    app = opened(started(language), "deals.csv", DEALS.encode()).switch_page("data.py").run()
    app.session_state["about"] = "Columns" if language == "en" else "Kolom"
    return app.run()


def kind_box(app):
    return next(one for one in app.selectbox if (one.key or "").startswith("kind-"))


def field_box(app, column: str):
    return next(one for one in app.selectbox if f"-{column}-" in (one.key or ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_and_every_column_are_shown_in_plain_words(language):
    app = on_data_page(language)
    assert not app.exception
    assert kind_box(app).value == "deals"
    words = {"en": "Close date", "id": "Tanggal tutup"}[language]
    closing = field_box(app, "Tgl Closing")
    assert closing.options[closing.index] == words


def test_another_kind_can_be_said_and_stays_said():
    app = on_data_page("en")
    kind_box(app).set_value("orders").run()
    assert not app.exception
    assert kind_box(app).value == "orders"


def test_another_meaning_of_a_column_can_be_said_and_stays_said():
    app = on_data_page("en")
    field_box(app, "Tgl Masuk").set_value("ignore").run()
    assert not app.exception
    assert field_box(app, "Tgl Masuk").value == "ignore"
