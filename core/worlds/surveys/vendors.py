"""The same answers as each survey tool exports them."""

from collections.abc import Callable

from core.worlds.exports import ExportFile
from core.worlds.surveys.forms import formbricks, google_forms, microsoft_forms, typeform
from core.worlds.surveys.model import Surveyed
from core.worlds.surveys.research import limesurvey, qualtrics, surveymonkey
from core.worlds.surveys.sheets import long_format, plain

TOOLS: dict[str, Callable[[Surveyed, str], ExportFile]] = {
    "google_forms": google_forms,
    "microsoft_forms": microsoft_forms,
    "typeform": typeform,
    "surveymonkey": surveymonkey,
    "qualtrics": qualtrics,
    "limesurvey": limesurvey,
    "formbricks": formbricks,
    "plain": plain,
    "long_format": long_format,
}
