"""Enablement: the seven metrics of sales enablement, each on its own tab, and what works."""

import streamlit as st

from core.enablement.topics import TOPICS
from core.errors import Refusal
from pages.ui import enablement_asked, enablement_view, kept_tabs, widgets
from pages.ui.session import t

widgets.need_files()
st.title(t("Enablement"))
st.markdown(
    t(
        "What sales enablement is measured by: who is unanswered, unfinished or still open is "
        "counted as such, and each figure says how sure it is."
    )
)
try:
    enablement_asked.book()
except Refusal as stop:
    widgets.refusal(stop)
    st.page_link("data.py", label=t("Back to the data"), icon=":material/table_view:")
    st.stop()
tabs = kept_tabs.tabs([one.tab for one in TOPICS], "enabled")
for topic, tab in zip(TOPICS, tabs, strict=True):
    if tab.open:
        with tab:
            enablement_view.show(topic)
