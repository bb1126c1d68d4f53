"""Answers of staff reach no figure but those of the page that protects them."""

import pytest
import streamlit as st

from tests.pages.test_journey import let_in, opened, started, words

SURVEY = (
    "Timestamp,Employee ID,Department,"
    "How likely are you to recommend us as a place to work? (0-10)\n"
    + "".join(f"2025-{1 + n % 6:02}-05,E{n}x,{'AB'[n % 2]},{n % 11}\n" for n in range(60))
).encode()
KPI = b"Month,Sales calls,Revenue\n" + b"".join(
    b"2025-%02d,%d,%d\n" % (m, 90 + m * m % 7, 500 + m) for m in range(1, 13)
)


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def test_no_indicator_of_ones_own_can_be_made_of_single_answers():
    app = opened(started("en"), "kpi.csv", KPI)
    app.switch_page("data.py").run()
    app = let_in(app.file_uploader(key="drop-1").upload("survey.csv", SURVEY, "text/csv").run())
    assert not app.exception
    app.switch_page("indicators.py").run()
    assert not app.exception
    offered = {one for box in app.selectbox for one in box.options}
    assert "Survey answers" not in offered and "Department" not in offered
    assert "Employee ID" not in words(app)
