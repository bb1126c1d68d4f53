"""Did the campaign, training, price change or launch work? Before and after, held to doubt."""

from core.enablement.impact.answer import impact
from core.enablement.impact.describe import describe
from core.enablement.impact.model import Asked, Impact, Others, Range, Verdict
from core.enablement.impact.propose import proposed
from core.enablement.impact.words import bound_said, effect_said, placebo, sentence, verdict_said

__all__ = [
    "Asked",
    "Impact",
    "Others",
    "Range",
    "Verdict",
    "bound_said",
    "describe",
    "effect_said",
    "impact",
    "placebo",
    "proposed",
    "sentence",
    "verdict_said",
]
