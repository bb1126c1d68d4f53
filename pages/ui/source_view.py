"""One connected table on the Data page: where it lies, as of when, what its columns give."""

import streamlit as st

from core.errors import Refusal
from core.language import text
from core.tables import TableKind
from core.workspace import where
from pages.ui import (
    changes,
    kept_tabs,
    mapping_view,
    open_files,
    opened,
    possible_view,
    session,
    widgets,
)
from pages.ui.opened import OpenSource
from pages.ui.session import t

_UNCLEAR = text("What this table holds is not clear. Say it here, and what its columns are.")


def show(source: OpenSource, told: Refusal | None) -> None:
    """Its standing; below it the columns and the indicators they make possible.

    `told`: what the page has said already.
    """
    _standing(source)
    if source.refused is not None:
        if source.refused is not told:
            widgets.refusal(source.refused)
        _without(source)
        return
    columns, given = kept_tabs.tabs((text("Columns"), text("Indicators")), f"about-{source.id}")
    if columns.open:
        with columns:
            for table in open_files.tables(source):
                if table.kind is TableKind.OTHER:
                    st.warning(_UNCLEAR.to(session.language()), icon=":material/help:")
                else:
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


def _without(source: OpenSource) -> None:
    """What can be done while it cannot be asked."""
    if not source.connection.trusted:
        if st.button(t("Connect"), type="primary", key=f"trust-{source.id}"):
            changes.trust(source)
            st.rerun()
        return
    open_files.use(source, 0, source is opened.silent())
