"""The seven sales-enablement metrics, and whether a training or campaign worked.

What is unanswered, unfinished or still open is counted as such, never dropped.
"""

from core.enablement.answer import NAMES, enablement, unused_by
from core.enablement.bands import SIZE_BAND
from core.enablement.describe import describe
from core.enablement.model import Answer, Asked, LeftOut, Measured

__all__ = [
    "NAMES",
    "SIZE_BAND",
    "Answer",
    "Asked",
    "LeftOut",
    "Measured",
    "describe",
    "enablement",
    "unused_by",
]
