"""Data: what was found in the file, what was set aside, what is still asked."""

import streamlit as st

from core.tables import Table
from pages.ui import session, sheet_view, widgets
from pages.ui.session import OpenFile, t


def choose_file() -> OpenFile:
    """The file looked at: the only one, or the one picked."""
    files = {file.source: file for file in session.files()}
    if len(files) == 1:
        return next(iter(files.values()))
    picked = st.segmented_control(
        t("File"), list(files), default=next(iter(files)), key="file", required=True
    )
    return files[str(picked)]


def ask(file: OpenFile) -> None:
    """The file's questions, each kind once; an answer reads the file again."""
    for question in session.questions(file):
        said = widgets.question(question, f"{file.source}-{question.id}")
        if said is not None:
            session.answer(file.source, file.answers.with_answer(question, said))
            st.rerun()


def use(file: OpenFile, table: Table) -> None:
    """Whether a table's columns go to the panel; asked only where there is a choice."""
    used = any(table is one for one in session.used(file))
    key = f"use-{file.source}-{table.sheet}-{table.header_rows}"
    if st.toggle(t("Use this table"), used, key=key) != used:
        session.use(file, table, not used)
        st.rerun()


def add_files() -> None:
    """More files beside those open."""
    brought = widgets.uploader(t("Add another file"))
    if brought:
        session.open_files((file.name, file.getvalue()) for file in brought)
        st.rerun()


def show(file: OpenFile) -> None:
    """Questions first, then the picture, then the lists."""
    ask(file)
    for notice in file.reading.notices:
        st.markdown(f":material/info: {widgets.plain(notice)}")
    sheets = [grid.sheet for grid in file.reading.grids]
    sheet = sheets[0]
    if len(sheets) > 1:
        sheet = st.segmented_control(
            t("Sheet"), sheets, default=sheet, key=f"sheet-{file.source}", required=True
        )
    sheet_view.x_ray(file, sheet)
    for table in file.reading.tables:
        if table.sheet == sheet:
            if len(file.reading.tables) > 1:
                use(file, table)
            sheet_view.understood(table)


widgets.need_files()
title, onward = st.columns([3, 1], vertical_alignment="bottom")
title.title(t("Data"))
asked = any(session.questions(file) for file in session.files())
if onward.button(t("Next: indicators"), type="primary", disabled=asked, width="stretch"):
    st.switch_page("indicators.py")
widgets.refusals()
show(choose_file())
with st.expander(t("Add or close files"), icon=":material/folder_open:"):
    add_files()
    for one in session.files():
        if st.button(t("Close {name}", name=widgets.plain(one.source)), key=f"close-{one.source}"):
            session.close_file(one.source)
            st.rerun()
