"""One connected table on the Data page: where it lies, as of when, what its columns give."""

import streamlit as st

from core.errors import Refusal
from core.metrics import no_kind
from core.tables import TableKind
from core.workspace import where
from pages.ui import changes, mapping_view, open_files, opened, possible_view, session, widgets
from pages.ui.opened import OpenSource
from pages.ui.session import t


def show(source: OpenSource) -> None:
    """Its standing; below it the columns and the indicators they make possible."""
    _standing(source)
    if source.refused is not None:
        _silent(source, source.refused)
        return
    columns, given = st.tabs(
        [t("Columns"), t("Indicators")], on_change="rerun", key=f"about-{source.id}"
    )
    if columns.open:
        with columns:
            for table in open_files.tables(source):
                if not opened.used(source) and table.kind is TableKind.OTHER:
                    widgets.refusal(no_kind(source.source))
                widgets.notices(table.notices)
                mapping_view.show(source, table)
    if given.open:
        with given:
            possible_view.show(source)


def _standing(source: OpenSource) -> None:
    """Where the table lies and as of when, the ways to ask it afresh and to take it out."""
    when = t("As of {when}", when=widgets.moment(source.asked))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{widgets.plain(where(source.connection))}  \n{when} · " + t("read only"))
        st.space("stretch")
        if st.button(t("Refresh"), icon=":material/refresh:", key=f"refresh-{source.id}"):
            session.ask_again(source.id)
            session.tell()
            st.rerun()
        if st.button(t("Disconnect"), icon=":material/link_off:", key=f"disconnect-{source.id}"):
            changes.disconnect(source)
            st.rerun()


def _silent(source: OpenSource, stop: Refusal) -> None:
    """Why it cannot be asked, and what can be done without it."""
    widgets.refusal(stop)
    if not source.connection.trusted:
        if st.button(t("Connect"), type="primary", key=f"trust-{source.id}"):
            changes.trust(source)
            st.rerun()
        return
    open_files.use(source, 0, source is opened.silent())
