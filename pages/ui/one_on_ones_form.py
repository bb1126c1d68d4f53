"""Forms: a one-on-one that was held, somebody new, somebody who leaves, how often teams meet."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.language import text
from core.people.coverage import Coverage
from core.people.one_on_ones import (
    ABOUT,
    CADENCES,
    LONGEST_NAME,
    MOST_MINUTES,
    Cadence,
    Meeting,
    Member,
    OneOnOnes,
    every,
    met,
    on_roster,
)
from pages.ui import people_kept, session
from pages.ui.session import t

_NEW = ""


def show(now: OneOnOnes, found: Coverage | None, today: date) -> None:
    """Write a meeting down; behind it the people and the rhythm of each team."""
    people = tuple(one.person for one in found.people) if found else ()
    st.subheader(t("Write a one-on-one down"))
    _held(people, today)
    if found and found.teams:
        _rhythm(now, [one.team for one in found.teams])
    with st.expander(t("People who are to have one-on-ones"), icon=":material/group_add:"):
        _arrives()
        if people:
            _leaves(people, today)


def _held(people: Sequence[str], today: date) -> None:
    names = {_NEW: t("Somebody new")} | {one: one for one in sorted(people)}
    who = _NEW
    if people:
        who = st.selectbox(
            t("Who"), list(names), 1, format_func=lambda one: names[one], key="talk-who"
        )
    with st.form(f"talk-{who}", border=False, clear_on_submit=True):
        person, leader, team = _named(f"talk-{who}") if who == _NEW else (who, "", "")
        day, length = st.columns(2)
        on = day.date_input(
            t("Met on"), today, max_value=today, format="YYYY-MM-DD", key=f"talk-on-{who}"
        )
        minutes = length.number_input(
            t("Minutes (optional)"), 1, MOST_MINUTES, None, 5, key=f"talk-minutes-{who}",
            placeholder=str(ABOUT),
        )  # fmt: skip
        if st.form_submit_button(t("Keep this day"), type="primary"):
            one = Meeting(person, leader, team, on or today, minutes)
            people_kept.keep(lambda: met(one, today), text("One-on-one written down"))


def _named(key: str) -> tuple[str, str, str]:
    one, other, group = st.columns(3)
    person = one.text_input(t("Person"), max_chars=LONGEST_NAME, key=f"{key}-person")
    leader = other.text_input(t("Meets"), max_chars=LONGEST_NAME, key=f"{key}-leader")
    team = group.text_input(t("Team (optional)"), max_chars=LONGEST_NAME, key=f"{key}-team")
    return person, leader, team


def _rhythm(now: OneOnOnes, teams: Sequence[str]) -> None:
    """How often each team is to meet."""
    language = session.language()
    which, often = st.columns([1, 2], vertical_alignment="bottom")
    team = which.selectbox(
        t("Rhythm of the team"), teams, format_func=lambda one: one or t("without a team")
    )
    kept = now.cadence(team)
    chosen = often.segmented_control(
        t("Meets"), list(Cadence), default=kept, required=True, label_visibility="collapsed",
        format_func=lambda one: CADENCES[one].to(language), wrap=True,
        key=f"talk-rhythm-{team}-{kept}",
    )  # fmt: skip
    if chosen != kept:
        people_kept.keep(lambda: every(team, Cadence(chosen)), text("Rhythm of a team chosen"))


def _arrives() -> None:
    with st.form("talk-arrives", border=False, clear_on_submit=True):
        person, leader, team = _named("talk-arrives")
        if st.form_submit_button(t("Add this person")):
            one = Member(person, leader, team)
            people_kept.keep(lambda: on_roster(one), text("Person added"))


def _leaves(people: Sequence[str], today: date) -> None:
    with st.form("talk-leaves", border=False, clear_on_submit=True):
        who, day = st.columns(2)
        person = who.selectbox(t("Somebody who leaves"), sorted(people), None)
        left = day.date_input(t("Not counted from"), today, format="YYYY-MM-DD")
        if st.form_submit_button(t("No longer wait for them")) and person:
            one = Member(person, "", "", left or today)
            people_kept.keep(lambda: on_roster(one), text("Person left"))
