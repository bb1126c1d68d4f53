"""What the team wants to remember beside its figures."""

from collections.abc import Sequence

import streamlit as st

from core.language import text
from core.workspace import Note, edits
from pages.ui import changes, widgets
from pages.ui.session import t

LONGEST = 2000


def show(kept: Sequence[Note]) -> None:
    """The notes, the newest first, and the place for one more."""
    st.subheader(t("Notes"))
    for note in reversed(kept):
        _one(note)
    with st.form("note", clear_on_submit=True, border=False):
        said = st.text_area(t("New note"), max_chars=LONGEST, height=80)
        on = st.date_input(t("On which day (optional)"), None, format="YYYY-MM-DD")
        if st.form_submit_button(t("Keep this note")) and said.strip():
            changes.edit(edits.add_note(said.strip(), on), text("Note added"))
            st.rerun()


def _one(note: Note) -> None:
    day = widgets.day(note.on) if note.on else widgets.moment(note.at)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{day}**  \n{widgets.plain(note.text)}")
        st.space("stretch")
        if st.button(t("Remove"), key=f"remove-{note.id}"):
            changes.edit(edits.drop_note(note.id), text("Note removed"))
            st.rerun()
