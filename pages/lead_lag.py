"""What leads: which indicator moves before which result, by how long, how surely."""

from functools import partial

import streamlit as st

from core.errors import Refusal
from core.figures import lead_lag as pictures
from core.lead_lag import Options, Scan
from core.metrics import Panel, Role
from core.reports import brief
from core.settings import settings
from pages.ui import cache, evidence, session, widgets
from pages.ui.session import t


def ask(panel: Panel) -> Scan:
    """The answer for the roles chosen, with its progress on screen."""
    roles = {one.id: session.role(one) for one in panel.indicators}
    leading, lagging = (
        [id for id, role in roles.items() if role is wanted]
        for wanted in (Role.LEADING, Role.LAGGING)
    )
    if not leading or not lagging:
        st.info(t("Choose at least one leading indicator and one result."), icon=":material/tune:")
        st.page_link("indicators.py", label=t("Choose indicators"), icon=":material/tune:")
        st.stop()
    options = Options(session.choice().lags, settings().surrogates, settings().seed)
    bar = st.progress(0.0, t("Comparing with {n} random histories …", n=options.surrogates))
    found = cache.scan(panel, (leading, lagging), options, bar.progress)
    bar.empty()
    return found


def cards(panel: Panel, scan: Scan) -> None:
    """One card per pair, best evidence first; what was not found stands apart."""
    found = [pair for pair in scan.pairs if pair.rung >= 1]
    for pair in found:
        evidence.card(panel, pair)
    rest = [pair for pair in scan.pairs if pair.rung < 1]
    if rest:
        st.subheader(t("Nothing found, or too little data ({n})", n=len(rest)))
    for pair in rest:
        evidence.card(panel, pair)


def matrix(panel: Panel, scan: Scan) -> None:
    """All pairs at a glance."""
    look = widgets.look(panel.names)
    widgets.chart(
        pictures.matrix(scan, look),
        pictures.matrix_table(scan, look),
        look.say(pictures.matrix_alt(scan)),
        "matrix",
    )


widgets.need_files()
title, onward = st.columns([3, 1], vertical_alignment="bottom")
title.title(t("What leads"))
try:
    panel = cache.panel()
    found = ask(panel)
except Refusal as stop:
    widgets.refusal(stop)
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
as_cards, as_matrix = st.tabs([t("Pair by pair"), t("All pairs at a glance")])
with as_cards:
    cards(panel, found)
with as_matrix:
    matrix(panel, found)
