"""Is the eNPS of the survey a lead? The answer of “What leads”, never a stronger one."""

from functools import partial

import streamlit as st

from core.errors import Refusal
from core.language import Text, counted, text
from core.lead_lag import LeadLag, Options, in_words, rung_name, rung_sign, verdict_name
from core.metrics import Panel, Role
from core.people.series import StaffSurvey, is_of_survey, needed_by
from core.people.series.columns import ENPS, RHYTHMS
from core.periods import Grain
from core.settings import settings
from pages.ui import cache, evidence, opened, people_signals, session, survey_waves, widgets
from pages.ui.session import t

MOST = 4  # results drawn at a time


def show() -> None:
    """A section to open: whether the eNPS of the closed waves moves before the results."""
    shown = st.expander(
        t("Is it a lead?"), icon=":material/trending_up:", key="enps-leads", on_change="rerun"
    )
    if shown.open:
        with shown:
            _answer()


def _answer() -> None:
    survey = people_signals.surveys().get(survey_waves.chosen())
    if survey is None:
        return
    try:
        found, rhythm = _asked(survey)
    except Refusal as stop:
        widgets.refusal(stop)
        return
    st.caption(widgets.plain(_basis(survey, rhythm)))
    for pair in widgets.leaf(found, MOST, "leaf-enps-leads"):
        _pair(pair)
    if found:
        st.page_link("lead_lag.py", label=t("What leads"), icon=":material/trending_up:")
        return
    words = t("No result stands beside this survey: bring staff turnover or sales by period.")
    st.info(words, icon=":material/tune:")
    st.page_link("home.py", label=t("Bring a file or open a sample"), icon=":material/home:")


def _asked(survey: StaffSurvey) -> tuple[tuple[LeadLag, ...], Grain | None]:
    """eNPS beside every result, asked with all others, by periods as long as the waves need.

    The period is None where it is the one chosen. Raises Refusal.
    """
    over = opened.choice().over
    panel = cache.panel(over)
    own = [one.id for one in panel.indicators if _is_of(one.id, panel, survey)]
    longer = needed_by(panel, [survey], own)
    if longer is not None:
        panel = cache.panel(over, longer)
    leading, lagging = _roles(panel, own)
    if not lagging or not set(own) & set(leading):
        return (), longer
    lags = None if longer is not None else opened.choice().lags
    options = Options(lags, settings().surrogates, settings().seed)
    words = t("Comparing with {n} random histories …", n=options.surrogates)
    bar = st.progress(0.0, words)
    found = cache.scan(panel, (leading, lagging), options, partial(bar.progress, text=words))
    bar.empty()
    return tuple(one for one in found.pairs if one.leading in own), longer


def _is_of(id: str, panel: Panel, survey: StaffSurvey) -> bool:
    one = panel.indicator(id)
    return is_of_survey(one) and one.metric == ENPS.id and one.place == survey.place


def _roles(panel: Panel, own: list[str]) -> tuple[list[str], list[str]]:
    """What is asked on “What leads”, and eNPS in any case."""
    known = {id for each in panel.segments.values() for id in each.values.columns}
    there = [one for one in panel.indicators if one.id in known or not panel.segments]
    roles = {one.id: opened.role(one) for one in there}
    leading = [id for id, role in roles.items() if role is Role.LEADING or id in own]
    return leading, [id for id, role in roles.items() if role is Role.LAGGING and id not in own]


def _basis(survey: StaffSurvey, longer: Grain | None) -> Text:
    said = counted("{n} closed wave.", "{n} closed waves.", len(survey.waves))
    if longer is None:
        return said
    more = text(
        "They come {often}, so periods as long as that are compared here; the periods chosen for "
        "all other figures are shorter.",
        often=RHYTHMS[longer],
    )
    return Text.joined(" ", [said, more])


def _pair(pair: LeadLag) -> None:
    """The verdict with its rung, and the sentence."""
    language = session.language()
    with st.container(border=True, key=f"enps-lead-{pair.lagging}"):
        st.badge(
            f"{rung_sign(pair.rung)} {verdict_name(pair.verdict).to(language)}",
            color=evidence.COLOURS[pair.rung],
            help=rung_name(pair.rung).to(language),
        )
        st.markdown(f"**{widgets.plain(pair.lagging_name)}**")
        st.markdown(widgets.plain(in_words(pair)))
