"""The questions of the pulse survey: those asked, those to choose by a click, one's own."""

import streamlit as st

from core.language import text
from core.people.pulse_library import LIBRARY, Ready
from core.people.pulse_scales import header, labels
from core.people.pulse_template import (
    LONGEST_QUESTION,
    MOST_QUESTIONS,
    Kind,
    PulseQuestion,
    Template,
    asking,
    doubts,
    not_asking,
)
from pages.ui import people_kept, session, widgets
from pages.ui.session import t

KINDS = {
    Kind.AGREEMENT: text("1 to 5: agree or not"),
    Kind.RATING: text("1 to 5: good or poor"),
    Kind.ENPS: text("0 to 10: likely or not"),
    Kind.OPEN: text("In their own words"),
}


def show(now: Template) -> None:
    """Questions asked with the way out of the survey, then the ways in."""
    n = len(now.questions)
    st.subheader(t("Questions: {n} of {most}", n=n, most=MOST_QUESTIONS))
    for place, one in enumerate(now.questions, start=1):
        _asked(place, one)
    _ready(now)
    _own()


def _asked(place: int, one: PulseQuestion) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", wrap=False):
        scale = labels(one.kind, session.language()) or KINDS[one.kind].to(session.language())
        lines = [f"**{place}. {widgets.plain(header(one))}**", f":small[{widgets.plain(scale)}]"]
        lines += [f":small[:material/help: {widgets.plain(said)}]" for said in doubts(one.words)]
        st.markdown("  \n".join(lines), width="stretch")
        if st.button(t("Take out"), key=f"pulse-out-{place}"):
            people_kept.declare(not_asking(one.words))


def _ready(now: Template) -> None:
    asked = {one.words for one in now.questions}
    left = [one for one in LIBRARY if one.asked(now.language).words not in asked]
    if not left:
        return
    st.markdown(t("Ready questions, to ask with one click:"))
    with st.container(horizontal=True, gap="small"):
        pressed = [one for one in left if _button(one, now)]
    for one in pressed:
        people_kept.declare(asking(one.asked(now.language)))


def _button(one: Ready, now: Template) -> bool:
    return st.button(
        one.about.to(session.language()),
        key=f"pulse-in-{LIBRARY.index(one)}",
        icon=":material/add:",
        help=widgets.plain(header(one.asked(now.language))),
    )


def _own() -> None:
    language = session.language()
    with st.form("pulse-own", border=False):
        words = st.text_input(
            t("A question of your own"), max_chars=2 * LONGEST_QUESTION, key="pulse-own-words"
        )
        kind = st.selectbox(
            t("Answered"), list(KINDS), format_func=lambda one: KINDS[one].to(language),
            key="pulse-own-kind",
        )  # fmt: skip
        if st.form_submit_button(t("Ask this")):
            people_kept.declare(asking(PulseQuestion(words, Kind(kind))))
