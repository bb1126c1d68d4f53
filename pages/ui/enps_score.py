"""The score of everybody: the sentence, the bar, who answered, every point."""

import pandas as pd
import streamlit as st

from core.figures import enps_overall as pictures
from core.language import counted, text
from core.people import Released, Score
from core.people.coverage import coverage
from core.people.enps_words import response_said, score_said
from core.people.survey_said import MOST_ASKED, were_asked
from pages.ui import people_kept, survey_waves, widgets
from pages.ui.session import t


def show(found: Released) -> None:
    """The score, or why it is hidden."""
    one, wave = found.overall, found.wave
    st.caption(widgets.plain(text("Everybody, {wave}", wave=wave) if wave else t("Everybody")))
    if not isinstance(one, Score):
        st.info(widgets.plain(one.reason), icon=":material/lock:")
        return
    st.subheader(widgets.plain(score_said(one)))
    look = widgets.look({})
    widgets.chart(
        pictures.bands(one.counts, look), pictures.bands_table(one.counts, look),
        pictures.bands_alt(one.counts, look), "enps-bands", pictures.bands_shares(look),
    )  # fmt: skip
    _response(found)
    _outside(found)
    _points(found)


def _response(found: Released) -> None:
    """The response rate of the wave, and how many were asked where nobody knows."""
    wave, survey = found.wave, survey_waves.chosen()
    kept = survey_waves.told().asked.get(wave)
    listed = _listed(wave) if kept is None else None
    answered = found.answered or 0
    asked = kept if kept is not None else listed
    if asked is None:
        st.markdown(t("Response rate: not known. Enter how many were asked."))
    else:
        said = widgets.plain(response_said(answered, asked))
        more = t("The number is that of the one-on-ones list.") if listed else ""
        st.markdown(f":material/how_to_reg: {said} {more}")
    typed = st.number_input(
        t("How many were asked"), 1, MOST_ASKED, kept, 1, key=f"enps-asked-{survey}-{wave}-{kept}",
        placeholder=t("not known"), width=240,
    )  # fmt: skip
    if typed != kept:
        people_kept.say(survey, lambda: were_asked(wave, None if typed is None else int(typed)))


def _listed(wave: str) -> int | None:
    """How many the one-on-ones list names, which holds for the newest wave only."""
    talks = people_kept.talks()
    if not talks.roster or wave != survey_waves.newest(1)[-1].wave:
        return None
    return len(coverage(talks, widgets.today(), widgets.today()).people) or None


def _outside(found: Released) -> None:
    n = found.outside
    if n:
        said = counted(
            "{n} answer is not on the scale {scale}: it is left out of every figure.",
            "{n} answers are not on the scale {scale}: they are left out of every figure.",
            n, scale=found.scale.name,
        )  # fmt: skip
        st.warning(widgets.plain(said), icon=":material/rule:")


def _points(found: Released) -> None:
    scale, look = found.scale, widgets.look({})
    heading = t("Every answer")
    st.markdown(f"**{heading}**")
    told = pd.Series(dict(found.histogram), dtype=int)
    widgets.chart(
        pictures.points(told, scale, look), pictures.points_table(told, look),
        pictures.points_alt(told, look), "enps-points",
    )  # fmt: skip
