"""What followed a date, asked on screen: with a comparison, without, and written down."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.test_journey import opened, started, words

TREATED = ("Medan", "Solo", "Palu")
OTHERS = ("Bandung", "Jambi", "Kudus", "Malang", "Serang")
WHEN = date(2023, 9, 1)
SAYS = {
    "en": ("Higher than expected", "No evidence", "nothing to compare with", "other dates give"),
    "id": ("Lebih tinggi dari perkiraan", "Tidak ada bukti", "pembanding", "tanggal lain memberi"),
}


def figures(effect: float = 0.25, months: int = 48) -> bytes:
    """Monthly revenue of eight branches; what was new from September 2023 on is for three."""
    rng, rows = np.random.default_rng(3), []
    periods = pd.period_range("2021-01", periods=months, freq="M")
    for place, branch in enumerate((*TREATED, *OTHERS)):
        for at, period in enumerate(periods):
            new = effect if branch in TREATED and period.start_time.date() >= WHEN else 0.0
            season = 0.2 * np.sin(2 * np.pi * at / 12)
            value = (400 + 90 * place) * np.exp(season + 0.01 * at + rng.normal(0, 0.05))
            rows.append(f"{period.start_time.date()},{branch},{value * (1 + new):.0f}")
    return "\n".join(["Month,Branch,Revenue", *rows]).encode()


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def on_page(language: str = "en", content: bytes = figures()):
    app = opened(started(language), "branches.csv", content)
    return app.switch_page("impact.py").run()


def asked(app, treated=TREATED):
    app.date_input(key="impact-day").set_value(WHEN).run()
    app.selectbox(key="impact-over").set_value("Branch").run()
    return app.multiselect(key="impact-treated-Branch").set_value(list(treated)).run()


def said(app) -> str:
    told = [words(app), *(one.value for one in app.warning)]
    return "\n".join(told).replace("\\", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_planted_is_found_beside_groups_proposed_for_comparison(language):
    app = asked(on_page(language))
    assert not app.exception
    assert SAYS[language][0] in said(app) and SAYS[language][3] in said(app)
    beside = next(one for one in app.multiselect if "beside" in one.key)
    assert beside.value and set(beside.value) <= set(OTHERS)
    assert len(app.get("plotly_chart")) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_was_planted_there_is_no_evidence(language):
    app = asked(on_page(language, figures(0.0)))
    assert not app.exception
    assert SAYS[language][1] in said(app)


def test_until_a_day_is_chosen_the_page_asks_for_one():
    app = on_page()
    assert not app.exception
    assert "Choose something that happened" in said(app)


def test_a_day_too_early_says_what_is_missing():
    app = on_page()
    app.date_input(key="impact-day").set_value(date(2021, 5, 1)).run()
    assert not app.exception
    assert "Only 4 periods before this date are known; 12 are needed." in said(app)


def test_without_a_comparison_a_change_is_never_called_an_effect():
    app = on_page(content=figures(0.6))
    app.date_input(key="impact-day").set_value(WHEN).run()
    assert not app.exception
    assert "Change, not effect" in said(app)
    assert "expected" not in said(app).split("Change, not effect")[1][:200]


def test_a_decision_is_kept_with_the_answer_it_was_taken_on():
    app = asked(on_page())
    app.text_area(key="decided").set_value("Train the other branches too")
    app.button(key="decide").click().run()
    assert not app.exception
    (note,) = app.session_state["workspace"].state.notes
    assert note.text.startswith("Train the other branches too")
    assert "was followed by higher Revenue" in note.text and note.on is None
