"""The Enablement page: each metric on its tab, small files, missing exports, targets, groups."""

import json

import pytest
import streamlit as st

from core.enablement.topics import TOPICS
from core.language import LANGUAGES
from tests.pages.exports import deals
from tests.pages.test_journey import opened, started, words

TABS = {
    language: {one.id: one.tab.to(language) for one in TOPICS} for language in LANGUAGES
}  # fmt: skip
LEADS = "Lead ID,Created Date,First Response,Status,Converted Date,Source\n" + "\n".join(
    f"L-{n},2024-0{1 + n % 6}-{1 + n % 27:02d} 09:00,"
    + (f"2024-0{1 + n % 6}-{1 + n % 27:02d} {9 + n % 8:02d}:30" if n % 5 else "")
    + f",{'Converted' if n % 3 == 0 else 'New'}"
    + f",{f'2024-0{1 + n % 6}-28 10:00' if n % 3 == 0 else ''},{('Web', 'Fair')[n % 2]}"
    for n in range(240)
)


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()
    st._config.set_option("client.showErrorDetails", "full")


def shown(language: str, topic: str, content: bytes = deals(), name: str = "deals.csv"):
    app = opened(started(language), name, content).switch_page("enablement.py").run()
    app.session_state["enabled"] = TABS[language][topic]
    return app.run()


def said(app) -> str:
    return words(app).replace("\\", "")


def figures(app) -> list[dict]:
    return [json.loads(one.proto.spec) for one in app.get("plotly_chart")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_win_rate_is_said_with_its_interval_and_its_records(language):
    app = shown(language, "wins")
    assert not app.exception and not app.error
    wanted = {
        "en": "Of 156 closed deals 50.0% were won (95% interval: 42.2% to 57.8%).",
        "id": "Dari 156 transaksi yang ditutup, 50,0% menang (rentang 95%: 42,2% sampai 57,8%).",
    }[language]
    assert wanted in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tab_stands_on_deals_alone(language):
    app = shown(language, "content-use")
    for topic in TOPICS:
        app.session_state["enabled"] = TABS[language][topic.id]
        app.run()
        assert not app.exception and not app.error, topic.id
        if topic.id not in ("wins", "cycle", "works"):
            assert topic.bring.to(language) in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_alike_are_not_ranked(language):
    app = shown(language, "wins")
    app.selectbox(key="enabled-by-wins").set_value("Branch").run()
    assert not app.exception
    wanted = {"en": "No group differs plainly", "id": "Tidak ada kelompok yang jelas berbeda"}
    assert wanted[language] in said(app)
    names = figures(app)[0]["layout"]["yaxis"]["ticktext"]
    assert set(names) == {"Jakarta", "Medan", "Bandung"}


def test_the_sizes_of_deals_divide_too():
    app = shown("en", "wins")
    app.selectbox(key="enabled-by-wins").set_value("size_band").run()
    assert not app.exception
    assert any("up to" in one for one in figures(app)[0]["layout"]["yaxis"]["ticktext"])


@pytest.mark.parametrize(
    ("target", "verdict"), [(45.0, "lies inside the interval"), (80.0, "missed"), (20.0, "kept")]
)
def test_a_target_is_kept_in_the_workspace_and_told_apart_from_chance(target, verdict):
    app = shown("en", "wins")
    box = next(one for one in app.number_input if str(one.key).startswith("target-win_rate/"))
    box.set_value(target).run()
    assert not app.exception
    assert verdict in said(app)
    app.switch_page("explore.py").run()
    app.switch_page("enablement.py").run()
    app.session_state["enabled"] = TABS["en"]["wins"]
    assert verdict in said(app.run())


def test_a_target_can_be_taken_back():
    def box():
        return next(one for one in app.number_input if "target-win_rate/" in str(one.key))

    app = shown("en", "wins")
    box().set_value(45.0).run()
    assert box().value == 45.0
    assert not box().proto.HasField("default")  # a browser goes back to it when emptied
    box().set_value(None).run()
    assert not app.exception
    assert "With a target, Headlight says" in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_leads_show_who_waited_and_what_became_of_them(language):
    app = shown(language, "response", LEADS.encode(), "leads.csv")
    assert not app.exception and not app.error
    wanted = {"en": "counted as still waiting", "id": "dihitung masih menunggu"}[language]
    assert wanted in said(app)
    labels = [one["layout"]["yaxis"].get("ticktext", []) for one in figures(app)]
    assert any({"en": "not answered", "id": "tidak dijawab"}[language] in one for one in labels)


def test_three_deals_are_told_as_counts():
    few = b"\n".join(deals(1).splitlines()[:4])
    app = shown("en", "wins", few)
    assert not app.exception
    assert "Of 3 closed deals 2 were won." in said(app)


def test_deals_all_won_say_why_there_is_no_rate():
    app = shown("en", "wins", deals(3, words=("Won", "Won")))
    assert not app.exception
    assert "no lost deals are in this file" in said(app)


def test_each_row_is_shown_with_where_it_was_read():
    app = shown("en", "wins")
    app.session_state["enabled-rows-wins"] = True
    app.run()
    assert not app.exception
    frame = app.dataframe[-1].value
    assert frame.iloc[0][["File", "Row"]].tolist() == ["deals.csv", 2] and len(frame) == 156


def test_figures_by_month_alone_say_which_exports_to_bring():
    content = b"Month,Revenue\n" + b"\n".join(b"2024-%02d,%d" % (n, n * 10) for n in range(1, 13))
    app = shown("en", "wins", content, "kpi.csv")
    assert not app.exception
    assert "Bring the export" in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_leads_alone_tell_how_many_became_deals(language):
    app = shown(language, "conversion", LEADS.encode(), "leads.csv")
    assert not app.exception and not app.error
    wanted = {"en": "became deals so far", "id": "sejauh ini menjadi transaksi"}[language]
    assert wanted in said(app)


def test_a_picture_that_cannot_be_drawn_is_named_with_its_reason():
    app = shown("en", "cycle")
    assert not app.exception
    assert "Share of deals still in the stage, day by day: not computable, because" in said(app)
    assert "**Share of deals still in the stage" not in said(app)


def test_deals_without_days_say_why_nothing_is_drawn_over_time():
    rows = [line.split(",") for line in deals(3).decode().splitlines()]
    content = "\n".join(",".join([*row[:4], *row[5:]]) for row in rows)
    app = shown("en", "wins", content.encode())
    assert not app.exception
    assert "Over time: not computable, because" in said(app)


def test_the_figure_looked_at_closer_is_said():
    app = shown("en", "cycle")
    box = next(one for one in app.selectbox if str(one.key).startswith("enabled-figure-cycle"))
    box.set_value(("cycle_days", "all", "km_median")).run()
    assert not app.exception
    assert "deals close within" in said(app)


def test_the_tab_stays_open_in_the_other_language_and_after_another_page():
    app = shown("en", "wins")
    app.query_params["lang"] = "ID"
    app.session_state["lang"] = "ID"
    app.run()
    assert not app.exception
    assert "156 transaksi yang ditutup" in said(app)
    app.switch_page("explore.py").run()
    app.switch_page("enablement.py").run()
    assert "156 transaksi yang ditutup" in said(app)
