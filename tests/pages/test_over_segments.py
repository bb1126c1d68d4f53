"""Leads looked for over the segments of a column."""

import numpy as np
import pandas as pd
import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.test_journey import opened, started, words

OVER = {"en": "Over segments of", "id": "Menurut segmen"}


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def branches() -> bytes:
    """Visits come one month before sales in two branches, and with the other sign in the third."""
    rng, parts = np.random.default_rng(5), []
    for name, sign in (("Jakarta", 1), ("Medan", 1), ("Bandung", -1)):
        visits = rng.normal(100, 15, 37)
        sales = 500 + sign * 3 * (visits[:-1] - 100) + rng.normal(0, 5, 36)
        months = pd.period_range("2022-01", periods=36, freq="M").astype(str)
        parts.append(pd.DataFrame({"Bulan": months, "Cabang": name}))
        parts[-1]["Kunjungan"], parts[-1]["Omzet"] = visits[1:].round(1), sales.round(1)
    return pd.concat(parts).to_csv(index=False).encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_segments_answer_together_and_those_that_disagree_are_named(language):
    app = opened(started(language), "cabang.csv", branches()).switch_page("lead_lag.py").run()
    box = next(one for one in app.selectbox if one.label == OVER[language])
    box.set_value("Cabang").run(timeout=120)
    assert not app.exception and not app.error
    assert ":material/call_split:" in words(app) and "Bandung" in words(app)
    app.switch_page("data.py").run()
    app.switch_page("lead_lag.py").run()
    again = next(one for one in app.selectbox if one.label == OVER[language])
    assert again.value == "Cabang"
    next(one for one in app.button if str(one.key).startswith("open-")).click().run()
    assert not app.exception
    assert {"en": "Segments", "id": "Segmen"}[language] in {tab.label for tab in app.tabs}
