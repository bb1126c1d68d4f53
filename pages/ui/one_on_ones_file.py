"""One-on-ones out of a file: the file itself is not kept, only days and names."""

from datetime import date

import streamlit as st

from core.errors import Refusal
from core.language import counted, text
from core.people.met_in import Brought, one_on_ones_of
from core.people.one_on_ones import taken_in
from core.reports import talks_form
from core.tables import Answers, Question, read
from pages.ui import people_kept, session, widgets
from pages.ui.session import t


def show(today: date) -> None:
    """The place to drop a file, what it would bring, and the button that takes it in."""
    st.subheader(t("Or bring a list"))
    st.caption(
        t("Columns: person, met with, date; if you like team and minutes. Or an export of "
          "activities with rows that say 1:1. The file is read and not kept: only names, days and "
          "minutes stay.")
    )  # fmt: skip
    st.download_button(
        t("Empty list as Excel"), talks_form(session.language()), "one-on-ones.xlsx",
        key="talks-form", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
    for file in widgets.uploader(t("Drop a list of one-on-ones here"), "talks")[:1]:
        try:
            _brought((file.name, file.getvalue()), Answers(), today)
        except Refusal as stop:
            widgets.refusal(stop)


def _brought(file: tuple[str, bytes], answers: Answers, today: date) -> None:
    """What the file brings; what its days leave open is asked first. Raises Refusal."""
    found = _read(*file, answers, today)
    if not found.questions:
        _preview(found)
        return
    asked = found.questions[0]
    said = _answer(asked)
    if said is not None:
        _brought(file, answers.with_answer(asked, said), today)


def _answer(asked: Question) -> str | None:
    key, words = f"talks-{asked.id}-{session.times()}", dict(asked.choices)
    if not words:
        year = st.number_input(widgets.plain(asked.what), 1950, 2100, None, 1, key=key)
        return None if year is None else str(int(year))
    return st.radio(
        widgets.plain(asked.what),
        list(words),
        None,
        key=key,
        format_func=lambda one: words[one].to(session.language()),
    )


def _read(name: str, content: bytes, answers: Answers, today: date) -> Brought:
    key = ("talks", name, hash(content), repr(answers), today)
    with st.spinner(t("Reading your file …")):
        found = session.read_once(
            key, lambda: one_on_ones_of(read(content, name, answers).tables, today)
        )
    assert isinstance(found, Brought)
    return found


def _preview(found: Brought) -> None:
    if not found.meetings:
        st.info(t("No one-on-one is in this file."), icon=":material/forum:")
        widgets.notices(found.notices)
        return
    days = [one.on for one in found.meetings]
    many = counted(
        "{n} one-on-one between {first} and {last}.",
        "{n} one-on-ones between {first} and {last}.",
        len(days),
        first=min(days),
        last=max(days),
    )
    st.markdown(f"**{widgets.plain(many)}**")
    widgets.notices(found.notices)
    if st.button(t("Take these in"), type="primary", key="talks-take"):
        session.brought()
        people_kept.keep(lambda: taken_in(found.meetings), text("One-on-ones taken in"))
