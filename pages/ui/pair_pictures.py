"""What is behind one pair: four pictures, each with how to read it and its numbers; the working."""

import streamlit as st

from core.figures import lead_lag as pictures
from core.figures.durations import plural
from core.lead_lag import LeadLag
from core.metrics import Panel
from core.reports import working_table
from pages.ui import events, receipts_view, segments_view, session, widgets
from pages.ui.session import t


def show(panel: Panel, pair: LeadLag) -> None:
    """The tabs of an opened card."""
    names = (t("Shifted"), t("Every delay"), t("Past forecasts"), t("Stability"), t("Working"))
    divided = (t("Segments"),) if pair.pooled_over else ()
    *segments, shifted, delays, past, stability, working = st.tabs([*divided, *names])
    for each in segments:
        with each:
            segments_view.show(panel, pair)
    with shifted:
        _overlay(panel, pair)
    with delays:
        _delays(panel, pair)
    with past:
        _past(panel, pair)
    with stability:
        _stability(panel, pair)
    with working:
        widgets.notices(pair.notices)
        st.table(working_table(pair, widgets.look({}).language))
        for id in (pair.leading, pair.lagging):
            st.markdown(f"**{widgets.plain(panel.names(session.language())[id])}**")
            receipts_view.show(panel, id, f"{pair.leading}-{pair.lagging}-{id}")


@st.fragment
def _overlay(panel: Panel, pair: LeadLag) -> None:
    """Both series, the indicator shifted by its lead or by hand."""
    look = widgets.look(panel.names(session.language()))
    st.markdown(
        t(
            "The indicator is drawn later by its lead. Where the peaks and dips of both lines "
            "meet, the indicator showed them that much earlier."
        )
    )
    shift = st.slider(
        t("Shift the indicator by hand, in {unit}", unit=plural(pair.grain)),
        0,
        max(pair.lags[1], 1),
        pair.lead or 0,
        key=f"shift-{pair.leading}-{pair.lagging}",
    )
    table = pictures.overlay_table(panel.values, pair, shift, look)
    shares = {
        name
        for name, id in zip(table.columns[1:], (pair.lagging, pair.leading), strict=False)
        if _is_share(panel, id)
    }
    marked = events.draw(pictures.overlay(panel.values, pair, shift, look), panel.frequency)
    alt = marked.alt(look.say(pictures.overlay_alt(pair, shift, look)))
    widgets.chart(marked.figure, table, alt, "overlay", shares)
    if shift and (marked.events or marked.seasons):
        st.caption(t("Events stand at their own time; only the indicator is drawn later."))
    events.below(marked, "overlay")


def _delays(panel: Panel, pair: LeadLag) -> None:
    look = widgets.look(panel.names(session.language()))
    alt = look.say(pictures.lag_bars_alt(pair, look))
    st.markdown(
        t(
            "One bar for each delay. Right of zero the indicator moves first, left of it the "
            "result. Bars within the grey band are what chance alone draws."
        )
    )
    widgets.chart(pictures.lag_bars(pair, look), pictures.lag_bars_table(pair, look), alt, "lags")


def _past(panel: Panel, pair: LeadLag) -> None:
    look = widgets.look(panel.names(session.language()))
    table = pictures.past_skill_table(pair, look)
    alt = look.say(pictures.past_skill_alt(pair, look))
    st.markdown(
        t(
            "Each past period was forecast twice from what was known before it, with the "
            "indicator and without. The line closer to what happened did better."
        )
    )
    st.markdown(f"**{widgets.plain(alt)}**")
    shares = set(table.columns[1:]) if _is_share(panel, pair.lagging) else set()
    marked = events.draw(pictures.past_skill(pair, look), panel.frequency)
    widgets.chart(marked.figure, table, marked.alt(alt), "past", shares)
    events.below(marked, "past")


def _stability(panel: Panel, pair: LeadLag) -> None:
    look = widgets.look(panel.names(session.language()))
    alt = look.say(pictures.stability_alt(pair))
    st.markdown(
        t(
            "The same link, measured again on parts of the history half as long. A link to "
            "rely on looks alike in all of them."
        )
    )
    st.markdown(f"**{widgets.plain(alt)}**")
    widgets.chart(
        pictures.stability(pair, look), pictures.stability_table(pair, look), alt, "stability"
    )


def _is_share(panel: Panel, id: str) -> bool:
    return panel.indicator(id).unit == "rate"
