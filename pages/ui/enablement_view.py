"""One topic of enablement on its tab, from its sentence down to the rows behind it."""

from collections.abc import Sequence

import streamlit as st

from core.enablement.aside import aside, refused
from core.enablement.compared import Compared
from core.enablement.offered import further, leading, missing
from core.enablement.sentences import interval_of, label, sentence, value_of
from core.enablement.topics import Topic, days_of
from core.errors import Refusal
from core.figures.explore import records
from core.language import Text, text
from pages.ui import (
    enablement_asked,
    enablement_groups,
    enablement_pictures,
    enablement_rows,
    enablement_settings,
    enablement_trend,
    widgets,
)
from pages.ui.session import t

MOST_CARDS = 12


def show(topic: Topic) -> None:
    """The whole tab; where its records are missing, what to bring."""
    st.subheader(widgets.plain(topic.title))
    if missing(enablement_asked.book(), topic):
        _bring(topic)
        return
    by = enablement_groups.divided_by(topic)
    asked = enablement_settings.ask(topic, by)
    try:
        figures = enablement_asked.figures(topic, asked)
    except Refusal as stop:
        widgets.refusal(stop)
        return
    told = leading(figures)
    if told is None:
        _bring(topic, figures)
        return
    st.markdown(f"**{widgets.plain(sentence(told.whole))}**")
    more = further(figures)[:MOST_CARDS]
    if more:
        widgets.notices(sentence(one.whole) for one in more)
    _days(topic)
    _cards(figures)
    enablement_pictures.show(topic, asked)
    picked = enablement_groups.show(topic, figures, told, by)
    enablement_trend.show(topic)
    _aside(picked, figures)
    enablement_rows.show(topic)


def _bring(topic: Topic, figures: Sequence[Compared] = ()) -> None:
    """What is missing, which export has it, and the ways on."""
    for line in refused(figures):
        st.info(widgets.plain(line), icon=":material/info:")
    if topic.bring is not None:
        st.markdown(f":material/upload_file: {widgets.plain(topic.bring)}")
    with st.container(horizontal=True):
        st.page_link("data.py", label=t("Add it to the data"), icon=":material/table_view:")
        st.page_link("home.py", label=t("Or look at the sample"), icon=":material/home:")


def _days(topic: Topic) -> None:
    days = days_of(enablement_asked.book(), topic)
    if days is not None:
        first, last = days
        said = text("Records from {first} to {last}.", first=first, last=last)
        st.caption(widgets.plain(said))


def _cards(figures: Sequence[Compared]) -> None:
    """The figures of all records together; those of single stages stand in their picture."""
    known = [one for one in figures if one.whole.refused is None and not one.stage]
    with st.grid(4, min_column_width=170, gap="small"):
        for one in known[:MOST_CARDS]:
            _card(one)


def _card(one: Compared) -> None:
    range_ = interval_of(one.whole)
    said = [records(one.whole.n)]
    if range_ is not None:
        said.insert(0, text("95% interval {range}", range=range_))
    with st.container(border=True, height="stretch"):
        st.markdown(
            f":small[{widgets.plain(label(one.whole))}]\n\n"
            f"#### {widgets.plain(value_of(one.whole))}\n\n"
            f":small[{widgets.plain(Text.joined(' · ', said))}]"
        )


def _aside(picked: Compared, figures: Sequence[Compared]) -> None:
    """What was left out and why, and what else has to be said."""
    lines = [*aside(picked, figures), *refused(figures)]
    if lines:
        heading = t("Left out, and worth knowing")
        st.markdown(f"**{heading}**")
        widgets.notices(lines)
