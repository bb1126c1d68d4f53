"""Explore: one indicator, its trend and its last complete period, by segment, with its cells."""

import streamlit as st

from core.errors import Refusal
from core.language import text
from pages.ui import about, bridge_view, cache, explore_view, kept_tabs, receipts_view, widgets
from pages.ui.session import t

widgets.need_files()
st.title(t("Explore"))
try:
    panel = cache.panel()
except Refusal as stop:
    widgets.refusal(stop)
    st.page_link("data.py", label=t("Back to the data"), icon=":material/table_view:")
    st.stop()
one = explore_view.choose(panel)
explore_view.standing(panel, one)
over_time, by_group, known = kept_tabs.tabs(
    [text("Over time"), text("By segment"), text("About it")], "explored"
)
if over_time.open:
    with over_time:
        explore_view.trend(panel, one)
        receipts_view.show(panel, one.id, f"explore-{one.id}")
        bridge_view.show(panel, one)
if by_group.open:
    with by_group:
        explore_view.groups(one)
if known.open:
    with known:
        about.full(panel, one)
