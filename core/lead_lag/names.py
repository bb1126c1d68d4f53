"""What verdicts, rungs (design.md, the evidence ladder) and baselines are called."""

from core.language import Text, text
from core.lead_lag.model import Verdict

TOP = 5  # the highest rung

_RUNGS = (
    text("not enough data, or nothing found"),
    text("moves together"),
    text("may lead; not proven among all that were tried"),
    text("leads; survives trend, season and every lag tried"),
    text("leads, and improved past forecasts it had not seen"),
    text("still leading since it was adopted"),
)
_VERDICTS = {
    Verdict.LEADS: text("moves first"),
    Verdict.MAY_LEAD: text("may move first"),
    Verdict.MOVES_TOGETHER: text("moves in the same period"),
    Verdict.FOLLOWS: text("moves after the result"),
    Verdict.NO_EVIDENCE: text("no evidence of a lead"),
    Verdict.TOO_LITTLE_DATA: text("too little data to tell"),
}


def rung_name(rung: int) -> Text:
    """What a rung means, in a few words."""
    return _RUNGS[rung]


def rung_sign(rung: int) -> str:
    """Dots for the rungs climbed out of five: ●●●○○."""
    return "●" * rung + "○" * (TOP - rung)


def verdict_name(verdict: Verdict) -> Text:
    """The verdict in a word or two."""
    return _VERDICTS[verdict]


def baseline_name(baseline: str) -> Text:
    """What a forecast without the indicator rests on."""
    if baseline == "seasonal_naive":
        return text("the same period last season")
    return text("the result's own past")
