"""Where a file's rows came from, upload by upload, and the way back from each."""

import streamlit as st

from core.language import text
from core.tables.updates import Mode
from pages.ui import changes, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

MODES = {
    Mode.UPDATE: text("Update: new rows added, changed ones taken"),
    Mode.REPLACE: text("Replaced everything before"),
    Mode.APPEND: text("Appended below"),
}


def uploads(file: OpenFile) -> None:
    """The newest upload first; any of them can be undone."""
    for place, upload in reversed(list(enumerate(file.uploads))):
        with st.container(border=True):
            told, back = st.columns([4, 1], vertical_alignment="center")
            how = MODES[upload.mode].to(session.language()) if place else t("First upload")
            told.markdown(
                f"**{widgets.plain(upload.source)}**  \n{widgets.moment(upload.at)} · {how}"
            )
            if back.button(
                t("Undo"),
                icon=":material/undo:",
                key=f"undo-{upload.id}",
                help=_meaning(place),
                width="stretch",
            ):
                changes.undo(upload)
                st.rerun()


def _meaning(place: int) -> str:
    if not place:
        return t("Takes this upload out. Its file leaves the workspace when it was the only one.")
    return t("Takes this upload out; the rows are again as if it had never come.")
