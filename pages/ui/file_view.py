"""One file on the Data page: its open questions, its sheets, what its columns mean and give."""

import streamlit as st

from core.language import text
from pages.ui import (
    cache,
    changes,
    fiscal_view,
    going,
    history,
    kept_tabs,
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

_TABS = (text("Sheet"), text("Columns"), text("Indicators"), text("Quality"), text("Uploads"))


def ask(file: OpenFile) -> None:
    """The file's questions, each kind once; an answer reads the file again."""
    for question in opened.questions(file):
        said = widgets.question(question, f"{file.id}-{question.id}")
        if said is not None and question.id == fiscal_view.QUESTION:
            fiscal_view.say(int(said))
            st.rerun()
        elif said is not None:
            changes.answer(file, file.answers.with_answer(question, said))
            st.rerun()


def show(file: OpenFile) -> None:
    """The sheet, its columns, how good they are, and where its months came from."""
    if not opened.used(file) and len(opened.brought()) > 1:
        st.info(t("No table of this file is used."), icon=":material/visibility_off:")
    going.told(file)
    sheet, columns, given, quality, months = kept_tabs.tabs(_TABS, "about")
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
            for place, table in enumerate(open_files.tables(file)):
                found = cache.quality(file, place, widgets.today())
                quality_view.show(found, f"{file.id}-{place}", going.is_hidden(table))
    if months.open:
        with months:
            history.uploads(file)
