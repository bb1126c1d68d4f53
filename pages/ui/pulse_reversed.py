"""The questions of a pulse where agreeing is bad: turned round before anything is worked out."""

from dataclasses import replace

import streamlit as st

from core.people import Pulse
from core.people.drivers import rated
from pages.ui import people_kept, survey_waves
from pages.ui.session import t


def ask(pulse: Pulse) -> None:
    """Which they are; kept."""
    said = survey_waves.told()
    names = rated(pulse, survey_waves.recommending())
    kept = [one for one in said.reversed if one in names]
    picked = st.multiselect(
        t("Questions where agreeing is bad"), names, kept, key=f"pulse-reversed-{kept}",
        placeholder=t("None"),
    )  # fmt: skip
    if set(picked) != set(kept):
        people_kept.say(
            survey_waves.chosen(), lambda: lambda now: replace(now, reversed=tuple(picked))
        )
