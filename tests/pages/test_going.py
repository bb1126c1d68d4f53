"""A survey at the door: what goes of it is seen first, and its answers are shown to nobody."""

import pytest
import streamlit as st

from core.language import LANGUAGES
from pages.ui import session
from tests.pages.test_journey import let_in, started, words

SURVEY = (
    "Timestamp,Email,Name,Team,How likely are you to recommend us? (0-10),Why?\n"
    + "".join(
        f"2025-03-{n + 1:02},p{n}@firm.example,Zubaidah {n},{'AB'[n % 2]},{n % 11},owing to {n}\n"
        for n in range(20)
    )
).encode()
TALKS = (
    b"Employee,Met with,Date,Team,Minutes,Notes\n"
    b"Andi,Budi,2025-03-03,North,55,wants a raise\nSiti,Budi,2025-03-24,North,60,fine\n"
)


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def dropped(language="en", name="survey.csv", content=SURVEY):
    app = started(language).file_uploader(key="drop-0").upload(name, content, "text/csv").run()
    assert not app.exception
    return app


def seen(app) -> str:
    frames = (getattr(one.value, "data", one.value) for one in app.dataframe)
    return words(app) + "".join(one.to_string() for one in frames)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_that_name_people_are_seen_before_anything_is_kept(language):
    app = dropped(language)
    assert "**Email**" in words(app) and "**Name**" in words(app)
    (waiting,) = app.session_state["waiting"]
    assert b"@firm.example" not in waiting.content
    assert not session.store().open(app.session_state["workspace"].id).state.datasets
    app = let_in(app)
    assert not app.exception
    named = app.query_params["ws"]
    state = session.store().open(named if isinstance(named, str) else named[0]).state
    assert state.datasets[0].newest.gone == ("Email", "Name")


def test_a_survey_left_out_leaves_nothing_behind():
    app = dropped()
    id = app.session_state["workspace"].id
    next(one for one in app.button if str(one.key).startswith("dismiss-")).click().run()
    assert not app.exception
    assert all(one.id != id for one in session.store().recent())


def test_the_data_page_shows_columns_and_counts_and_no_answer():
    app = let_in(dropped())
    app.switch_page("data.py").run()
    assert not app.exception
    assert "Single answers are never shown" in words(app)
    assert "Email, Name" in words(app).replace("\\", "")
    for tab in ("Sheet", "Columns", "Indicators", "Quality", "Uploads"):
        app.session_state["about"] = tab
        app.run()
        assert not app.exception
        assert "owing to 3" not in seen(app) and "Zubaidah" not in seen(app)


def test_what_a_next_export_changes_is_counted_without_an_answer():
    app = let_in(dropped())
    longer = SURVEY + b"2025-06-01,q1@firm.example,Zainab,A,3,owing to Zainab\n"
    app.switch_page("data.py").run()
    app = app.file_uploader(key="drop-1").upload("survey.csv", longer, "text/csv").run()
    assert not app.exception and "1 new row" in words(app)
    assert "Zainab" not in seen(app) and "owing" not in seen(app)


def test_notes_of_one_on_ones_go_and_the_card_says_so():
    app = dropped(name="talks.csv", content=TALKS)
    assert "tells of one-on-ones" in words(app) and "2 notes" in words(app)
    app = let_in(app)
    assert not app.exception
    app.switch_page("data.py").run()
    assert "Andi" in seen(app) and "raise" not in seen(app)


def test_one_on_ones_among_open_activities_are_offered_and_taken_in_by_a_click():
    rows = "".join(
        f"A{n},{'1:1' if n % 3 else 'Call'},2025-03-{n:02},Budi,Person {n}\n" for n in range(1, 20)
    )
    content = ("Activity ID,Type,Date,Owner,Contact\n" + rows).encode()
    app = dropped(name="activities.csv", content=content)
    app.switch_page("people.py")
    app.session_state["people"] = "One-on-ones"
    app.run()
    assert not app.exception and "13 one-on-ones" in words(app).replace("\\", "")
    next(one for one in app.button if str(one.key).startswith("talks-found")).click().run()
    assert not app.exception
    assert not [one for one in app.button if str(one.key).startswith("talks-found")]
    assert len(app.session_state["workspace"].state.one_on_ones.meetings) == 13


def test_the_sample_of_a_survey_stands_on_the_start():
    app = started("en")
    assert app.button(key="sample-staff").label == "Open this sample"


def test_a_file_of_figures_is_taken_in_at_once():
    app = dropped(name="kpi.csv", content=b"Month,Calls,Revenue\n2025-01,1,2\n2025-02,3,4\n")
    assert not app.session_state["waiting"]
