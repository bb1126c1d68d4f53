"""People's signals beside other figures: what each wave releases, on the panel's calendar."""

from core.people.series.building import Cut, panel_beside
from core.people.series.dividing import Divided, by_names
from core.people.series.model import StaffSurvey, Wave, staff_survey
from core.people.series.panel import (
    is_of_survey,
    needed_by,
    survey_panel,
    too_seldom,
    with_surveys,
)

__all__ = [
    "Cut",
    "Divided",
    "StaffSurvey",
    "Wave",
    "by_names",
    "is_of_survey",
    "needed_by",
    "panel_beside",
    "staff_survey",
    "survey_panel",
    "too_seldom",
    "with_surveys",
]
