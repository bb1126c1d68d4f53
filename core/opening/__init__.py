"""The files and sources that a command names, opened: readings, and the panel of all together."""

from core.opening.enabling import enablement_of
from core.opening.files import reading_of
from core.opening.panel import bridge_of, panel_of
from core.opening.survey_words import enps_words, survey_words
from core.opening.surveys import enps_of

__all__ = [
    "bridge_of",
    "enablement_of",
    "enps_of",
    "enps_words",
    "panel_of",
    "reading_of",
    "survey_words",
]
