"""One-on-ones in the files that are open: offered, and taken in by a click."""

from datetime import date

import streamlit as st

from core.errors import Refusal
from core.language import counted, text
from core.people.met_in import one_on_ones_of
from core.people.met_notes import talks_in
from core.people.one_on_ones import Meeting, OneOnOnes, taken_in
from pages.ui import opened, people_kept, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t


def show(now: OneOnOnes, today: date) -> None:
    """A card for each file with one-on-ones that are not written down yet."""
    for file in opened.files():
        new = [one for one in _meetings(file, today) if one not in now.meetings]
        if new:
            _card(file, new)


def _meetings(file: OpenFile, today: date) -> tuple[Meeting, ...]:
    key = ("talks-found", file.id, file.key, today)
    return session.read_once(key, lambda: _found(file, today))


def _found(file: OpenFile, today: date) -> tuple[Meeting, ...]:
    tables = [one for one in file.tables if not talks_in(one).empty]
    try:
        return one_on_ones_of(tables, today).meetings if tables else ()
    except Refusal:
        return ()


def _card(file: OpenFile, new: list[Meeting]) -> None:
    said = counted(
        "“{file}” has {n} one-on-one that is not written down here.",
        "“{file}” has {n} one-on-ones that are not written down here.",
        len(new),
        file=file.source,
    )
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/forum: {widgets.plain(said)}", width="stretch")
        if st.button(t("Take these in"), key=f"talks-found-{file.id}"):
            people_kept.keep(lambda: taken_in(new), text("One-on-ones taken in"))
