"""Workspace: its link, its notes, everything as one file, its history, deleting it for good."""

import streamlit as st

from core.errors import Refusal
from core.workspace import Workspace
from pages.ui import events, notes, session, widgets, workspace_view
from pages.ui.session import t


def bring_in() -> None:
    """A workspace that was downloaded elsewhere opens here as a new one."""
    st.subheader(t("Open a workspace from a file"))
    st.caption(t("A file that was downloaded from this page, here or elsewhere."))
    brought = widgets.uploader(t("Drop headlight-workspace.zip here"), "take-in")
    for file in brought[:1]:
        try:
            with st.spinner(t("Checking every file in it …"), show_time=True):
                taken = session.store().take_in(file.getvalue())
        except Refusal as stop:
            widgets.refusal(stop)
        else:
            session.enter(taken)
            session.brought()
            st.switch_page("data.py")


def about(now: Workspace) -> None:
    """All that can be done with the open workspace."""
    with st.container(border=True):
        workspace_view.name(now)
        workspace_view.link(now)
    with st.container(border=True):
        notes.show(now.state.notes)
        events.add_here("share")
    with st.container(border=True):
        workspace_view.history(now)
    with st.container(border=True):
        workspace_view.take_along(now)
    with st.container(border=True):
        workspace_view.delete(now)


st.title(t("Workspace"))
widgets.told()
now = session.workspace()
if now is None:
    st.info(t("No workspace is open yet."), icon=":material/folder_off:")
    st.page_link("home.py", label=t("Bring a file or open a sample"), icon=":material/home:")
else:
    about(now)
with st.container(border=True):
    bring_in()
