"""The attack on the figures on show: whether anybody could be worked out from them."""

import streamlit as st

from core.figures.enps_groups import group_name
from core.language import counted, text
from core.people import FLOOR, Proof, prove
from pages.ui import survey_waves, widgets
from pages.ui.session import t


def show() -> None:
    """A button, and what the attack found."""
    st.subheader(t("Can anybody be worked out?"))
    st.caption(
        t(
            "The attack does what somebody could do who knows who is in which group: it adds and "
            "subtracts the figures on show, and looks how far whole numbers pin the rest."
        )
    )
    if st.button(
        t("Check that nobody can be worked out"), key="enps-proof", icon=":material/shield:"
    ):
        with st.spinner(t("Attacking the figures on show …"), show_time=True):
            proof = prove(survey_waves.all_shown())
        _told(proof, FLOOR)


def _told(proof: Proof, floor: int) -> None:
    if not proof.tried:
        none = text("There is no group or crossing of fewer than {floor} to attack.", floor=floor)
        st.success(widgets.plain(none), icon=":material/verified_user:")
    elif proof.holds:
        said = counted(
            "Nobody: {n} group or crossing of fewer than {floor} was attacked and none gave way.",
            "Nobody: {n} groups and crossings of fewer than {floor} were attacked and none gave "
            "way.",
            proof.tried,
            floor=floor,
        )
        st.success(widgets.plain(said), icon=":material/verified_user:")
    else:
        look = widgets.look({})
        named = ", ".join(group_name(one, look) for one in proof.computed)
        open_ = text("These can be worked out: {groups}. Do not pass the figures on.", groups=named)
        st.error(widgets.plain(open_), icon=":material/gpp_bad:")
