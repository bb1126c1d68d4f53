"""Which questions of the pulse go with eNPS, over everybody."""

import pandas as pd
import streamlit as st

from core.language import Amount, Text, text
from core.people import Released
from core.people.drivers import Driver, NotTold, alpha, drivers
from core.people.enps_words import driver_said
from core.reports import spoken
from pages.ui import pulse_reversed, session, survey_waves, widgets
from pages.ui.session import t


def show(found: Released) -> None:
    """A row for each question, and whether the questions hang together."""
    pulse = survey_waves.pulse()
    told = drivers(pulse, found) if pulse else ()
    if not pulse or not told:
        return
    st.subheader(t("What goes with it"))
    st.caption(
        t(
            "Over everybody in this wave: people who agree more also give a higher score, or not. "
            "Which comes first, nobody can tell from this."
        )
    )
    numbers = _table(told)
    st.dataframe(
        spoken(numbers, session.language()), hide_index=True, placeholder="–",
        alt=t("How far each question goes with eNPS"),
    )  # fmt: skip
    widgets.downloads(numbers, "enps-drivers")
    st.caption(widgets.plain(_alpha(alpha(pulse, found))))
    pulse_reversed.ask(pulse)


def _table(told: "tuple[Driver | NotTold, ...]") -> pd.DataFrame:
    known = [one if isinstance(one, Driver) else None for one in told]
    language = session.language()
    return pd.DataFrame(
        {
            t("Question"): [one.question for one in told],
            t("In words"): [
                (driver_said(one) if isinstance(one, Driver) else one.why).to(language)
                for one in told
            ],
            t("Rank correlation"): [one.r if one else None for one in known],
            t("Lower end"): [one.low if one else None for one in known],
            t("Upper end"): [one.high if one else None for one in known],
            t("Answered both"): [one.n if one else None for one in known],
        }
    )


def _alpha(found: float | Text) -> Text:
    if isinstance(found, Text):
        return text("Cronbach's alpha is not told: {why}", why=found)
    return text(
        "Cronbach's alpha of the rated questions: {alpha}. From about 0.7 on they measure one "
        "thing.",
        alpha=Amount(found, 2),
    )
