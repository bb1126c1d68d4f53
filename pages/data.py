"""Data: what was found in the file, what was set aside, what is still asked."""

import streamlit as st

from pages.ui import cache, open_files, session, sheet_view, widgets
from pages.ui.session import OpenFile, t


def ask(file: OpenFile) -> None:
    """The file's questions, each kind once; an answer reads the file again."""
    for question in session.questions(file):
        said = widgets.question(question, f"{file.source}-{question.id}")
        if said is not None:
            session.answer(file.source, file.answers.with_answer(question, said))
            st.rerun()


def show(file: OpenFile) -> None:
    """Questions first, then the picture, then the lists."""
    ask(file)
    if not session.used(file) and len(session.files()) > 1:
        st.info(t("No table of this file is used."), icon=":material/visibility_off:")
    widgets.notices(file.reading.notices)
    sheets = [grid.sheet for grid in file.reading.grids]
    sheet = sheets[0]
    if len(sheets) > 1:
        sheet = st.segmented_control(
            t("Sheet"),
            sheets,
            default=sheet,
            format_func=widgets.plain,
            key=f"sheet-{file.source}",
            required=True,
            wrap=True,
        )
    sheet_view.x_ray(file, sheet)
    for table in file.reading.tables:
        if table.sheet == sheet:
            if len(file.reading.tables) > 1:
                open_files.use(file, table)
            sheet_view.understood(table)


widgets.need_files()
title, onward = st.columns([3, 1], vertical_alignment="bottom")
title.title(t("Data"))
asked = any(session.questions(file) for file in session.files())
stop = None if asked else cache.why_not()
if onward.button(
    t("Next: indicators"), type="primary", disabled=bool(asked or stop), width="stretch"
):
    st.switch_page("indicators.py")
widgets.refusals()
if stop:
    widgets.refusal(stop)
show(open_files.choose())
with st.expander(t("Add or close files"), icon=":material/folder_open:"):
    open_files.change()
