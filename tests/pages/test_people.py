"""People: a pulse survey is declared and taken along, one-on-ones are written down by day."""

from datetime import date, timedelta

import pytest
import streamlit as st

from core.language import LANGUAGES
from core.people.one_on_ones import Cadence
from core.people.pulse_template import Divide, Rhythm
from pages.ui import session
from tests.pages.test_journey import opened, started, words

LABELS = {
    "en": {"ask": "Ask this", "keep": "Keep this day", "out": "Take out", "title": "Title"},
    "id": {"ask": "Tanyakan ini", "keep": "Simpan pertemuan ini", "out": "Keluarkan",
           "title": "Judul"},
}  # fmt: skip
LIST = (
    b"Employee,Met with,Date,Team,Minutes,Notes\n"
    b"Andi,Budi,2025-03-03,North,55,wants a raise\nSiti,Budi,2025-03-24,North,60,fine\n"
)

SURVEY = (
    "Timestamp,Team,How likely are you to recommend us as a place to work? (0-10)\n"
    + "".join(f"2025-03-{n + 1:02d},Utara,{9 + n % 2}\n" for n in range(9))
    + "".join(f"2025-03-{n + 1:02d},Barat,{n % 10}\n" for n in range(9))
    + "2025-03-03,Timur,3\n2025-03-04,Timur,9\n"
).encode()
KPI = b"Month,Sales calls,Revenue\n2025-01,100,500\n2025-02,110,510\n2025-03,120,520\n"


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def on(tab: int, language: str = "en"):
    app = started(language)
    app.switch_page("people.py")
    titles = {"en": ("eNPS", "Pulse", "One-on-ones"), "id": ("eNPS", "Pulse", None)}[language]
    app.session_state["people"] = titles[tab] or "Pertemuan empat mata"
    app.run()
    assert not app.exception
    return app


def state(app):
    named = app.query_params["ws"]
    return session.store().open(named if isinstance(named, str) else named[0]).state


def opened_beside(app, name: str, content: bytes):
    """One more file in the workspace that is open."""
    app.switch_page("home.py").run()
    return app.file_uploader(key="drop-1").upload(name, content, "text/csv").run()


def button(app, label: str):
    return next(one for one in app.button if one.label == label)


def downloads(app) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_survey_the_page_says_what_to_bring(language):
    app = on(0, language)
    assert "Google Forms" in words(app) and app.info


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_added_by_a_click_and_taken_out_again(language):
    app = on(1, language)
    assert {"en": "7 of 10", "id": "7 dari 10"}[language] in "".join(
        one.value for one in app.subheader
    )
    app.button(key="pulse-in-6").click().run()
    assert not app.exception
    assert len(state(app).pulse.questions) == 8
    app.button(key="pulse-out-1").click().run()
    assert len(state(app).pulse.questions) == 7
    assert len(downloads(app)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_eleventh_question_is_refused_on_screen(language):
    app = on(1, language)
    for place in (6, 7, 8):
        app.button(key=f"pulse-in-{place}").click().run()
    assert len(state(app).pulse.questions) == 10
    app.text_input(key="pulse-own-words").input("One more?")
    button(app, LABELS[language]["ask"]).click().run()
    assert not app.exception
    assert {"en": "short surveys get answered", "id": "survei pendek dijawab"}[language] in words(
        app
    )
    assert len(state(app).pulse.questions) == 10


def test_a_question_of_ones_own_is_asked_and_doubted_when_it_asks_two_things():
    app = on(1)
    app.text_input(key="pulse-own-words").input("My pay and my bonus are fair.")
    button(app, "Ask this").click().run()
    assert state(app).pulse.questions[-1].words == "My pay and my bonus are fair."
    assert "two things at once" in words(app)


def test_rhythm_first_day_and_groups_are_kept_and_the_next_waves_told():
    app = on(1)
    first = date.today() + timedelta(days=3)
    app.date_input[0].set_value(first).run()
    app.segmented_control[1].set_value(Rhythm.WEEKLY).run()
    app.pills[0].set_value([Divide.TEAM, Divide.TENURE]).run()
    kept = state(app).pulse
    assert (kept.first, kept.rhythm) == (first, Rhythm.WEEKLY)
    assert kept.divides == (Divide.TEAM, Divide.TENURE)
    assert "Next waves" in words(app)


def test_the_language_of_the_form_is_chosen_apart_from_that_of_the_page():
    app = on(1)
    app.segmented_control[0].set_value("id").run()
    kept = state(app).pulse
    assert kept.language == "id" and kept.questions[0].words.startswith("Seberapa besar")
    assert [one.value for one in app.title] == ["People"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_one_on_one_is_written_down_and_makes_a_team(language):
    app = on(2, language)
    assert app.info
    app.text_input(key="talk--person").input("Andi")
    app.text_input(key="talk--leader").input("Budi")
    app.text_input(key="talk--team").input("Utara")
    button(app, LABELS[language]["keep"]).click().run()
    assert not app.exception
    (one,) = state(app).one_on_ones.meetings
    assert (one.person, one.leader, one.team, one.minutes) == ("Andi", "Budi", "Utara", None)
    assert "Utara" in app.dataframe[0].value.to_string()


def test_what_cannot_be_is_refused_in_words():
    app = on(2)
    app.text_input(key="talk--person").input("Budi")
    app.text_input(key="talk--leader").input("Budi")
    button(app, "Keep this day").click().run()
    assert "cannot meet themselves" in words(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_taken_in_without_its_notes(language):
    app = on(2, language)
    app.file_uploader(key="talks-0").upload("talks.csv", LIST, "text/csv").run()
    assert not app.exception
    assert "Notes" in words(app) and "raise" not in words(app)
    app.button(key="talks-take").click().run()
    kept = state(app)
    assert [one.person for one in kept.one_on_ones.meetings] == ["Andi", "Siti"]
    assert kept.datasets == ()
    coverage, waiting = (one.value for one in app.dataframe[:2])
    assert coverage.iloc[0, 2:5].tolist() == [2, 1, 0.5]
    assert waiting.iloc[0, 0] == "Andi"


def test_a_day_that_can_be_read_two_ways_is_asked_first():
    app = on(2)
    rows = b"Employee,Leader,Date\nAndi,Budi,03/04/2025\nSiti,Budi,05/04/2025\n"
    app.file_uploader(key="talks-0").upload("talks.csv", rows, "text/csv").run()
    assert not [one for one in app.button if one.key == "talks-take"]
    app.radio[0].set_value("mdy").run()
    app.button(key="talks-take").click().run()
    assert state(app).one_on_ones.meetings[0].on == date(2025, 3, 4)


def test_the_rhythm_of_a_team_somebody_who_leaves_and_a_meeting_taken_out_are_kept():
    app = on(2)
    app.file_uploader(key="talks-0").upload("talks.csv", LIST, "text/csv").run()
    app.button(key="talks-take").click().run()
    rhythm = next(one for one in app.segmented_control if str(one.key).startswith("talk-rhythm"))
    rhythm.set_value(Cadence.MONTHLY).run()
    assert state(app).one_on_ones.cadences == {"north": Cadence.MONTHLY}
    app.session_state["talks-kept"] = True
    app.run()
    app.button(key="talk-out-2025-03-24-Siti-Budi").click().run()
    assert [one.person for one in state(app).one_on_ones.meetings] == ["Andi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_agenda_is_there_before_anything_is_brought(language):
    app = on(2, language)
    assert {"en": "No figures of a survey are at hand", "id": "Belum ada angka survei di sini"}[
        language
    ] in words(app)
    assert {"en": "Agenda to print", "id": "Agenda untuk dicetak"}[language] in downloads(app)


def test_the_agenda_rests_on_the_survey_and_the_figures_that_are_open():
    app = opened(started("en"), "survey.csv", SURVEY)
    app = opened_beside(app, "kpi.csv", KPI)
    app.switch_page("people.py")
    app.session_state["people"] = "eNPS"
    app.run()
    app.button(key="enps-scale-confirm").click().run()
    app.session_state["people"] = "One-on-ones"
    app.run()
    assert not app.exception
    team = next(one for one in app.selectbox if one.label == "Team")
    team.set_value("Timur").run()
    said = words(app).replace("\\", "")
    assert "fewer than 5 answers" in said and "What held you up most" in said
    assert "Sales calls: 120 (Mar 2025); no target is set." in said
    assert "of all teams together" in said
    target = next(one for one in app.number_input if str(one.key).startswith("target-panel/"))
    target.set_value(150.0).run()
    assert not app.exception
    assert "the target is 150" in words(app)
    team = next(one for one in app.selectbox if one.label == "Team")
    team.set_value("Barat").run()
    assert "eNPS of the team: -78, " in words(app).replace("\\", "")


def test_the_sample_survey_opens_and_gives_an_agenda_with_the_change_tested():
    app = on(0)
    app.button(key="sample-survey").click().run(timeout=120)
    assert not app.exception
    assert "Everybody" in words(app)
    opened_and_looked_at = 4  # revisions up to which the same workspace serves again
    named = app.query_params["ws"]
    id = named if isinstance(named, str) else named[0]
    assert len(session.store().revisions(id)) == opened_and_looked_at
    app.session_state["people"] = "One-on-ones"
    app.run(timeout=120)
    assert not app.exception
    assert "wave before" in words(app)
