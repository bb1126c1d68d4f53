"""A scan as plain values: the structure `lead-lag --json` prints (design.md, section 3)."""

import math

from core.language import Language
from core.lead_lag.model import LeadLag, Scan
from core.lead_lag.words import in_words, spreadsheet_in_words


def describe(scan: Scan, language: Language) -> dict[str, object]:
    """The scan as JSON-ready values; what could not be computed is None."""
    return {"pairs": [_pair(one, language) for one in scan.pairs]}


def _pair(pair: LeadLag, language: Language) -> dict[str, object]:
    return {
        "leading": pair.leading,
        "lagging": pair.lagging,
        "lead": pair.lead,
        "lead_set": list(pair.lead_set),
        "sign": pair.sign,
        "r": _number(pair.r),
        "p": _number(pair.p),
        "q": _number(pair.q),
        "skill": _number(pair.skill),
        "skill_p": _number(pair.skill_p),
        "stability": _number(pair.stability),
        "rung": pair.rung,
        "verdict": str(pair.verdict),
        "n": pair.n,
        "n_effective": _number(pair.n_effective),
        "months_until_known": _number(pair.months_until_known),
        "sentence": in_words(pair).to(language),
        "same_period_r": _number(pair.same_period_r),
        "reverse_p": _number(pair.reverse_p),
        "smallest_r": _number(pair.smallest_r),
        "lags": list(pair.lags),
        "spreadsheet": _spreadsheet(pair, language),
        "notices": [notice.to(language) for notice in pair.notices],
        **_segments(pair, language),
    }


def _segments(pair: LeadLag, language: Language) -> dict[str, object]:
    """One entry per segment, of a pooled answer only."""
    if pair.segments.empty:
        return {}
    rows = [
        {
            **row,
            **{name: _number(row[name]) for name in ("r", "low", "high")},
            "left_out": row["left_out"].to(language) if row["left_out"] else "",
        }
        for row in pair.segments.to_dict("records")
    ]
    pooled = [_number(one) for one in pair.pooled_r] if pair.pooled_r else None
    return {"pooled_over": pair.pooled_over, "pooled_r": pooled, "segments": rows}


def _spreadsheet(pair: LeadLag, language: Language) -> dict[str, object] | None:
    seen = pair.spreadsheet
    if seen is None:
        return None
    return {
        "lag": seen.lag,
        "r": _number(seen.r),
        "p": _number(seen.p),
        "n": seen.n,
        "sentence": spreadsheet_in_words(pair).to(language),
    }


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(value)
