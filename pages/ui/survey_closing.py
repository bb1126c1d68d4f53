"""Closing waves: what is past before it is shown, what still runs when somebody says so."""

from collections.abc import Sequence

import streamlit as st

from core.errors import Refusal
from core.language import Text, counted, text
from core.people import FLOOR, Survey, Withheld
from core.people.closed import Closed
from core.people.closing import Late, continued
from core.people.open_waves import kept_of
from core.people.privacy.plan import Why
from core.workspace import closed_waves, people
from pages.ui import changes, session, survey_people, survey_waves, widgets
from pages.ui.session import t

_TRIES = 3  # how often what is past is looked for anew when another window closes waves too


def close_past(survey: str = "") -> None:
    """Closes what is past, once its scale is confirmed. Raises Refusal: then nothing is shown."""
    name = survey or survey_waves.chosen()
    if not name or not survey_waves.ready(name):
        return
    _continue(name)
    for _ in range(_TRIES):
        past = survey_waves.stands(name).past
        if not past:
            return
        _close(name, past)


def offer() -> None:
    """What is not closed: a button for the wave that still runs, words on the others."""
    stands = survey_waves.stands()
    if stands.running is not None:
        _running(stands.running)
    for one in stands.few:
        _hidden(one, Withheld(Why.FEW, FLOOR).reason)
    for one in stands.elsewhere:
        _hidden(
            one,
            text(
                "Its answers are in a closed wave of another survey of this workspace and are not "
                "counted a second time: shown in two ways they could be told apart."
            ),
        )


def closed_said(one: Closed) -> None:
    """When the wave was closed, and what came after that."""
    said = counted(
        "Closed on {at} with {n} answer. Later answers are not counted in it.",
        "Closed on {at} with {n} answers. Later answers are not counted in it.",
        len(one.survey.answers),
        at=widgets.moment(one.at),
    )
    st.caption(f":material/lock_clock: {widgets.plain(said)}")
    try:
        late = survey_waves.stands().late[one.wave]
    except Refusal:
        return
    if late.more or late.other:
        st.info(widgets.plain(_late(late)), icon=":material/schedule:")


def waits() -> None:
    """Where nothing of a survey is closed yet: what it waits for, or the way without eNPS."""
    if survey_waves.survey_table() is None or survey_waves.closed():
        return
    if not survey_waves.unscored():
        st.info(t("Confirm the scale of the survey in the tab eNPS; then its results stand here."))
        return
    st.info(t("This survey asks nothing on recommending you as a place to work."))
    st.caption(
        t(
            "Its waves can be closed with the results of the other questions. Later answers are "
            "not counted in them, and eNPS is not told of them later."
        )
    )
    if st.button(t("Close its waves without eNPS"), key="wave-close-unscored"):
        _close(survey_waves.chosen(), survey_waves.stands().all)
        st.rerun()


def _late(late: Late) -> Text:
    """How many came late; of fewer than the floor not how many."""
    if late.other:
        return text(
            "The file has other answers for this wave now than when it was closed. What is shown "
            "stays as it was."
        )
    if late.more < FLOOR:
        return text("Some answers came after this wave was closed; they are not counted.")
    return text("{n} answers came after this wave was closed; they are not counted.", n=late.more)


def _running(one: Survey) -> None:
    """The newest wave while it is not over: how many answered so far, and the way to close it."""
    with st.container(border=True, key="wave-running"):
        said = (
            counted(
                "The wave {wave} is not over yet: {n} answer so far.",
                "The wave {wave} is not over yet: {n} answers so far.",
                len(one.answers),
                wave=one.wave,
            )
            if one.wave
            else counted(
                "The survey is not over yet: {n} answer so far.",
                "The survey is not over yet: {n} answers so far.",
                len(one.answers),
            )
        )
        st.markdown(f":material/hourglass_top: **{widgets.plain(said)}**")
        st.caption(
            t(
                "A wave is shown once it is closed, and closed once for everybody: later answers "
                "are not counted in it. Figures that grew by each answer would tell what it was."
            )
        )
        if st.button(t("Close the wave and show it"), type="primary", key="wave-close"):
            _close(survey_waves.chosen(), [one])
            st.rerun()


def _hidden(one: Survey, why: Text) -> None:
    said = text("{group}: {reason}", group=one.wave or t("This survey"), reason=why)
    st.info(widgets.plain(said), icon=":material/lock:")


def _continue(survey: str) -> None:
    """Takes over the closed waves of a survey that is gone, where this one has its answers."""
    if survey_waves.closed(survey):
        return
    before = continued(survey_waves.read(survey), survey_waves.gone())
    if before:
        changes.edit(people.continue_survey(before, survey), text("Closed waves found again"))


def _close(survey: str, waves: Sequence[Survey]) -> None:
    """Plans what may be shown of each, freezes it, and writes it down. Raises Refusal."""
    whole = survey_waves.read(survey)
    names = survey_people.names(survey_waves.survey_table(survey), whole.pulse)
    bar = st.progress(0.0, t("Planning what may be shown …"))
    kept = kept_of(
        whole,
        waves,
        names,
        lambda share, doing: bar.progress(min(share, 1.0), widgets.plain(doing)),
    )
    bar.empty()
    order = [one.wave for one in whole.waves]
    store, now = session.store(), session.need_workspace()
    session.show_now(closed_waves.close(store, now, (survey, kept), order))
