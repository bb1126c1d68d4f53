"""Data: files and connected tables, what was understood of them, answers, next month's file."""

import streamlit as st

from pages.ui import (
    arrival,
    cache,
    connect_form,
    file_view,
    fiscal_view,
    going,
    open_files,
    opened,
    source_view,
    widgets,
)
from pages.ui.opened import OpenSource
from pages.ui.session import t

widgets.need_files()
title, onward = st.columns([3, 1], vertical_alignment="bottom")
title.title(t("Data"))
asked = any(opened.questions(one) for one in opened.brought())
stop = None if asked else cache.why_not()
if onward.button(
    t("Next: indicators"), type="primary", disabled=bool(asked or stop), width="stretch"
):
    st.switch_page("indicators.py")
widgets.told()
arrival.ask()
with st.expander(t("Add next month's file, or another"), icon=":material/folder_open:"):
    open_files.add()
connect_form.show()
if stop:
    going.refused(stop)
if fiscal_view.matters() and not asked:
    fiscal_view.ask("fiscal-data")
one = open_files.choose()
if isinstance(one, OpenSource):
    source_view.show(one, stop)
else:
    file_view.ask(one)
    file_view.show(one)
