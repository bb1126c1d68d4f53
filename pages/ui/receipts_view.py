"""Where a number comes from: the file, sheet and cells behind one value of an indicator."""

import pandas as pd
import streamlit as st

from core.language import Amount, Text, period_text, text
from core.metrics import Connected, Panel
from core.people.series import is_of_survey
from core.reports import receipts_table, spoken
from pages.ui import cache, going, session, widgets
from pages.ui.session import t


def show(panel: Panel, id: str, key: str) -> None:
    """A way from any value of the indicator to its cells; read only once it is opened."""
    opened = st.popover(
        t("Where do the numbers come from?"),
        icon=":material/receipt_long:",
        key=f"receipts-{key}",
        on_change="rerun",
        type="tertiary",
    )
    if opened.open:
        with opened:
            _cells(panel, id, key)


def _cells(panel: Panel, id: str, key: str) -> None:
    if is_of_survey(panel.indicator(id)):
        st.markdown(t("From the closed wave of the survey: single answers are never shown."))
        return
    known = panel.values[id].dropna()
    period = st.selectbox(
        t("Period"),
        list(reversed(known.index)),
        format_func=lambda one: period_text(one, session.language()),
        key=f"receipts-period-{key}",
    )
    if not isinstance(period, pd.Period):
        return
    place = panel.indicator(id).place
    if any(isinstance(one, Connected) and one.source == place.source for one in cache.tables()):
        st.markdown(t("Worked out in the database: {place}.", place=widgets.plain(place.text())))
        return
    found = cache.receipts(panel, id, period)
    hidden = {(one.source, one.sheet) for one in cache.tables() if going.is_hidden(one)}
    if any((one.place.source, one.place.sheet) in hidden for one in found):
        going.why()
        return
    said = text(
        "{name}: {value}. Read from these cells:",
        name=panel.names(session.language())[id],
        value=Text("{value}", (("value", Amount(float(known[period]), 2)),)),
    )
    st.markdown(widgets.plain(said))
    table = spoken(receipts_table(found, session.language()), session.language())
    st.dataframe(table, hide_index=True, alt=t("Where do the numbers come from?"))
