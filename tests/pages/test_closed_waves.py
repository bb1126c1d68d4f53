"""Waves are closed before they are shown: past ones at once, the running one when it is said."""

from datetime import UTC, datetime, timedelta

import pytest
import streamlit as st

from core.language import LANGUAGES
from pages.ui import session
from tests.pages.test_enps import said, tables
from tests.pages.test_journey import opened, started
from tests.pages.test_people import state

ASKED = "How likely are you to recommend us as a place to work? (0-10)"
PAST = [datetime(2025, 2, 3, 9), datetime(2025, 5, 5, 9)]


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def answers(begun: datetime, n: int = 30) -> list[str]:
    """One each hour: the north gives 9 and 10, the south 3 to 8."""
    return [
        f"{begun + timedelta(hours=at):%Y-%m-%d %H:%M:%S},{('South', 'North')[at % 2]},"
        f"{9 + at % 4 // 2 if at % 2 else 3 + at % 6},{1 + at % 5}"
        for at in range(n)
    ]


def survey(*waves: "list[str]", asked: str = ASKED) -> bytes:
    lines = [f"Timestamp,Team,{asked},I can grow here", *(row for one in waves for row in one)]
    return "\n".join(lines).encode()


def at_people(content: bytes, language: str = "en", tab: str = "eNPS"):
    app = opened(started(language), "survey.csv", content)
    app.switch_page("people.py")
    app.session_state["people"] = tab
    app.run()
    assert not app.exception
    return app


def confirmed(app):
    app.button(key="enps-scale-confirm").click().run()
    assert not app.exception
    return app


def brought(app, content: bytes):
    """Later answers, taken into the survey that is open."""
    id = app.query_params["ws"]
    store, id = session.store(), id if isinstance(id, str) else id[0]
    store.accept(id, store.arrive(store.open(id), "survey.csv", content), content)
    app.run()
    assert not app.exception
    return app


def closed(app) -> list[str]:
    return [one.wave for one in state(app).surveys.closed]


def told(app) -> str:
    return said(app) + "\n".join(one.value for one in (*app.caption, *app.info)).replace("\\", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_past_waves_are_closed_once_the_scale_is_confirmed_and_shown_at_once(language):
    app = at_people(survey(*map(answers, PAST)), language)
    assert closed(app) == [] and not app.dataframe
    confirmed(app)
    assert closed(app) == ["2025-Q1", "2025-Q2"]
    assert {"en": "Closed on", "id": "Ditutup pada"}[language] in told(app)
    assert {"en": "with 30 answers", "id": "dengan 30 jawaban"}[language] in told(app)
    assert "wave-close" not in [one.key for one in app.button]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wave_that_still_runs_is_shown_only_once_it_is_closed_by_hand(language):
    running = answers(datetime.now(UTC) - timedelta(hours=30))
    app = confirmed(at_people(survey(running), language))
    assert closed(app) == [] and not app.dataframe
    assert {"en": "30 answers so far", "id": "sejauh ini 30 jawaban"}[language] in told(app)
    app.button(key="wave-close").click().run()
    assert not app.exception and closed(app) == [""]
    assert "wave-close" not in [one.key for one in app.button]
    assert len(app.dataframe)


def test_late_answers_are_told_without_a_number_below_five_and_change_no_figure():
    app = confirmed(at_people(survey(*map(answers, PAST))))
    before, late = tables(app), answers(PAST[1] + timedelta(minutes=30), 6)
    brought(app, survey(*map(answers, PAST), late[:2]))
    assert "Some answers came after this wave was closed; they are not counted." in told(app)
    assert "2 answers" not in told(app) and tables(app) == before
    brought(app, survey(*map(answers, PAST), late))
    assert "6 answers came after this wave was closed; they are not counted." in told(app)
    assert tables(app) == before and closed(app) == ["2025-Q1", "2025-Q2"]
    brought(app, survey(*map(answers, PAST), late, answers(datetime(2025, 8, 4, 9))))
    assert closed(app) == ["2025-Q1", "2025-Q2", "2025-Q3"]


def test_a_wave_of_four_answers_stays_open_and_hidden():
    waves = [("Q1 2025", row) for row in answers(PAST[0])]
    waves += [("Q3 2025", row) for row in answers(datetime(2025, 8, 4, 9), 4)]
    lines = [f"{wave},{row}" for wave, row in waves]
    content = "\n".join([f"Wave,Timestamp,Team,{ASKED},I can grow here", *lines]).encode()
    app = confirmed(at_people(content))
    assert closed(app) == ["2025-Q1"]
    hidden = "2025-Q3: Hidden: fewer than 5 answers. It opens in a wave with 5 or more."
    assert hidden in told(app)


def test_the_pulse_waits_for_the_scale_and_then_shows_closed_waves_only():
    app = at_people(survey(*map(answers, PAST)), tab="Pulse")
    assert "Confirm the scale of the survey in the tab eNPS" in told(app)
    assert closed(app) == []
    app.session_state["people"] = "eNPS"
    confirmed(app.run())
    app.session_state["people"] = "Pulse"
    app.run()
    assert "I can grow here" in tables(app) and "Closed on" in told(app)


def test_a_survey_without_a_question_on_recommending_is_closed_without_enps():
    words = "I have what I need"
    content = survey(*map(answers, PAST), asked=words).replace(b",10,", b",5,")
    low = "\n".join(
        ",".join([*line.split(",")[:2], str(1 + at % 5), line.split(",")[3]]) if at else line
        for at, line in enumerate(content.decode().splitlines())
    )
    app = at_people(low.encode(), tab="Pulse")
    app.button(key="wave-close-unscored").click().run()
    assert not app.exception and closed(app) == ["2025-Q1", "2025-Q2"]
    assert "I can grow here" in tables(app) and words in tables(app)
    app.session_state["people"] = "eNPS"
    app.run()
    assert not app.exception and "This survey was closed without eNPS" in told(app)


def kept_apart(app, content: bytes):
    """The file as a data set of its own, whatever it continues."""
    id = app.query_params["ws"]
    store, id = session.store(), id if isinstance(id, str) else id[0]
    now = store.open(id)
    store.accept(id, store.arrive(now, "again.csv", content).apart(), content)
    app.run()
    assert not app.exception
    return app


def test_the_same_answers_brought_as_another_survey_are_not_shown_a_second_time():
    app = confirmed(at_people(survey(*map(answers, PAST))))
    kept = state(app).surveys.closed
    later = survey(*map(answers, PAST), answers(PAST[1] + timedelta(minutes=30), 6))
    kept_apart(app, later)
    which = next(one for one in app.selectbox if one.label == "Survey")
    confirmed(which.select_index(1).run())
    assert state(app).surveys.closed == kept and not app.dataframe
    assert "are not counted a second time" in told(app)


def test_a_survey_that_is_undone_and_brought_again_shows_the_waves_that_were_closed():
    app = confirmed(at_people(survey(*map(answers, PAST))))
    before, kept = tables(app), state(app).surveys.closed
    id = app.query_params["ws"]
    id = id if isinstance(id, str) else id[0]
    session.store().undo(id, state(app).datasets[0].newest.id)
    later = survey(*map(answers, PAST), answers(PAST[1] + timedelta(minutes=30), 6))
    kept_apart(app, later)
    confirmed(app)
    assert tables(app) == before
    assert [one.digest for one in state(app).surveys.closed] == [one.digest for one in kept]
    assert "6 answers came after this wave was closed" in told(app)
