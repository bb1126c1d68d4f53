"""Data: what was found in the file, what was set aside, what is still asked."""

import streamlit as st

from core.errors import Refusal
from core.figures import data as pictures
from core.reports import aside_table, columns_table, issues_table
from core.tables import Question, Table
from pages.ui import session, widgets
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


def ask(file: OpenFile, question: Question) -> None:
    """One question; the answer reads the file again."""
    with st.container(border=True):
        st.markdown(f":material/help: **{widgets.plain(question.what)}**")
        with st.container(horizontal=True):
            for value, words in question.choices:
                key = f"answer-{file.source}-{question.id}-{question.column}-{value}"
                if st.button(widgets.plain(words), key=key):
                    session.answer(file.source, file.answers.with_answer(question, value))
                    st.rerun()


def x_ray(file: OpenFile, sheet: str) -> None:
    """The sheet as it lies, coloured by what was understood."""
    grid = next(one for one in file.reading.grids if one.sheet == sheet)
    look = widgets.look({})
    view = pictures.xray(grid, file.reading.tables)
    widgets.legend(pictures.legend(view, look))
    words = t("The sheet as it lies in the file, coloured by what was understood")
    st.dataframe(pictures.styled(view, look), height=360, alt=words)
    more = pictures.left_out(view)
    if more is not None:
        st.caption(widgets.plain(more))


def understood(table: Table) -> None:
    """Columns, notices, issues and what was set aside of one table."""
    language = session.language()
    for notice in table.notices:
        st.markdown(f":material/info: {widgets.plain(notice)}")
    st.subheader(t("Columns"))
    st.dataframe(columns_table(table, language), hide_index=True, alt=t("Columns"))
    issues = issues_table(table.issues, language)
    st.subheader(t("Issues ({n})", n=len(issues)))
    if issues.empty:
        st.markdown(f":material/check_circle: {t('No cell was lost.')}")
    else:
        st.dataframe(issues, hide_index=True, alt=t("Issues ({n})", n=len(issues)))
    if table.set_aside:
        with st.expander(t("Set aside ({n})", n=len(table.set_aside))):
            st.dataframe(aside_table(table.set_aside, language), hide_index=True)


def use(file: OpenFile, table: Table) -> None:
    """Whether a table's columns go to the panel; asked only where there is a choice."""
    used = any(table is one for one in session.used(file))
    key = f"use-{file.source}-{table.sheet}-{table.header_rows}"
    if st.toggle(t("Use this table"), used, key=key) != used:
        session.use(file, table, not used)
        st.rerun()


def add_files() -> None:
    """More files beside those open."""
    brought = widgets.uploader(t("Add another file"), f"add-{session.times()}", several=True)
    for file in brought:
        try:
            session.open_file(file.name, file.getvalue())
        except Refusal as stop:
            widgets.refusal(stop)
    if brought and session.files():
        st.rerun()


def show(file: OpenFile) -> None:
    """Questions first, then the picture, then the lists."""
    for table in file.reading.tables:
        for question in table.questions:
            ask(file, question)
    for notice in file.reading.notices:
        st.markdown(f":material/info: {widgets.plain(notice)}")
    sheets = [grid.sheet for grid in file.reading.grids]
    sheet = sheets[0]
    if len(sheets) > 1:
        sheet = st.segmented_control(
            t("Sheet"), sheets, default=sheet, key=f"sheet-{file.source}", required=True
        )
    x_ray(file, sheet)
    for table in file.reading.tables:
        if table.sheet == sheet:
            if len(file.reading.tables) > 1:
                use(file, table)
            understood(table)


widgets.need_files()
title, onward = st.columns([3, 1], vertical_alignment="bottom")
title.title(t("Data"))
asked = any(table.questions for file in session.files() for table in file.reading.tables)
if onward.button(t("Next: indicators"), type="primary", disabled=asked, width="stretch"):
    st.switch_page("indicators.py")
show(choose_file())
with st.expander(t("Add or close files"), icon=":material/folder_open:"):
    add_files()
    for one in session.files():
        if st.button(t("Close {name}", name=widgets.plain(one.source)), key=f"close-{one.source}"):
            session.close_file(one.source)
            st.rerun()
