"""eNPS wave by wave, the last change tested."""

from collections.abc import Sequence

import streamlit as st

from core.figures import enps_waves as pictures
from core.figures.enps_waves import Point
from core.people import Released, Score
from core.people.enps_words import change_said
from pages.ui import survey_waves, widgets
from pages.ui.session import t


def show(waves: Sequence[Released], wave: str) -> None:
    """The trend of everybody; the change up to the wave that is looked at in words."""
    if len(waves) < 2:
        return
    st.subheader(t("Over the waves"))
    _changed(waves, wave)
    points, look = [_point(one) for one in waves], widgets.look({})
    widgets.chart(
        pictures.waves(points, look, "eNPS"), pictures.waves_table(points, look),
        pictures.waves_alt(points, look), "enps-waves",
    )  # fmt: skip


def _changed(waves: Sequence[Released], wave: str) -> None:
    """Against the wave before it, where both are shown."""
    at = next(place for place, one in enumerate(waves) if one.wave == wave)
    if not at:
        return
    before, now = waves[at - 1], waves[at]
    if isinstance(before.overall, Score) and isinstance(now.overall, Score):
        name = survey_waves.name_of(before.wave, before.day)
        said = change_said((name, before.overall), now.overall)
        st.markdown(f":material/timeline: {widgets.plain(said)}")


def _point(one: Released) -> Point:
    told, name = one.overall, survey_waves.name_of(one.wave, one.day)
    if not isinstance(told, Score):
        return Point(name)
    return Point(name, told.value, told.low, told.high, told.counts.n)
