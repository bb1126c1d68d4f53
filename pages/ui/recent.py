"""The workspaces of this server on the start page: the open one, and those of before."""

import streamlit as st

from core.language import counted
from core.reports import freshness_told
from core.tables.mapping import KIND_NAMES, KINDS
from pages.ui import cache, opened, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

MOST = 6


def now_open() -> None:
    """The open workspace: its files, the way to them, and the way to a fresh one."""
    st.subheader(t("Open now"))
    for file in opened.files():
        last = file.uploads[-1]
        when = t("last taken in {when}", when=widgets.moment(last.at))
        st.markdown(f"**{widgets.plain(file.source)}** · {when}")
        for place, table in enumerate(file.tables):
            if any(table is one for one in opened.used(file)):
                _freshness(file, place)
    for one in opened.connections():
        st.markdown(f"**{widgets.plain(one.name)}** · " + t("connected table"))
    with st.container(horizontal=True):
        if st.button(t("Go to the data"), type="primary", key="go-data"):
            st.switch_page("data.py")
        if st.button(t("See what leads"), key="go-lead-lag"):
            st.switch_page("lead_lag.py")
        if st.button(t("Start a new workspace"), key="new-workspace"):
            session.leave()
            st.rerun()


def _freshness(file: OpenFile, place: int) -> None:
    """How old a newest period is, or what records there are; the sheet where there are several."""
    table = file.tables[place]
    if table.kind in KINDS:
        rows = counted("{n} row", "{n} rows", len(table.frame))
        said = " · ".join(widgets.plain(one) for one in (KIND_NAMES[table.kind], rows))
    else:
        told = freshness_told(cache.freshness(file, place, widgets.today()))
        said = " ".join(widgets.plain(one) for one in told[:3])
    named = f"**{widgets.plain(table.sheet)}** · " if table.sheet and len(file.tables) > 1 else ""
    st.caption(named + said)


def earlier() -> None:
    """Workspaces of before, the newest first."""
    now = session.workspace()
    kept = [one for one in session.store().recent() if not now or one.id != now.id]
    if not kept:
        return
    with st.expander(
        t("Earlier workspaces ({n})", n=len(kept)), icon=":material/history:", expanded=not now
    ):
        for one in widgets.leaf(kept, MOST, "leaf-earlier"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(
                    f"**{widgets.plain(one.name or ', '.join(one.files))}**  \n"
                    + t("changed {when}", when=widgets.moment(one.changed))
                )
                st.space("stretch")
                if st.button(t("Open"), key=f"open-workspace-{one.id}"):
                    session.enter(session.store().open(one.id))
                    st.switch_page("data.py")
