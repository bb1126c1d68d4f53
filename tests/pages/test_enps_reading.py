"""How a survey is read can be said on the page, in the words of the page."""

import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.test_enps import at_enps, said
from tests.pages.test_people import button, state

ASKED = "How likely are you to recommend us as a place to work? (0-10)"
AGAIN = {"en": "Read it so", "id": "Baca seperti ini"}


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def survey(head: str, cells, n: int = 24) -> bytes:
    rows = [f"2025-03-{at + 1:02d},{cells(at)},{9 - at % 4},AB"[:-1] for at in range(n)]
    return "\n".join([f"Timestamp,{head},{ASKED},Team", *rows]).encode()


def keyed(app, start: str):
    every = [*app.selectbox, *app.toggle]
    return next(one for one in every if str(one.key).startswith(start))


@pytest.mark.parametrize("language", LANGUAGES)
def test_waves_in_no_order_are_settled_on_the_page(language):
    app = at_enps(language, survey("Wave", lambda at: ("spring", "autumn")[at % 2]))
    assert "--" not in said(app) and "spring" in said(app)
    keyed(app, "enps-waves").set_value("one")
    button(app, AGAIN[language]).click().run()
    assert not app.exception
    (kept,) = state(app).surveys.said.values()
    assert kept.waves == "one"
    app.button(key="enps-scale-confirm").click().run()
    assert not app.exception and not app.error and "24" in said(app)


def test_a_column_that_names_nobody_is_said_on_the_page():
    app = at_enps("en", survey("Employee ID", lambda at: f"K{at % 3}x"))
    assert "again and again" in said(app) and "--" not in said(app)
    keyed(app, "enps-person").set_value(False)
    button(app, AGAIN["en"]).click().run()
    assert not app.exception
    (kept,) = state(app).surveys.said.values()
    assert kept.alone and "again and again" not in said(app)


def test_the_question_is_chosen_on_the_page():
    head = ASKED.replace(" (0-10)", "")
    content = survey("Note", lambda at: "x").decode().replace(ASKED, f"{head} Mood,{head} Work")
    app = at_enps("en", content.replace(",A\n", ",7,A\n").encode())
    assert not app.exception and "--" not in said(app)


def test_how_it_was_read_can_be_changed_before_a_wave_is_closed():
    app = at_enps("en", survey("Note", lambda at: "x"))
    assert any(one.label.startswith("Read as 1 wave") for one in app.expander)
    keyed(app, "enps-waves").set_value("week")
    button(app, AGAIN["en"]).click().run()
    assert not app.exception
    assert any("4 waves" in one.label or "5 waves" in one.label for one in app.expander)
