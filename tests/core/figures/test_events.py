"""Events and holidays stand at their period, their numbers never touch, the words say them all."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.figures import bridge, explore
from core.figures.event_marks import WIDTH
from core.figures.events import MOST_DAYS, Marked, marked, within
from core.figures.explore import Shown
from core.figures.over_time import starts
from core.figures.theme import Look, nothing
from core.figures.time_axis import DAWN, MIDNIGHT, Axis, place
from core.language import text
from core.periods import Frequency, Grain
from core.workspace import Event, EventKind, Shading, events

DAYS = st.dates(date(2000, 1, 1), date(2035, 12, 31))
FREQUENCIES = st.builds(Frequency, st.sampled_from(Grain), st.integers(1, 12))
LOOKS = [Look("en"), Look("id", "dark")]
MONTHS = Frequency(Grain.MONTH)


def event(first: str, last: str | None = None, name: str = "Promo", note: str = "") -> Event:
    ends = date.fromisoformat(last) if last else None
    return events.new(EventKind.CAMPAIGN, name, (date.fromisoformat(first), ends), note)


def chart(frequency: Frequency = MONTHS, first: str = "2023-01-01", n: int = 30):
    index = pd.period_range(pd.Period(first, frequency.freq), periods=n, name="period")
    values = pd.Series(np.arange(float(n)), index, name="x")
    return explore.trend(Shown(values, values, "count"), LOOKS[0])


def on(
    *happened: Event, shading: Shading = Shading.NONE, frequency: Frequency = MONTHS, **drawn
) -> Marked:
    return marked(chart(frequency, **drawn), frequency, (happened, shading), LOOKS[0])


@given(DAYS, FREQUENCIES)
@settings(deadline=None)
def test_a_day_stands_nearest_to_the_point_of_its_own_period(day, frequency):
    own = pd.Period(day, frequency.freq)
    near = pd.period_range(own - 2, own + 2)
    distances = [abs(place(day, frequency) - at) for at in starts(near)]
    assert near[int(np.argmin(distances))] == own


@given(DAYS, FREQUENCIES)
@settings(deadline=None)
def test_the_end_of_a_day_is_the_beginning_of_the_next(day, frequency):
    late, early = (
        place(day, frequency, MIDNIGHT),
        place(day + timedelta(days=1), frequency, DAWN),
    )
    assert abs(late - early) < pd.Timedelta(seconds=1)
    assert place(day, frequency, DAWN) < place(day, frequency) < late


@given(st.integers(2000, 2035), st.integers(1, 12))
@settings(max_examples=30, deadline=None)
def test_a_whole_month_lies_evenly_round_its_point(year, month):
    period = pd.Period(year=year, month=month, freq="M")
    axis = Axis(
        (period - 3).start_time.date(), (period + 3).end_time.date(), Frequency(Grain.MONTH)
    )
    left, right = axis.span(period.start_time.date(), period.end_time.date())
    assert left < period.start_time < right
    assert right - left <= pd.Timedelta(days=31)


def test_a_day_is_a_line_and_several_days_are_a_band_between_lines():
    shown = on(event("2024-03-16"), event("2024-05-01", "2024-05-31"))
    kinds = [one.type for one in shown.figure.layout.shapes]
    assert kinds == ["line", "rect", "line", "line"]
    line, band, *_ = shown.figure.layout.shapes
    assert abs(pd.Timestamp(line.x0) - pd.Timestamp("2024-03-01")) < pd.Timedelta(days=1)
    assert pd.Timestamp(band.x0) < pd.Timestamp("2024-05-01") < pd.Timestamp(band.x1)


def test_a_band_that_began_before_the_chart_is_cut_at_its_edge():
    shown = on(event("2020-01-01", "2023-02-10"))
    (band, *edges) = shown.figure.layout.shapes
    assert pd.Timestamp(band.x0) == place(date(2023, 1, 1), MONTHS, DAWN)
    assert len(edges) == 1


def test_what_happened_outside_the_chart_is_not_on_it():
    shown = on(event("2019-01-01"), event("2030-01-01"))
    assert not shown.events and not shown.figure.layout.shapes


@given(st.lists(st.integers(0, 900), max_size=40))
@settings(max_examples=40, deadline=None)
def test_badges_never_touch_and_every_event_has_its_number(places):
    begun = date(2023, 1, 1)
    happened = [event((begun + timedelta(days=n)).isoformat()) for n in places]
    assume(len(happened) > 0)
    shown = on(*happened)
    left, right = Axis.of(shown.figure, MONTHS).ends
    rows: dict[int, list[pd.Timestamp]] = {}
    numbers: list[int] = []
    for badge in shown.figure.layout.annotations:
        rows.setdefault(badge.yshift, []).append(pd.Timestamp(badge.x))
        first, _, last = badge.text.removeprefix("<b>").removesuffix("</b>").partition("–")
        numbers += range(int(first), int(last or first) + 1)
    assert numbers == list(range(1, len(shown.events) + 1))
    for row in rows.values():
        assert all(b - a > 2 * WIDTH * (right - left) for a, b in pairwise(row))


def test_the_words_name_every_event_and_disarm_markup_in_hovers():
    shown = on(event("2024-03-16", name="<b>Promo</b>", note="for <i>all</i> branches"))
    assert shown.alt("A line.") == "A line. Marked: 1: 16 Mar 2024: Campaign · <b>Promo</b>."
    (badge,) = shown.figure.layout.annotations
    assert "<b>Promo" not in badge.hovertext and "<i>" not in badge.hovertext
    assert "branches" in badge.hovertext


@pytest.mark.parametrize("look", LOOKS, ids=["en", "id"])
def test_ramadan_and_lebaran_are_shaded_where_they_fell(look):
    drawn = chart(Frequency(Grain.DAY), "2025-01-01", 365)
    shown = marked(drawn, Frequency(Grain.DAY), ((), Shading.SEASONS), look)
    ramadan, lebaran = shown.figure.layout.shapes
    noon = pd.Timedelta(hours=12)
    assert pd.Timestamp(ramadan.x0) == pd.Timestamp("2025-03-01") - noon
    assert pd.Timestamp(ramadan.x1) == pd.Timestamp(lebaran.x0) == pd.Timestamp("2025-03-31") - noon
    assert pd.Timestamp(lebaran.x1) == pd.Timestamp("2025-04-08") - noon
    assert [name for name, *_ in shown.shades] == ["Ramadan", "Lebaran"]
    assert "Ramadan, Lebaran" in shown.alt("")


def test_public_holidays_are_marked_where_there_is_room_and_counted_where_not():
    year = on(shading=Shading.ALL, n=12)
    assert year.days == len(year.figure.layout.annotations) > 10
    assert "public holidays" in year.holidays.to("en")
    long = on(shading=Shading.ALL, first="2010-01-01", n=180)
    assert (long.days, len(long.figure.layout.annotations)) == (0, 0)
    assert long.left_out > MOST_DAYS and "too many" in long.holidays.to("en")


def test_holidays_are_off_when_not_wished_and_on_charts_of_years():
    assert not on().figure.layout.shapes
    assert not on(shading=Shading.ALL, frequency=Frequency(Grain.YEAR), n=8).figure.layout.shapes


def test_what_happened_before_anything_was_known_does_not_stretch_the_chart():
    index = pd.period_range("2018-01", periods=90, freq="M", name="period")
    values = pd.Series([np.nan] * 60 + list(range(30)), index, name="x")
    figure = explore.trend(Shown(values, values.fillna(0), "count"), LOOKS[0])
    shown = marked(figure, MONTHS, ([event("2019-05-05")], Shading.SEASONS), LOOKS[0])
    assert not shown.events
    first = min(pd.Timestamp(one.x0) for one in shown.figure.layout.shapes)
    assert first >= place(date(2023, 1, 1), MONTHS, DAWN)


def test_marks_stand_on_the_time_axis_of_small_charts_above_each_other():
    drawn = chart()
    drawn.update_layout(yaxis={"domain": [0.6, 1]}, yaxis2={"domain": [0.2, 0.5]})
    shown = marked(drawn, MONTHS, ([event("2024-05-05")], Shading.SEASONS), LOOKS[0])
    assert {one.y0 for one in shown.figure.layout.shapes} == {0.2}
    assert [one.y for one in shown.figure.layout.annotations] == [0.2]


def test_a_chart_without_time_stays_as_it_is():
    steps = pd.Series({"start": 1, "created": 2, "won": 1, "lost": 0, "other": 0, "changes": 0,
                       "end": 2}, dtype=float)  # fmt: skip
    for figure in (bridge.bridge(steps, LOOKS[0]), nothing(LOOKS[0], text("No values yet."))):
        before = figure.to_plotly_json()
        shown = marked(figure, MONTHS, ([event("2024-03-16")], Shading.ALL), LOOKS[0])
        assert shown.figure.to_plotly_json() == before and not shown.events


def test_the_order_of_events_is_that_of_their_days():
    late, early = event("2024-05-01"), event("2024-01-01", "2024-12-31")
    assert within([late, early], date(2024, 1, 1), date(2024, 12, 31)) == (early, late)
