"""What happened is written down beside one chart and shows on all; reviews are kept and told."""

import json
from datetime import date, timedelta

import pytest
import streamlit as st

from core.language import LANGUAGES, text
from core.workspace import EventKind, Owner, edits, events
from core.worlds.samples import SAMPLES
from pages.ui import session
from tests.pages.exports import deals
from tests.pages.test_journey import opened, started, words


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()


def plotted(app) -> list[dict]:
    return [json.loads(one.proto.spec) for one in app.get("plotly_chart")]


def numbers(drawn: dict) -> list[str]:
    return [one["text"] for one in drawn["layout"].get("annotations", ()) if "<b>" in one["text"]]


def explored(language: str):
    app = opened(started(language), "deals.csv", deals())
    app.switch_page("explore.py")
    app.query_params["metric"] = "revenue"
    return app.run()


def workspace(app):
    named = app.query_params["ws"]
    return session.store().open(named if isinstance(named, str) else named[0])


def form(app, key: str):
    """The widgets of the form whose keys begin so."""
    every = [*app.selectbox, *app.text_input, *app.date_input, *app.text_area]
    return next(one for one in every if str(one.key).startswith(key))


def save(app, language: str):
    label = {"en": "Save event", "id": "Simpan peristiwa"}[language]
    return next(one for one in app.button if one.label == label)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_added_changed_and_removed_beside_the_trend(language):
    app = explored(language)
    app.session_state["events-trend-revenue"] = True
    app.run()
    form(app, "event-name-").input("Promo <b>Maret</b>")
    form(app, "event-begins-").set_value(date(2024, 3, 3))
    form(app, "event-ends-").set_value(date(2024, 3, 31))
    save(app, language).click().run()
    assert not app.exception
    (one,) = workspace(app).state.events
    assert (one.kind, one.begins, one.ends) == (
        EventKind.CAMPAIGN,
        date(2024, 3, 3),
        date(2024, 3, 31),
    )
    assert numbers(plotted(app)[0]) == ["<b>1</b>"]
    assert "Promo" in words(app) and "<b>Maret" not in words(app)
    alt = app.get("plotly_chart")[0].proto.alt
    assert "Promo <b>Maret</b>" in alt
    form(app, "event-which-").select(one.id).run()
    form(app, "event-name-").input("Diskon")
    save(app, language).click().run()
    (changed,) = workspace(app).state.events
    assert (changed.name, changed.id, changed.begins) == ("Diskon", one.id, one.begins)
    form(app, "event-which-").select(one.id).run()
    label = {"en": "Remove event", "id": "Hapus peristiwa"}[language]
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception
    assert not workspace(app).state.events and not numbers(plotted(app)[0])


def test_an_event_without_a_day_is_not_kept_and_says_what_to_do():
    app = explored("en")
    app.session_state["events-trend-revenue"] = True
    app.run()
    form(app, "event-name-").input("Promo")
    save(app, "en").click().run()
    assert [one.value for one in app.error if "first day" in one.value]
    assert not workspace(app).state.events


def test_an_event_of_one_page_shows_on_the_pictures_of_what_leads():
    app = started("en")
    app.button(key=f"sample-{SAMPLES[0].file}").click().run()
    first = next(one for one in app.button if str(one.key).startswith("open-"))
    made = events.new(EventKind.TRAINING, "Pelatihan", (date(2024, 6, 3), None))
    now = workspace(app)
    session.store().change(now.id, events.put(made), text("Event"))
    first.click().run()
    assert not app.exception
    marked = [one for one in plotted(app) if "<b>1</b>" in numbers(one)]
    assert len(marked) == 2  # shifted, past forecasts
    assert "Pelatihan" in words(app)


def test_holidays_are_shown_as_chosen():
    app = explored("id")
    assert "Ramadan" in str(app.get("html")[-1].proto.body) or any(
        "Ramadan" in str(one.proto.body) for one in app.get("html")
    )
    app = explored("en")
    assert not plotted(app)[0]["layout"].get("shapes")


def test_a_note_about_a_day_is_still_marked():
    app = explored("en")
    now = workspace(app)
    noted = edits.add_note("Harga naik", date(2024, 1, 15))
    session.store().change(now.id, noted, text("Note added"))
    app.run()
    assert numbers(plotted(app)[0]) == ["<b>1</b>"]
    assert "Harga naik" in words(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reviews_are_due_at_the_start_page_and_kept(language):
    app = opened(started(language), "deals.csv", deals())
    id = workspace(app).id
    app.switch_page("home.py").run()
    assert not app.exception
    heading = {"en": "Next reviews", "id": "Tinjauan berikutnya"}[language]
    assert heading in [one.value for one in app.subheader]
    button = next(one for one in app.button if str(one.key).startswith("reviewed-home-"))
    button.click().run()
    ((name, kept),) = session.store().open(id).state.tracked.items()
    assert button.key.endswith(name)
    assert abs(kept.reviewed - date.today()) <= timedelta(days=1)


def test_who_tracks_an_indicator_is_chosen_on_its_card():
    app = opened(started("en"), "deals.csv", deals())
    app.switch_page("indicators.py").run()
    app.session_state["review-revenue"] = True
    app.run()
    assert not app.exception
    owner = next(one for one in app.selectbox if str(one.key).startswith("owner-revenue"))
    owner.select(Owner.ENABLEMENT_MANAGER).run()
    assert not app.exception
    assert workspace(app).state.tracked["revenue"].owner is Owner.ENABLEMENT_MANAGER
