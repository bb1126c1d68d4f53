"""Did the campaign, training, price change or launch work? Before and after, held to doubt."""

from core.enablement.impact.answer import impact
from core.enablement.impact.describe import describe
from core.enablement.impact.model import Asked, Impact, Others, Range, Verdict
from core.enablement.impact.propose import proposed
from core.enablement.impact.words import bound_said, effect_said, placebo, sentence, verdict_said
from core.enablement.impact.words_given import asked, impact_words

__all__ = [
    "Asked",
    "Impact",
    "Others",
    "Range",
    "Verdict",
    "asked",
    "bound_said",
    "describe",
    "effect_said",
    "impact",
    "impact_words",
    "placebo",
    "proposed",
    "sentence",
    "verdict_said",
]
