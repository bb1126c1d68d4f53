"""What a file of records makes possible, which column is missing, what its words mean."""

import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.exports import deals
from tests.pages.test_journey import opened, started, words

TAB = {"en": "Indicators", "id": "Indikator"}
WITHOUT_AMOUNT = b"\n".join(line.rsplit(b",", 1)[0] for line in deals().splitlines())


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def on_tab(language: str, content: bytes):
    app = opened(started(language), "deals.csv", content).switch_page("data.py").run()
    app.session_state["about"] = TAB[language]
    return app.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_indicators_and_the_missing_column_are_named(language):
    app = on_tab(language, WITHOUT_AMOUNT)
    assert not app.exception
    said = words(app)
    won, revenue, amount, orders = {
        "en": ("Deals won", "Revenue", "**Deal value**", "**Orders**"),
        "id": ("Transaksi menang", "Pendapatan", "**Nilai transaksi**", "**Pesanan**"),
    }[language]
    assert won in said and revenue in said and amount in said and orders in said


def test_the_column_said_to_be_the_missing_one_makes_more_possible():
    content = deals().replace(b",Amount", b",Zqx", 1)
    app = on_tab("en", content)
    missing = [one for one in app.selectbox if str(one.key).startswith("missing-")]
    if missing:  # the reader may know the column by its values alone
        missing[0].set_value("Zqx").run()
    assert not app.exception
    assert "Revenue" in words(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_is_not_known_is_asked_and_its_answer_counts(language):
    app = on_tab(language, deals(words=("Deal!", "Lost")))
    box = next(one for one in app.selectbox if str(one.key).startswith("outcome-"))
    assert box.value is None
    box.set_value("won").run()
    assert not app.exception
    app.switch_page("explore.py")
    app.query_params["metric"] = "deals_won"
    app.run()
    assert not app.exception and not app.warning
    assert "#### 3" in words(app)
