"""The records behind a topic, each with the file, the sheet and the row it was read from."""

import streamlit as st

from core.enablement.topics import Topic
from core.language import counted
from core.tables.mapping import KIND_NAMES
from pages.ui import enablement_asked, session, widgets
from pages.ui.session import t

MOST_SHOWN = 1000  # rows on screen; the download has all


def show(topic: Topic) -> None:
    """A way to the rows of each kind; read only once it is opened."""
    opened = st.expander(
        t("The rows behind it"),
        icon=":material/receipt_long:",
        key=f"enabled-rows-{topic.id}",
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        there = [one for one in topic.kinds if one in enablement_asked.book().frames]
        kind = there[0]
        if len(there) > 1:
            kind = st.selectbox(
                t("Which records"),
                there,
                format_func={one: KIND_NAMES[one].to(session.language()) for one in there}.get,
                key=f"enabled-kind-{topic.id}",
            )
        _rows(topic, kind)


def _rows(topic: Topic, kind: object) -> None:
    frame = enablement_asked.behind(kind)
    if frame.empty:
        st.markdown(t("These rows lie in a connected source and are not brought here."))
        return
    said = counted("{n} row", "{n} rows", len(frame))
    more = len(frame) > MOST_SHOWN
    note = t("the first {n} are shown, the download has all", n=MOST_SHOWN) if more else ""
    st.caption(" · ".join(filter(None, [widgets.plain(said), note])))
    st.dataframe(
        frame.head(MOST_SHOWN), hide_index=True, alt=t("The rows behind it"), placeholder="–"
    )
    widgets.downloads(frame, f"enablement-{topic.id}")
