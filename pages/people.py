"""People: eNPS, pulse surveys and one-on-ones that protect small teams."""

import streamlit as st

from core.language import text
from pages.ui import arrival, enps_view, kept_tabs, one_on_ones_view, pulse_view, widgets
from pages.ui.session import t

st.title(t("People"))
st.markdown(
    t(
        "How your people are, from answers that nobody can trace back to one of them: a team is "
        "shown only where the answers of fewer than five people cannot be worked out."
    )
)
widgets.told()
arrival.ask()
enps, pulse, one_on_ones = kept_tabs.tabs(
    [text("eNPS"), text("Pulse"), text("One-on-ones")], key="people"
)
if enps.open:
    with enps:
        enps_view.show()
if pulse.open:
    with pulse:
        pulse_view.show()
if one_on_ones.open:
    with one_on_ones:
        one_on_ones_view.show()
