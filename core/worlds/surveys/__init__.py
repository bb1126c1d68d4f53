"""A company whose staff is surveyed, and the same answers as nine survey tools export them."""

from core.worlds.surveys.company import surveyed
from core.worlds.surveys.model import GROUPS, STATEMENTS, Surveyed, SurveyTruth
from core.worlds.surveys.vendors import TOOLS

__all__ = ["GROUPS", "STATEMENTS", "TOOLS", "SurveyTruth", "Surveyed", "surveyed"]
