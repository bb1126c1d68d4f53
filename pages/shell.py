"""The frame round every page: language, table of contents, page."""

import streamlit as st

from core.errors import Refusal
from pages.ui import brand, session, widgets
from pages.ui.session import t

page = st.navigation(
    [
        st.Page("home.py", title=t("Start"), icon=":material/home:", default=True),
        st.Page("data.py", title=t("Data"), icon=":material/table_view:", url_path="data"),
        st.Page(
            "indicators.py",
            title=t("Indicators"),
            icon=":material/tune:",
            url_path="indicators",
        ),
        st.Page(
            "explore.py",
            title=t("Explore"),
            icon=":material/query_stats:",
            url_path="explore",
        ),
        st.Page(
            "enablement.py",
            title=t("Enablement"),
            icon=":material/school:",
            url_path="enablement",
        ),
        st.Page(
            "lead_lag.py",
            title=t("What leads"),
            icon=":material/flare:",
            url_path="lead-lag",
        ),
        st.Page(
            "impact.py",
            title=t("Impact"),
            icon=":material/event_available:",
            url_path="impact",
        ),
        st.Page("people.py", title=t("People"), icon=":material/group:", url_path="people"),
        st.Page(
            "share.py",
            title=t("Workspace"),
            icon=":material/folder_shared:",
            url_path="workspace",
        ),
    ]
)
st.set_page_config(f"{page.title} · Headlight", "🔦", layout="wide")
brand.logo()
with st.sidebar:
    session.switch_language()
widgets.frame()
try:
    session.resume()
except Refusal as stop:
    widgets.refusal(stop)
try:
    page.run()
except Refusal as stop:
    widgets.refusal(stop)
