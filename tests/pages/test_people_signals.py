"""Closed waves join the panel on every page; the page People says whether their eNPS is a lead."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import streamlit as st

from core.__main__ import main
from core.worlds.surveys.leaving import left
from tests.pages.test_closed_waves import answers, at_people, confirmed, survey, told
from tests.pages.test_enps import said, tables
from tests.pages.test_people import opened_beside

WORLD = left(seed=3, waves=6, step=3)


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def beside(language="en"):
    """The survey confirmed and closed, the turnover of every month beside it."""
    app = confirmed(at_people(WORLD.survey().content, language))
    return opened_beside(app, "turnover.csv", WORLD.sheet().content)


def at(app, page, metric="", **chosen):
    app.switch_page(page)
    if metric:
        app.query_params["metric"] = metric
    for key, value in chosen.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception
    return app


def asked(app):
    """The page People with its section on leads opened."""
    return at(app, "people.py", people="eNPS", **{"enps-leads": True})


def test_the_page_says_what_is_known_of_a_lead_and_no_more():
    app = asked(beside("id"))
    words = told(app)
    assert "6 gelombang tertutup" in words and "sekali per kuartal" in words
    assert "Belum cukup" in words and "Staff turnover" in words


def test_the_pages_have_the_digits_of_the_command_line_and_nothing_of_a_hidden_team(
    tmp_path, capsys
):
    files = [tmp_path / one.name for one in (WORLD.survey(), WORLD.sheet())]
    for path, one in zip(files, (WORLD.survey(), WORLD.sheet()), strict=True):
        path.write_bytes(one.content)
    main(["panel", *map(str, files), "--metric", "enps", "--json"])
    panel = json.loads(capsys.readouterr().out)["metrics"]["enps"]
    known = {when: one for when, one in panel["values"].items() if one is not None}
    app = at(beside(), "explore.py", "enps")
    numbers = app.dataframe[0].value
    shown = [float(one) for one in numbers.iloc[:, 1].dropna()]
    assert shown == pytest.approx(list(known.values())[::-1])
    app = at(app, "explore.py", "enps", **{"receipts-explore-enps": True})
    assert "single answers are never shown" in told(app)
    app = at(app, "explore.py", "enps", **{"explored": "By segment", "explore-by": "Team"})
    shown = "\n".join(one.proto.spec for one in app.get("plotly_chart")) + tables(app)
    assert "Sales" in shown and "Legal" not in shown
    assert "Hidden: fewer than 5 answers" in told(app)


def test_what_leads_asks_of_a_survey_once_periods_are_as_long_as_its_waves():
    app = at(beside(), "lead_lag.py")
    assert "Employee net promoter score" not in said(app)
    app = at(app, "indicators.py")
    assert "The waves come once a quarter" in told(app)
    period = next(one for one in app.button_group if one.label == "Period")
    period.set_value("quarter").run()
    assert "Employee net promoter score → Staff turnover" in said(at(app, "lead_lag.py"))


def test_a_wave_that_still_runs_gives_nothing():
    app = at_people(survey(answers(datetime.now(UTC) - timedelta(hours=30))))
    assert not app.dataframe
    app = opened_beside(confirmed(app), "turnover.csv", WORLD.sheet().content)
    assert "Employee net promoter score" not in said(at(app, "indicators.py"))


def test_without_a_result_beside_it_the_way_is_said():
    assert "No result stands beside this survey" in told(asked(confirmed(at_people(
        WORLD.survey().content))))  # fmt: skip
