"""People: eNPS, pulse surveys and one-on-ones that protect small teams."""

import streamlit as st

from pages.ui import enps_view, one_on_ones_view, pulse_view, widgets
from pages.ui.session import t

st.title(t("People"))
st.markdown(
    t(
        "How your people are, from answers that nobody can trace back to one of them: a team is "
        "shown only where fewer than five answers cannot be worked out from it."
    )
)
widgets.told()
enps, pulse, one_on_ones = st.tabs(
    [t("eNPS"), t("Pulse"), t("One-on-ones")], on_change="rerun", key="people"
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
