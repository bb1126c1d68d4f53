"""Events and holidays: marked on every chart over time, written down beside any of them.

A page that draws a chart over time asks `draw` to mark it, shows `marked.figure` with
`marked.alt(…)`, and calls `below`, which lists what is marked and takes in more.
"""

from datetime import date

import streamlit as st

from core.figures.events import Marked, marked, told, within
from core.periods import Frequency
from core.workspace import Event, Shading, events
from pages.ui import event_form, opened, session, widgets
from pages.ui.session import t

MOST = 8  # events listed below a chart


def known() -> tuple[Event, ...]:
    """Every event of the open workspace, notes about a day among them, earliest first."""
    now = session.workspace()
    return events.known(now.state) if now else ()


def shading() -> Shading:
    """The holidays that charts show: as chosen, else Ramadan and Lebaran in Indonesian."""
    usual = Shading.SEASONS if session.language() == "id" else Shading.NONE
    return opened.choice().holidays or usual


def draw(figure: widgets.Figure, frequency: Frequency) -> Marked:
    """The chart with all that happened on its calendar."""
    return marked(figure, frequency, (known(), shading()), widgets.look({}))


def below(shown: Marked, key: str) -> None:
    """What is marked on a chart, and the way to mark more."""
    listed(shown)
    add_here(key)


def listed(shown: Marked) -> None:
    """What is marked on a chart, number by number, colour by colour."""
    if shown.shades:
        widgets.legend(shown.shades)
    lines = [f"**{n}** {widgets.plain(words)}" for n, words in shown.listed[:MOST]]
    more = len(shown.listed) - MOST
    lines += [t("and {n} more", n=more)] if more > 0 else []
    lines += [widgets.plain(shown.holidays)] if shown.holidays else []
    if lines:
        st.markdown("  \n".join(f":small[{line}]" for line in lines))


def during(first: date, last: date, key: str) -> None:
    """What happened in those days, beside a chart of them alone."""
    there = within(known(), first, last)
    if there:
        lines = (f":small[{widgets.plain(told(one))}]" for one in there[:MOST])
        st.markdown("  \n".join(lines))
    add_here(key)


def add_here(key: str) -> None:
    """The way to write an event down, change one, and choose the holidays shown."""
    shown = st.expander(
        t("Events and holidays"), icon=":material/event:", key=f"events-{key}", on_change="rerun"
    )
    if shown.open:
        with shown:
            event_form.show(known(), key)
            event_form.holidays(shading(), key)
