"""Data: bring a file in, see what was understood of it, answer, correct, take in next month's."""

import streamlit as st

from pages.ui import (
    arrival,
    cache,
    changes,
    history,
    mapping_view,
    open_files,
    opened,
    possible_view,
    quality_view,
    sheet_view,
    widgets,
)
from pages.ui.opened import OpenFile
from pages.ui.session import t


def ask(file: OpenFile) -> None:
    """The file's questions, each kind once; an answer reads the file again."""
    for question in opened.questions(file):
        said = widgets.question(question, f"{file.id}-{question.id}")
        if said is not None:
            changes.answer(file, file.answers.with_answer(question, said))
            st.rerun()


def show(file: OpenFile) -> None:
    """The sheet, its columns, how good they are, and where its months came from."""
    if not opened.used(file) and len(opened.files()) > 1:
        st.info(t("No table of this file is used."), icon=":material/visibility_off:")
    names = t("Sheet"), t("Columns"), t("Indicators"), t("Quality"), t("Uploads")
    sheet, columns, given, quality, months = st.tabs(names, on_change="rerun", key="about")
    if sheet.open:
        with sheet:
            sheet_view.show(file)
    if columns.open:
        with columns:
            for table in open_files.tables(file):
                mapping_view.show(file, table)
    if given.open:
        with given:
            possible_view.show(file)
    if quality.open:
        with quality:
            for place, _ in enumerate(open_files.tables(file)):
                found = cache.quality(file, place, widgets.today())
                quality_view.show(found, f"{file.id}-{place}")
    if months.open:
        with months:
            history.uploads(file)


widgets.need_files()
title, onward = st.columns([3, 1], vertical_alignment="bottom")
title.title(t("Data"))
asked = any(opened.questions(file) for file in opened.files())
stop = None if asked else cache.why_not()
if onward.button(
    t("Next: indicators"), type="primary", disabled=bool(asked or stop), width="stretch"
):
    st.switch_page("indicators.py")
widgets.told()
arrival.ask()
with st.expander(t("Add next month's file, or another"), icon=":material/folder_open:"):
    open_files.add()
if stop:
    widgets.refusal(stop)
file = open_files.choose()
ask(file)
show(file)
