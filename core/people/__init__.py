"""People: eNPS and pulse surveys that keep the answers of small teams safe."""

from core.people.describe import describe
from core.people.enps import SCALES, Counts, Scale, Score, change_p, enps
from core.people.privacy.plan import FLOOR
from core.people.released import Released, Withheld, released
from core.people.survey import Survey, survey_of

__all__ = [
    "FLOOR",
    "SCALES",
    "Counts",
    "Released",
    "Scale",
    "Score",
    "Survey",
    "Withheld",
    "change_p",
    "describe",
    "enps",
    "released",
    "survey_of",
]
