"""The trend that belongs to a topic: a series of the panel, with the interval of each period."""

import streamlit as st

from core.enablement.topics import Topic
from core.enablement.trend import HAS_BAND
from core.errors import Refusal
from core.figures import enablement_trend as banded
from core.figures import explore as pictures
from core.figures.explore import Shown
from core.figures.indicators import trend_alt
from core.language import text
from core.metrics import Panel
from pages.ui import cache, events, session, widgets
from pages.ui.session import t


def show(topic: Topic) -> None:
    """The best of the topic's series that the panel has; nothing where it has none."""
    try:
        panel = cache.panel()
    except Refusal:
        return
    ids = _known(topic, panel)
    if not ids:
        _why_none(topic, panel)
        return
    heading = t("Over time")
    st.markdown(f"**{heading}**")
    names = panel.names(session.language())
    picked = ids[0]
    if len(ids) > 1:
        picked = st.selectbox(
            t("Indicator"), ids, format_func=lambda id: names[id], key=f"enabled-trend-{topic.id}"
        )
    _line(panel, picked)


def _known(topic: Topic, panel: Panel) -> list[str]:
    """The topic's series of which something is known, the best first."""
    every = [one for metric in topic.series for one in panel.indicators if one.metric == metric]
    return [one.id for one in every if panel.values[one.id].notna().any()]


def _why_none(topic: Topic, panel: Panel) -> None:
    """Why none of the topic's series could be worked out."""
    why = next((panel.refused[one] for one in topic.series if one in panel.refused), None)
    if why is not None:
        st.caption(widgets.plain(text("{name}: {why}.", name=text("Over time"), why=why)))


def _line(panel: Panel, id: str) -> None:
    one, look = panel.indicator(id), widgets.look(panel.names(session.language()))
    shown = banded.known(Shown(panel.values[id], panel.counts[id], one.unit))
    figure = banded.trend(shown, look, banded=one.metric in HAS_BAND)
    marked = events.draw(figure, panel.frequency)
    widgets.chart(
        marked.figure,
        pictures.trend_table(shown, look),
        marked.alt(look.say(trend_alt(shown.values, look))),
        f"enablement-trend-{id}",
        pictures.shares(shown, look),
    )
    events.below(marked, f"enablement-{id}")
