"""How long a lead waited for its first answer, in steps that a team can act on."""

import math

from core.language import Text, text

WAITED = "waited"  # the column that these steps are the words of
_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86_400.0
_STEPS: dict[str, tuple[float, Text]] = {  # word -> up to so many seconds, said
    "1": (5 * _MINUTE, text("within 5 minutes")),
    "2": (_HOUR, text("5 minutes to 1 hour")),
    "3": (4 * _HOUR, text("1 to 4 hours")),
    "4": (_DAY, text("4 to 24 hours")),
    "5": (3 * _DAY, text("1 to 3 days")),
    "6": (math.inf, text("more than 3 days")),
    "7": (math.nan, text("not answered")),
}
UNANSWERED = "7"
WORDS = tuple(_STEPS)
EDGES = (-1.0, *(end for end, _ in _STEPS.values() if not math.isnan(end)))


def wait_said(word: str) -> Text:
    """A step in words."""
    return _STEPS[word][1]
