"""The agenda of a team's one-on-ones, on screen and to take along."""

from contextlib import suppress
from datetime import date

import streamlit as st

from core.errors import Refusal
from core.language import counted
from core.people.agenda import PROMISE, Agenda, Part, agenda
from core.people.coverage import Coverage
from core.people.released import Released
from core.people.signals import team_signals
from core.reports import agenda_page, agenda_text
from pages.ui import leading_progress, session, survey_closing, survey_waves, widgets
from pages.ui.session import t


def show(found: Coverage | None, today: date) -> None:
    """A team is chosen, its agenda shown with its downloads."""
    st.subheader(t("Agenda for an hour"))
    waves = _waves()
    column, team = _team(found, waves[-1] if waves else None)
    signals = team_signals(waves, column, team) if column and team else ()
    leading_progress.ask()
    _drawn(agenda(team, signals, leading_progress.of(team, column), today))


def _waves() -> tuple[Released, ...]:
    """The waves of the survey; the tab eNPS says why where there are none."""
    with suppress(Refusal):
        survey_closing.close_past()
        survey_closing.waits()
    return survey_waves.newest()


def _team(found: Coverage | None, wave: Released | None) -> tuple[str, str]:
    """The column of the survey that names teams, and the team: "" where there is none."""
    columns = list(wave.divides) if wave else []
    by, which = st.columns(2)
    column = by.selectbox(t("Column of the survey that names teams"), columns) if columns else ""
    names = [one.team for one in found.teams if one.team] if found else []
    if wave and column:
        names += [word for ((_, word),) in wave.by([column]) if word]
    every = sorted({one.casefold(): one for one in names}.values())
    team = which.selectbox(t("Team"), every) if every else ""
    return column or "", team or ""


def _drawn(made: Agenda) -> None:
    language = session.language()
    st.caption(" ".join(widgets.plain(one) for one in PROMISE))
    for part in made.parts:
        _part(part)
    with st.container(horizontal=True):
        st.download_button(
            t("Agenda to print"), agenda_page(made, language), "agenda.html", "text/html",
            key="agenda-html", on_click="ignore", icon=":material/print:",
        )  # fmt: skip
        st.download_button(
            t("Agenda as text"), agenda_text(made, language), "agenda.txt", "text/plain",
            key="agenda-txt", on_click="ignore", icon=":material/download:",
        )  # fmt: skip


def _part(part: Part) -> None:
    with st.container(border=True):
        minutes = widgets.plain(counted("{n} minute", "{n} minutes", part.minutes))
        st.markdown(f"**{widgets.plain(part.title)}** :small[{minutes}]")
        for one in part.known:
            st.markdown(f":material/insights: {widgets.plain(one)}")
        st.markdown("\n".join(f"- {widgets.plain(one)}" for one in part.asks))
