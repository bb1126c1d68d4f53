"""What changed the pipeline in a period: the bridge, below the trend of what the pipeline holds."""

import pandas as pd
import streamlit as st

from core.errors import Refusal
from core.figures import bridge as pictures
from core.metrics import Bridge, Indicator, Panel
from pages.ui import cache, events, session, widgets
from pages.ui.session import t

_OF = ("pipeline_value", "pipeline_count", "pipeline_growth")


def show(panel: Panel, one: Indicator) -> None:
    """The bridge of one period; nothing where the indicator is not worked out from deals."""
    if one.metric not in _OF or one.place.column:
        return
    st.subheader(t("What changed the pipeline"))
    try:
        found = cache.bridge(panel)
    except Refusal as stop:
        widgets.refusal(stop)
        return
    steps = _steps(found, one).reindex(panel.values.index).dropna()
    if steps.empty:
        return
    look = widgets.look(panel.names(session.language()))
    period = st.selectbox(
        t("Period"), steps.index[::-1], format_func=look.period, key=f"bridge-{panel.key}-{one.id}"
    )
    widgets.chart(
        pictures.bridge(steps.loc[period], look),
        pictures.bridge_table(steps, look),
        look.say(pictures.bridge_alt(steps.loc[period], period, look)),
        f"bridge-{one.id}",
    )
    events.during(period.start_time.date(), period.end_time.date(), f"bridge-{one.id}")
    for said in found.notices:
        st.caption(widgets.plain(said))


def _steps(found: Bridge, one: Indicator) -> pd.DataFrame:
    """In deals where deals are counted or no amounts are known, else in money."""
    return found.count if one.metric == "pipeline_count" or found.value is None else found.value
