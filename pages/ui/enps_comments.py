"""What people wrote: of everybody only, shuffled, without names."""

import pandas as pd
import streamlit as st

from core.language import Text, counted
from core.people import Released
from core.people.comments import comments
from pages.ui import survey_people, survey_waves, widgets
from pages.ui.session import t

_MOST = 20  # comments of a leaf


def show(found: Released) -> None:
    """The comments of the wave, question by question, or why they are hidden."""
    pulse = survey_waves.pulse()
    if pulse is None or not len(pulse.comments.columns):
        return
    st.subheader(t("Comments"))
    st.caption(
        t(
            "Of everybody together, in no order, without time and score. Names, e-mail addresses "
            "and phone numbers are taken out as far as they can be told; read them before you "
            "pass them on."
        )
    )
    names = survey_people.names(survey_waves.survey_table(), pulse)
    for place, question in enumerate(pulse.comments.columns):
        st.markdown(f"**{widgets.plain(question)}**")
        _told(comments(pulse, question, found.wave, names), question, f"enps-comments-{place}")


def _told(found: tuple[str, ...] | Text, question: str, key: str) -> None:
    if isinstance(found, Text):
        st.info(widgets.plain(found), icon=":material/lock:")
        return
    said = counted("{n} comment", "{n} comments", len(found))
    with st.expander(widgets.plain(said), icon=":material/chat:"):
        seen = widgets.leaf(found, _MOST, key)
        st.markdown("\n".join(f"- {widgets.plain(' '.join(one.split()))}" for one in seen))
    widgets.downloads(pd.DataFrame({question: list(found)}), key)
