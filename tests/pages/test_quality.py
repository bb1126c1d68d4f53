"""The quality of a table on the Data page: scores, findings with place and remedy, totals."""

import pytest
from streamlit.testing.v1 import AppTest

from core.language import LANGUAGES
from core.tables import read

BODY = "Month,Leads,Calls\n" + "".join(
    f"2024-{m:02},{301 + 17 * m % 71},{903 + 29 * m % 97}\n" for m in range(1, 13)
)
FAULTY = BODY.replace("2024-07,", "2024-06,") + "TOTAL,1,2\n"


def page(content: str, language: str, today: str) -> None:
    """Shows one table as the Data page does."""
    from datetime import date

    import streamlit as st

    from core.tables import read
    from core.tables.quality import quality_of
    from pages.ui import quality_view

    st.query_params["lang"] = language.upper()
    table = read(content.encode(), "kpi.csv").tables[0]
    quality_view.show(quality_of(table, date.fromisoformat(today)), "kpi")


def shown(content: str, language: str = "en", today: str = "2025-01-10") -> AppTest:
    app = AppTest.from_function(page, default_timeout=60, args=(content, language, today))
    return app.run()


def words(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*app.markdown, *app.caption, *app.subheader])


def test_a_clean_table_says_so():
    app = shown(BODY)
    assert not app.exception
    assert "No fault was found" in words(app)
    assert [one.value for one in app.metric] == ["100 of 100", "Fresh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_stand_with_their_place_and_remedy(language):
    app = shown(FAULTY, language)
    assert not app.exception
    said = words(app)
    assert "C14" in said
    assert ("Check the formula" if language == "en" else "Periksa rumus") in said
    assert len(app.metric) == 2


def test_an_old_table_is_late_and_no_less_correct():
    old = shown(BODY, today="2026-01-10")
    assert [one.value for one in old.metric] == ["100 of 100", "Late"]


def test_the_sheets_own_totals_are_listed():
    assert len(read(FAULTY.encode(), "kpi.csv").tables[0].totals) == 2
    assert any("totals" in one.label for one in shown(FAULTY).expander)
