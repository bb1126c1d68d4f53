"""Any indicator explored: its standing, its trend with events, its groups, by link."""

import json

import pytest
import streamlit as st

from core.language import LANGUAGES
from tests.pages.exports import deals
from tests.pages.test_journey import opened, started, words

TABS = {"en": ("By segment", "About it"), "id": ("Per segmen", "Tentangnya")}


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def explored(language: str, metric: str, content: bytes = deals()):
    app = opened(started(language), "deals.csv", content)
    app.switch_page("explore.py")
    app.query_params["metric"] = metric
    return app.run()


def figures(app) -> list[dict]:
    return [json.loads(one.proto.spec) for one in app.get("plotly_chart")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_opens_its_indicator_with_the_last_period_and_the_year_before(language):
    app = explored(language, "revenue")
    assert not app.exception
    said = words(app).replace("\\", "")
    now, before, change = {
        "en": ("7,800", "4,200", "+85.7%"),
        "id": ("7.800", "4.200", "+85,7%"),
    }[language]
    assert now in said and before in said and change in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_branch_has_a_line_on_the_same_scale(language):
    app = explored(language, "revenue")
    app.session_state["explored"] = TABS[language][0]
    app.run()
    assert not app.exception
    (drawn,) = figures(app)
    names = {one["text"] for one in drawn["layout"]["annotations"]}
    assert names == {"<b>Jakarta</b>", "<b>Medan</b>", "<b>Bandung</b>"}
    assert drawn["layout"]["yaxis"]["range"] == drawn["layout"]["yaxis3"]["range"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_is_and_how_it_is_counted_is_said(language):
    app = explored(language, "win_rate")
    app.session_state["explored"] = TABS[language][1]
    app.run()
    assert not app.exception
    wanted = {"en": "by close date", "id": "menurut tanggal tutup"}[language]
    assert wanted in words(app)


def test_a_link_to_an_indicator_that_is_not_there_says_so():
    app = explored("en", "trial_signups")
    assert not app.exception
    assert len(app.warning) == 1


def test_of_many_groups_the_largest_are_drawn_and_the_others_counted():
    app = explored("en", "revenue", deals(6, branches=[f"Branch {i}" for i in range(40)]))
    app.session_state["explored"] = TABS["en"][0]
    app.run()
    assert not app.exception
    assert "12 largest groups are drawn; 28 more" in words(app).replace("\\", "")


def test_no_name_of_a_group_acts_as_markup():
    hostile = "<img src=x> ![x](http://a.b/c.png)"
    app = explored("en", "revenue", deals(6, branches=(hostile, "Medan")))
    app.session_state["explored"] = TABS["en"][0]
    app.run()
    assert not app.exception
    assert not any("<img" in one["text"] for one in figures(app)[0]["layout"]["annotations"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pipeline_shows_what_changed_it_and_the_bars_close(language):
    app = explored(language, "pipeline_count")
    assert not app.exception
    *_, drawn = figures(app)
    (bars,) = drawn["data"]
    assert bars["type"] == "waterfall"
    app = explored(language, "revenue")
    assert all(one["data"][0]["type"] != "waterfall" for one in figures(app))
