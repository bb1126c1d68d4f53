"""Next month's file on screen: what it would change, and the one click that takes it."""

import streamlit as st

from core.tables.updates import Mode
from pages.ui import changes, opened, session, update_view, widgets
from pages.ui.session import Waiting, t


def ask() -> None:
    """One card for each file that waits for a word."""
    for waiting in session.waiting():
        with st.container(border=True, key=f"arrival-{waiting.arrival.digest[:8]}"):
            _card(waiting)


def _card(waiting: Waiting) -> None:
    arrival, key = waiting.arrival, waiting.arrival.digest[:8]
    name = next((f.source for f in opened.files() if f.id == arrival.dataset), "")
    st.markdown(
        ":material/update: "
        + t(
            "**“{new}” continues “{old}”.** Nothing is taken before you accept.",
            new=widgets.plain(arrival.source),
            old=widgets.plain(name),
        )
    )
    update_view.show(arrival.comparison, key)
    renamed = update_view.renames(arrival.comparison, key)
    with st.container(horizontal=True):
        if st.button(t("Accept the update"), type="primary", key=f"accept-{key}"):
            _done(lambda: changes.accept(waiting, Mode.UPDATE, renamed))
        with st.popover(t("Take it another way"), key=f"other-{key}"):
            st.caption(t("Replace: only the new file counts from now on."))
            if st.button(t("Replace everything"), key=f"replace-{key}", width="stretch"):
                _done(lambda: changes.accept(waiting, Mode.REPLACE, renamed))
            st.caption(t("Append: all its rows are added below, also those already there."))
            if st.button(t("Append below"), key=f"append-{key}", width="stretch"):
                _done(lambda: changes.accept(waiting, Mode.APPEND, renamed))
            st.caption(t("Keep apart: it becomes a file of its own beside the other."))
            if st.button(t("Keep as its own file"), key=f"apart-{key}", width="stretch"):
                _done(lambda: changes.keep_apart(waiting))
        if st.button(t("Leave it out"), key=f"dismiss-{key}"):
            _done(lambda: changes.dismiss(waiting))


def _done(change) -> None:
    change()
    st.rerun()
