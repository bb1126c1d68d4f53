"""The open files on screen: which is looked at, which tables are used, adding and closing."""

import streamlit as st

from core.tables import Table
from pages.ui import session, widgets
from pages.ui.session import OpenFile, t


def choose() -> OpenFile:
    """The file looked at: the only one, or the one picked."""
    files = {file.source: file for file in session.files()}
    if len(files) == 1:
        return next(iter(files.values()))
    picked = st.segmented_control(
        t("File"),
        list(files),
        default=next(iter(files)),
        format_func=widgets.plain,
        key="file",
        required=True,
        wrap=True,
    )
    return files[str(picked)]


def use(file: OpenFile, table: Table) -> None:
    """Whether a table's columns go to the panel; asked only where there is a choice."""
    used = any(table is one for one in session.used(file))
    key = f"use-{file.source}-{table.sheet}-{table.header_rows}"
    if st.toggle(t("Use this table"), used, key=key) != used:
        session.use(file, table, not used)
        st.rerun()


def change() -> None:
    """More files beside those open, and a way to close each."""
    brought = widgets.uploader(t("Add another file"))
    if brought:
        session.open_files((file.name, file.getvalue()) for file in brought)
        st.rerun()
    for one in session.files():
        if st.button(t("Close {name}", name=widgets.plain(one.source)), key=f"close-{one.source}"):
            session.close_file(one.source)
            st.rerun()
