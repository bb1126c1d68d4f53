"""The open files on screen: which is looked at, which tables are used, adding one."""

from collections.abc import Sequence

import streamlit as st

from core.tables import Table
from pages.ui import changes, opened, widgets
from pages.ui.opened import Brought, OpenSource
from pages.ui.session import t


def choose() -> Brought:
    """The file or connected table looked at: the only one, or that picked; at first the last."""
    files = {one.id: one for one in opened.brought()}
    if len(files) == 1:
        file = next(iter(files.values()))
        icon = ":material/database:" if isinstance(file, OpenSource) else ":material/description:"
        st.markdown(f"{icon} **{widgets.plain(file.source)}**")
        return file
    picked = st.segmented_control(
        t("File or table") if opened.connections() else t("File"),
        list(files),
        default=list(files)[-1],
        format_func=lambda id: widgets.plain(files[id].source),
        key="file",
        required=True,
        wrap=True,
    )
    return files[str(picked)]


def tables(file: Brought) -> Sequence[Table]:
    """The file's tables one after the other, each with the switch whether it is used."""
    for place, table in enumerate(file.tables):
        if len(file.tables) > 1 or len(opened.brought()) > 1:
            with st.container(horizontal=True, vertical_alignment="center"):
                named = file.source if isinstance(file, OpenSource) else t("Table {n}", n=place + 1)
                st.subheader(widgets.plain(table.sheet or named))
                use(file, place, any(table is one for one in opened.used(file)))
        yield table


def use(file: Brought, place: int, used: bool) -> None:
    """Whether a table's columns go to the panel."""
    if st.toggle(t("Use this table"), used, key=f"use-{file.id}-{place}") != used:
        changes.use(file, place, not used)
        st.rerun()


def add() -> None:
    """A place for next month's file or another one."""
    brought = widgets.uploader(t("Drop next month's file here, or another"))
    if brought:
        changes.open_files((file.name, file.getvalue()) for file in brought)
        st.rerun()
