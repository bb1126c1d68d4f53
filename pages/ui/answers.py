"""All pairs on screen: as cards, and as one picture."""

import streamlit as st

from core.figures import lead_lag as pictures
from core.lead_lag import LeadLag, Scan, Verdict
from core.metrics import Panel
from pages.ui import evidence, session, widgets
from pages.ui.session import t

MOST = 15  # pairs without a finding drawn at a time


def cards(panel: Panel, scan: Scan) -> None:
    """One card per pair, best evidence first; what needs more data or was not found, apart."""
    found = [pair for pair in scan.pairs if pair.rung >= 1]
    early = [pair for pair in scan.pairs if pair.verdict is Verdict.TOO_LITTLE_DATA]
    nothing = [pair for pair in scan.pairs if pair.verdict is Verdict.NO_EVIDENCE]
    for pair in found:
        evidence.card(panel, pair)
    if early:
        st.subheader(t("Too little data to tell yet ({n})", n=len(early)))
    for pair in widgets.leaf(early, MOST, "leaf-early"):
        evidence.card(panel, pair)
    if nothing:
        _nothing(panel, nothing, alone=not found and not early)


def _nothing(panel: Panel, pairs: list[LeadLag], alone: bool) -> None:
    """The pairs without evidence, folded away where there is more to see."""
    opened = session.pair_open() in [(pair.leading, pair.lagging) for pair in pairs]
    with st.expander(
        t("No evidence of a lead ({n})", n=len(pairs)), expanded=alone or opened, key="nothing"
    ):
        for pair in widgets.leaf(pairs, MOST, "leaf-nothing"):
            evidence.card(panel, pair)


def matrix(panel: Panel, scan: Scan) -> None:
    """All pairs at a glance."""
    look = widgets.look(panel.names(session.language()))
    st.markdown(
        t(
            "Each row may lead, each column is a result. The more dots, the surer; a time such as "
            "“2 mo” is how much earlier the indicator moved."
        )
    )
    widgets.chart(
        pictures.matrix(scan, look),
        pictures.matrix_table(scan, look),
        look.say(pictures.matrix_alt(scan)),
        "matrix",
    )
