"""The open workspace on screen: name, link, history, taking it along, deleting it."""

from functools import partial

import streamlit as st

from core.language import text
from core.workspace import Workspace, edits
from pages.ui import changes, session, widgets
from pages.ui.session import t

MOST = 10  # changes shown at a time


def name(now: Workspace) -> None:
    """What the workspace is called."""
    said = st.text_input(t("Name"), now.state.name, max_chars=120, key=f"name-{now.revision}")
    if said.strip() != now.state.name:
        changes.edit(edits.rename(said.strip()), text("Name changed"))
        st.rerun()


def link(now: Workspace) -> None:
    """The link that opens this workspace wherever this server answers."""
    st.subheader(t("Link"))
    st.code(f"{_root()}/?ws={now.id}", language=None, wrap_lines=True)
    st.caption(t("Whoever has this link and reaches this server opens the same workspace."))


def _root() -> str:
    return "/".join((st.context.url or "").split("?")[0].split("/")[:3])


def take_along(now: Workspace) -> None:
    """Everything as one file."""
    st.subheader(t("Take it along"))
    st.caption(t("One file with your original files, all choices and their history."))
    if now.state.connections:
        st.caption(
            t(
                "Connected tables are not inside, only where they lie; whoever opens the file is "
                "asked before any is opened."
            )
        )
    st.download_button(
        t("Download the workspace"),
        partial(getattr(session.store(), "bundle", bytes), now.id),
        "headlight-workspace.zip",
        "application/zip",
        key="bundle",
        on_click="ignore",
        icon=":material/download:",
    )


def history(now: Workspace) -> None:
    """Every change, the newest first, and the way back to any of them."""
    st.subheader(t("History"))
    revisions = tuple(reversed(session.store().revisions(now.id)))
    for one in widgets.leaf(revisions, MOST, "leaf-history"):
        told, back = st.columns([4, 1], vertical_alignment="center")
        told.markdown(f"{widgets.moment(one.at)} · {widgets.plain(one.what)}")
        if one.number == now.revision:
            back.markdown(t("now"), text_alignment="center")
        elif back.button(t("Go back to this"), key=f"back-{one.number}", width="stretch"):
            changes.go_back(one)
            st.rerun()


def delete(now: Workspace) -> None:
    """Deleting for good, after a second word."""
    st.subheader(t("Delete"))
    st.caption(t("Deletes the files, all choices and their history from this server for good."))
    sure = st.checkbox(t("Yes, delete this workspace for good"), key="sure")
    if st.button(t("Delete"), disabled=not sure, key="delete", icon=":material/delete_forever:"):
        session.store().delete(now.id)
        session.leave()
        session.tell([text("The workspace was deleted for good.")])
        st.switch_page("home.py")
