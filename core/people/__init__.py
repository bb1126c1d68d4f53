"""People: eNPS and pulse surveys that keep the answers of small teams safe."""

from core.people.answers import (
    LIKERT,
    Pulse,
    QuestionKind,
    Said,
    SurveyQuestion,
    likert_choices,
    pulse_of,
    questions_of,
)
from core.people.describe import describe
from core.people.enps import SCALES, Counts, Scale, Score, change_p, enps
from core.people.privacy.plan import FLOOR
from core.people.proof import Proof, prove
from core.people.released import Released, Withheld, released
from core.people.survey import Survey, survey_of, surveys_of, wave_of

__all__ = [
    "FLOOR",
    "LIKERT",
    "SCALES",
    "Counts",
    "Proof",
    "Pulse",
    "QuestionKind",
    "Released",
    "Said",
    "Scale",
    "Score",
    "Survey",
    "SurveyQuestion",
    "Withheld",
    "change_p",
    "describe",
    "enps",
    "likert_choices",
    "prove",
    "pulse_of",
    "questions_of",
    "released",
    "survey_of",
    "surveys_of",
    "wave_of",
]
