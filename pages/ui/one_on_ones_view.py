"""One-on-ones: who met whom when, how much of each team is covered, who waits for one."""

from datetime import date

import streamlit as st

from core.language import counted
from core.people.coverage import Coverage, coverage, known_until
from core.people.one_on_ones import OneOnOnes
from core.reports import MET_SHARE, coverage_table, spoken, waiting_table
from pages.ui import (
    one_on_ones_agenda,
    one_on_ones_file,
    one_on_ones_form,
    one_on_ones_found,
    one_on_ones_kept,
    people_kept,
    session,
    widgets,
)
from pages.ui.session import t


def show() -> None:
    """Coverage and who waits, where anything is known; the ways to write down; the agenda."""
    now, today = people_kept.talks(), widgets.today()
    st.markdown(
        t("About an hour, regularly, in private. Headlight keeps who met whom on which day, and no "
          "word of what was said: there is no place for notes.")
    )  # fmt: skip
    found = None
    if now.meetings or now.roster:
        found = coverage(now, _as_of(now, today), today)
        _covered(found)
        _waiting(found)
    else:
        st.info(t("No one-on-one is written down yet."), icon=":material/forum:")
    one_on_ones_found.show(now, today)
    one_on_ones_form.show(now, found, today)
    one_on_ones_file.show(today)
    one_on_ones_kept.show(now)
    one_on_ones_agenda.show(found, today)


def _as_of(now: OneOnOnes, today: date) -> date:
    """The day looked at: by itself the newest that a meeting tells of."""
    newest = known_until(now, today)
    first = min((one.on for one in now.meetings), default=today)
    day = st.date_input(
        t("As of"), newest, min(first, today), today, format="YYYY-MM-DD", width=200,
        key=f"talks-as-of-{newest}",
        help=t("By itself the day of the newest meeting written down, so that a file that ends "
               "early makes nobody late. Choose today to count the days since."),
    )  # fmt: skip
    if newest < today:
        days = (today - newest).days
        said = counted(
            "The newest meeting written down was on {day}, {n} day ago.",
            "The newest meeting written down was on {day}, {n} days ago.",
            days,
            day=newest,
        )
        st.caption(widgets.plain(said))
    return day or newest


def _covered(found: Coverage) -> None:
    st.subheader(t("Coverage"))
    language = session.language()
    numbers = coverage_table(found, language)
    share = MET_SHARE.to(language)
    st.dataframe(
        spoken(numbers, language, [share]),
        hide_index=True,
        placeholder="–",
        alt=t("How many people of each team met within its rhythm"),
        column_config=_days(numbers.columns[-2:]),
    )
    widgets.downloads(numbers, "one-on-ones", [share])


def _waiting(found: Coverage) -> None:
    language = session.language()
    st.subheader(t("Who waits for a one-on-one"))
    if not found.overdue:
        st.success(t("Nobody: everybody met within the rhythm."), icon=":material/check_circle:")
        return
    said = counted(
        "{n} of {all} people, the longest waiting first.",
        "{n} of {all} people, the longest waiting first.",
        len(found.overdue),
        all=len(found.people),
    )
    st.caption(widgets.plain(said))
    numbers = waiting_table(found.overdue, language)
    st.dataframe(
        numbers,
        hide_index=True,
        placeholder=t("never"),
        alt=t("Who waits for a one-on-one, and since when"),
        column_config=_days(numbers.columns[-2:]),
    )
    widgets.downloads(numbers, "waiting")


def _days(names: "list[str]") -> dict[str, object]:
    return {one: st.column_config.DateColumn(format="YYYY-MM-DD") for one in names}
