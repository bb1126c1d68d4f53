"""Connecting a database: its address or name, its tables, the one that is wanted.

A password never comes here: one that is typed is refused, and the field emptied.
"""

import streamlit as st

from core.errors import Refusal
from core.metrics import address_of, alone, listed, tables_of
from pages.ui import changes, session, widgets
from pages.ui.found import Found
from pages.ui.session import t

_OTHER = ""
EXAMPLE = "postgresql://reader:${HEADLIGHT_DATABASE_PASSWORD}@db.example/crm"


def show() -> None:
    """The way in, folded away until it is wanted."""
    with st.expander(t("Connect to a database"), icon=":material/database:", key="connect"):
        if not listed() and not alone():
            st.caption(
                t(
                    "This server lists no database. Whoever runs it can list some in {setting}.",
                    setting="HEADLIGHT\\_CONNECTIONS",
                )
            )
            return
        _ask()
        found = session.found()
        if found is not None and found.refused is not None:
            widgets.refusal(found.refused)
        elif found is not None:
            _table(found)


def _ask() -> None:
    """Which source; nothing is sent before the button is pressed."""
    st.caption(t("Read only: indicators are worked out there, the rows stay where they are."))
    with st.form(f"connect-{session.times()}", border=False):
        name, url = _which(), ""
        if name == _OTHER:
            url = st.text_input(t("Address"), placeholder=EXAMPLE, autocomplete="off")
            st.caption(_how())
        asked = st.form_submit_button(t("Test the connection"), icon=":material/cable:")
    if asked:
        _find(name, url or "")
        st.rerun()


def _which() -> str:
    """A source that this server lists, or none of them where any may be entered."""
    names = [*listed(), *([_OTHER] if alone() else [])]
    if names == [_OTHER]:
        return _OTHER
    words = {name: name or t("Another address") for name in names}
    return str(st.selectbox(t("Database"), names, format_func=words.get))


def _how() -> str:
    """The forms an address can have, and where its password goes."""
    forms = "`sc://…` (Spark), `duckdb:///…`, `parquet:///…`"
    password = t(
        "No password here: set it as {variable} where Headlight is started, and write {name} in "
        "its place.",
        variable="`HEADLIGHT_DATABASE_PASSWORD`",
        name="`${HEADLIGHT_DATABASE_PASSWORD}`",
    )
    return t("Also: {forms}.", forms=forms) + "  \n" + password


def _find(name: str, written: str) -> None:
    """Keeps what is found there; an address that is refused for what it says is not kept."""
    url, _, table = written.strip().partition("#")
    try:
        address = address_of(name, url)
    except Refusal as stop:
        session.brought()
        session.find(Found(refused=stop))
        return
    try:
        with session.wait_for_source():
            session.find(Found(name, url, table, tables_of(address)))
    except Refusal as stop:
        session.find(Found(refused=stop))


def _table(found: Found) -> None:
    """Which of the tables, and the way to connect it."""
    st.markdown(":material/check_circle: " + t("The connection works."))
    table = found.table
    if found.tables:
        (only,) = found.tables if len(found.tables) == 1 else (table,)
        table = st.selectbox(
            t("Table"),
            found.tables,
            index=found.tables.index(only) if only in found.tables else None,
            placeholder=t("Choose"),
            accept_new_options=alone(),
            key="connect-table",
        )
    if st.button(
        t("Connect this table"), type="primary", key="connect-now", disabled=table is None
    ):
        if changes.connect(found.listed, found.url, str(table)):
            session.find(None)
            session.brought()
            st.switch_page("data.py")
        st.rerun()
