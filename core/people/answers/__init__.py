"""The answers of staff as any survey tool exports them, made one and the same."""

from core.people.answers.likert import ANSWERS as LIKERT
from core.people.answers.model import NOTHING, Answered, QuestionKind, Said, SurveyQuestion
from core.people.answers.pulse import Pulse, likert_choices, pulse_of, questions_of
from core.people.answers.sheet import answered

__all__ = [
    "LIKERT",
    "NOTHING",
    "Answered",
    "Pulse",
    "QuestionKind",
    "Said",
    "SurveyQuestion",
    "answered",
    "likert_choices",
    "pulse_of",
    "questions_of",
]
