"""What next month's file changes, on screen: one sentence, lists, and a toggle for each rename."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.language import LANGUAGES


def page() -> None:
    import streamlit as st

    from core.tables.updates import compare
    from pages.ui import update_view
    from tests.core.tables.updates.made import BRANCH, LEADS, PERIOD, SALES, months, replaced, wide

    kinds = {
        "renamed": (wide(months(6)), wide(months(8), (PERIOD, BRANCH, replaced(LEADS), SALES))),
        "same": (wide(months(6)), wide(months(6))),
        "scaled": (wide(months(6)), wide(months(6, factor=0.001))),
        "long": (wide(months(6)), wide([*months(6), *months(40, first="2026-01")])),
        "corrected": (wide(months(6)), wide([(*months(1)[0][:3], 960.48), *months(6)[1:]])),
    }
    before, after = kinds[st.query_params["case"]]
    comparison = compare([before], [after])
    update_view.show(comparison, "k")
    st.json(update_view.renames(comparison, "k"))


def shown(case: str, language: str = "en") -> AppTest:
    app = AppTest.from_function(page, default_timeout=60)
    app.query_params["case"] = case
    app.query_params["lang"] = language.upper()
    return app.run()


def words(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*app.markdown, *app.caption, *app.error])


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", ["renamed", "same", "scaled", "long", "corrected"])
def test_every_kind_of_change_is_told(case, language):
    app = shown(case, language)
    assert not app.exception
    assert words(app)


def test_a_corrected_figure_is_told_before_and_now():
    said = words(shown("corrected")).replace("\\", "")
    assert "Jan 2025, “Omzet”: 1,000.5 → 960.48 (-4%). Cell D2." in said


def test_a_rename_is_accepted_until_it_is_switched_off():
    app = shown("renamed")
    assert app.json[0].value == '{"Prospek": "Leads"}'
    assert "2 new rows, 0 changed" in words(app).replace("\\", "")
    app.toggle[0].set_value(False).run()
    assert app.json[0].value == "{}"
    assert "1 new column: Prospek" in words(app).replace("\\", "") or "renamed" in words(app)


def test_what_must_not_be_put_together_says_why():
    app = shown("scaled")
    assert len(app.error) == 1 and "1,000 times smaller" in app.error[0].value.replace("\\", "")


def test_long_lists_are_folded_away():
    assert [one.proto.expanded for one in shown("long").expander] == [False]
    assert [one.proto.expanded for one in shown("renamed").expander] == [True]
