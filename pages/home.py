"""Start: drop a file, open a sample, or go on where you stopped."""

import streamlit as st

from pages.ui import (
    arrival,
    changes,
    connect_form,
    opened,
    recent,
    review,
    sample_cards,
    session,
    widgets,
)
from pages.ui.session import t


def drop(label: str) -> None:
    """The place to drop files; what cannot be read is said here, the rest goes on."""
    brought = widgets.uploader(label)
    if brought:
        changes.open_files((file.name, file.getvalue()) for file in brought)
        if opened.files() and not session.refused():
            st.switch_page("data.py")
        st.rerun()
    widgets.told()


st.title(t("What moves before your results?"))
st.markdown(
    t(
        "Leading indicators are the headlights, results the rear-view mirror. Bring the sheet you "
        "already keep: Headlight says which indicator moves first, by how long, and how sure "
        "that is."
    )
)
arrival.ask("data.py")
with st.container(border=True):
    if opened.files():
        drop(t("Drop next month's file here, or another"))
    else:
        drop(t("Drop your spreadsheet here: Excel, CSV, OpenDocument or Parquet"))
    st.caption(t("Your file is read and kept on this server only. Nothing is sent elsewhere."))
connect_form.show()
if opened.files() or opened.connections():
    recent.now_open()
    review.upcoming()
recent.earlier()
sample_cards.show()
