"""What leads: which indicator moves before which result, by how long, how surely."""

from functools import partial

import streamlit as st

from core.errors import Refusal
from core.language import text
from core.lead_lag import Options, Scan
from core.metrics import Panel, Role
from core.reports import brief
from core.settings import settings
from pages.ui import answers, cache, evidence, kept_tabs, opened, segments_view, session, widgets
from pages.ui.session import t


def need_roles(panel: Panel) -> tuple[list[str], list[str]]:
    """The indicators that may lead and the results; stops with the way on where one is missing."""
    roles = {one.id: opened.role(one) for one in segments_view.known(panel)}
    leading = [id for id, role in roles.items() if role is Role.LEADING]
    lagging = [id for id, role in roles.items() if role is Role.LAGGING]
    if leading and lagging:
        return leading, lagging
    if len(roles) < 2:
        words = t("Only one indicator was found. Bring another column or file to compare it with.")
        st.info(words, icon=":material/tune:")
        st.page_link("data.py", label=t("Back to the data"), icon=":material/table_view:")
    else:
        words = t("Choose at least one leading indicator and one result.")
        st.info(words, icon=":material/tune:")
        st.page_link("indicators.py", label=t("Choose indicators"), icon=":material/tune:")
    st.stop()


def ask(panel: Panel) -> Scan:
    """The answer for the roles chosen, with its progress on screen."""
    pairs = need_roles(panel)
    options = Options(opened.choice().lags, settings().surrogates, settings().seed)
    words = t("Comparing with {n} random histories …", n=options.surrogates)
    bar = st.progress(0.0, words)
    found = cache.scan(panel, pairs, options, partial(bar.progress, text=words))
    bar.empty()
    return found


widgets.need_files()
title, onward = st.columns([3, 2], vertical_alignment="bottom")
title.title(t("What leads"))
over = segments_view.over()
try:
    panel = cache.panel(over)
    found = ask(panel)
except Refusal as stop:
    widgets.refusal(stop)
    st.page_link("data.py", label=t("Back to the data"), icon=":material/table_view:")
    st.stop()
onward.download_button(
    t("One-page brief"),
    partial(brief, panel, found, session.language()),
    "headlight.html",
    "text/html",
    key="brief",
    on_click="ignore",
    icon=":material/download:",
    width="stretch",
)
st.markdown(widgets.plain(evidence.summary(panel, found)))
as_cards, as_matrix = kept_tabs.tabs([text("One by one"), text("All pairs")], "pairs-seen")
with as_cards:
    answers.cards(panel, found)
with as_matrix:
    answers.matrix(panel, found)
