"""The eNPS tab: what is asked once and kept, what is shown, and what is hidden with its reason."""

from dataclasses import replace

import pytest
import streamlit as st

from core.language import LANGUAGES, Text
from core.people.one_on_ones import Member
from core.workspace import people
from pages.ui import session
from tests.pages.test_journey import opened, started, words
from tests.pages.test_people import SURVEY, button, downloads, opened_beside, state

ASKED = "How likely are you to recommend us as a place to work? (0-10)"
LIKERT = ("Sangat setuju", "Setuju", "Kurang setuju", "Tidak setuju")


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def survey(n: int = 40, comment: int = 12) -> bytes:
    """Two waves: the north gives 9 and 10, the south 3 to 8, three people of the east 1."""
    lines = [f"Timestamp,Email,Name,Team,{ASKED},My manager listens,Why?"]
    for wave, month in enumerate(("02", "05")):
        for at in range(n):
            team = "North" if at % 2 else "South"
            score = 9 + at % 4 // 2 if at % 2 else 3 + at % 6
            said = f"ask Zubaidah or call 0812-3456-78{at:02d}" if at < comment else ""
            lines.append(
                f"2025-{month}-{at % 25 + 1:02d},p{wave}{at}@x.id,Zubaidah {wave}{at},{team},"
                f"{score},{LIKERT[at % 4]},{said}"
            )
        lines += [
            f"2025-{month}-07,e{wave}{at}@x.id,Ema {wave}{at},East,1,Setuju," for at in range(3)
        ]
    return "\n".join(lines).encode()


def at_enps(language: str = "en", content: bytes | None = None):
    app = opened(started(language), "survey.csv", content or survey())
    app.switch_page("people.py")
    app.session_state["people"] = "eNPS"
    app.run()
    assert not app.exception
    return app


def settled(app):
    """Words weighed and the scale confirmed."""
    app.button(key="answer-likert-below").click().run()
    app.button(key="enps-scale-confirm").click().run()
    assert not app.exception
    return app


def said(app) -> str:
    every = [words(app), *(one.value for one in (*app.subheader, *app.warning))]
    return "\n".join(every).replace("\\", "")


def tables(app) -> str:
    return "\n".join(one.value.to_string() for one in app.dataframe)


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_words_and_the_scale_are_asked_once_and_kept(language):
    app = at_enps(language)
    assert "My manager listens" in said(app) and not app.dataframe
    app = settled(app)
    (kept,) = state(app).surveys.said.values()
    assert (kept.likert, kept.scale) == ("below", "0-10")
    again = [one.key for one in app.button]
    assert "enps-scale-confirm" not in again and "answer-likert-below" not in again
    assert {"en": "Confirmed, and the same in every wave", "id": "Sudah dipastikan"}[
        language
    ] in said(app)


def test_columns_that_name_people_are_told_and_nothing_of_them_is_shown():
    app = settled(at_enps())
    assert "These columns name people and are dropped: Email, Name." in said(app)
    everything = said(app) + tables(app)
    for part in ("Zubaidah", "x.id", "0812"):
        assert part not in everything
    assert "[…]" in said(app)


def test_the_score_comes_with_its_interval_its_change_tested_and_groups_beside_the_rest():
    app = settled(at_enps())
    told = said(app)
    assert "with 43 answers, anywhere from" in told and "Everybody, 2025-Q2" in told
    assert "Since 2025-Q1 the difference of 0 points is within noise" in told
    assert "North: differs from the rest: +" in told
    assert "In North all answers are of one kind" in told


def test_a_hidden_group_is_named_with_its_reason_and_without_a_figure():
    app = settled(at_enps())
    assert "East: Hidden: fewer than 5 answers. It opens in a wave with 5 or more." in said(app)
    groups = next(one.value for one in app.dataframe if "Promoters" in one.value)
    east = groups[groups["Group"] == "East"]
    assert east.iloc[0, 1:8].isna().all()


def test_the_response_rate_is_known_once_somebody_says_how_many_were_asked():
    app = settled(at_enps())
    assert "Response rate: not known" in said(app)
    next(one for one in app.number_input if "asked" in str(one.key)).set_value(86).run()
    assert "50% answered: 43 of 86." in said(app)
    (kept,) = state(app).surveys.said.values()
    assert kept.asked == {"2025-Q2": 86}
    next(one for one in app.selectbox if one.label == "Wave").set_value("2025-Q1").run()
    assert "Response rate: not known" in said(app)


def test_the_newest_wave_takes_the_head_count_of_the_one_on_ones_list():
    app = settled(at_enps())
    id = app.query_params["ws"]
    roster = tuple(Member(f"Person {n}", "Budi", "North") for n in range(86))
    listed = people.one_on_ones(lambda talks: replace(talks, roster=roster))
    session.store().change(id if isinstance(id, str) else id[0], listed, Text("listed"))
    app.run()
    assert "50% answered: 43 of 86. The number is that of the one-on-ones list." in said(app)


def test_nine_comments_stay_hidden():
    app = settled(at_enps(content=survey(comment=9)))
    assert "Comments open once 10 have" in said(app) and "[…]" not in said(app)


def test_questions_and_their_trend_stand_below_the_pulse():
    app = settled(at_enps())
    assert "goes against it" in tables(app)
    app.session_state["people"] = "Pulse"
    app.run()
    assert not app.exception
    assert "My manager listens" in tables(app)
    assert any("Results of the open survey" in one.value for one in app.subheader)
    (over,) = [one.value for one in app.dataframe if "2025-Q1" in one.value.to_string()]
    assert len(over) == 2 and "2025-Q2" in over.to_string()


def test_one_of_two_surveys_is_chosen_and_kept():
    app = opened_beside(at_enps(), "other.csv", SURVEY)
    app.switch_page("people.py")
    app.session_state["people"] = "eNPS"
    app.run()
    which = next(one for one in app.selectbox if one.label == "Survey")
    assert len(which.options) == 2
    which.select_index(1).run()
    assert not app.exception and state(app).surveys.chosen
    app.button(key="enps-scale-confirm").click().run()
    assert "with 20 answers" in said(app)


def test_a_scale_that_cannot_be_told_is_asked():
    odd = survey().replace(
        ASKED.encode(), b"How likely are you to recommend us as a place to work?"
    )
    rows = odd.decode().splitlines()
    few = [rows[0]] + [
        ",".join([*row.split(",")[:4], "7" if at == 60 else str(1 + at % 5), *row.split(",")[5:]])
        for at, row in enumerate(rows[1:])
    ]
    app = at_enps(content="\n".join(few).encode())
    if [one for one in app.button if one.key == "answer-likert-below"]:
        app.button(key="answer-likert-below").click().run()
    assert app.error
    app.segmented_control(key="enps-scale-again").set_value("1-5")
    button(app, "Read it so").click().run()
    assert not app.exception and not app.error
    assert "1 answer is not on the scale 1-5" in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_attack_on_the_figures_on_show_finds_nobody(language):
    app = settled(at_enps(language))
    app.button(key="enps-proof").click().run()
    assert not app.exception and not app.error
    (found,) = app.success
    assert {"en": "Nobody could be worked out", "id": "Tidak ada seorang pun"}[
        language
    ] in found.value
    assert {"en": "Attacked: 2 waves, ", "id": "Diserang: 2 gelombang, "}[language] in said(app)


def test_what_is_shown_can_be_taken_along():
    assert downloads(settled(at_enps())).count("Download as Excel") >= 5
