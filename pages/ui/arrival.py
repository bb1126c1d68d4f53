"""A file that waits for a word: what it would change, what goes of it, the click that takes it."""

import streamlit as st

from core.people.leaving import Instead
from core.tables.updates import Mode
from pages.ui import changes, going, opened, session, update_view, widgets
from pages.ui.session import Waiting, t


def ask(onward: str = "") -> None:
    """One card for each file that waits for a word; `onward`: the page after a first file."""
    for waiting in session.waiting():
        with st.container(border=True, key=f"arrival-{waiting.arrival.digest[:8]}"):
            if waiting.arrival.comparison is None:
                _first(waiting, onward)
            else:
                _next(waiting)


def _first(waiting: Waiting, onward: str) -> None:
    """A file of its own that names people."""
    arrival, key = waiting.arrival, waiting.arrival.digest[:8]
    new = widgets.plain(arrival.source)
    if all(one.instead is Instead.NO_NOTES for one in arrival.gone):
        said = t("**“{new}” tells of one-on-ones.** What was said goes before anything is kept.",
                 new=new)  # fmt: skip
    else:
        said = t("**“{new}” names people.** What names them goes before anything is kept.", new=new)
    st.markdown(f":material/person_off: {said}")
    going.show(arrival.gone)
    with st.container(horizontal=True):
        if st.button(t("Take it in without these"), type="primary", key=f"accept-{key}"):
            changes.accept(waiting, Mode.UPDATE, {})
            if onward and not (session.waiting() or session.refused()):
                st.switch_page(onward)
            st.rerun()
        if st.button(t("Leave it out"), key=f"dismiss-{key}"):
            _done(lambda: changes.dismiss(waiting))


def _next(waiting: Waiting) -> None:
    """Next month's file beside the one that it continues."""
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
    if arrival.gone:
        going.show(arrival.gone)
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
