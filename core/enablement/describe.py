"""The answer as plain data: what `enablement --json` prints (design.md, section 3)."""

from typing import Any

from core.enablement.model import Answer, Measured
from core.language import Language


def describe(answer: Answer, language: Language = "en") -> dict[str, Any]:
    """One object for each figure; `by` and `group` are null where it is of all records."""
    return {
        "metrics": [_row(one, language) for one in answer.rows],
        "as_of": {kind.value: str(day) for kind, day in answer.as_of.items()},
        "notices": [one.to(language) for one in answer.notices],
    }


def _row(one: Measured, language: Language) -> dict[str, Any]:
    return {
        "name": one.name,
        "variant": one.variant or None,
        "stat": one.stat or None,
        "by": one.by or None,
        "group": one.group if one.by else None,
        "unit": one.unit,
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "n": one.n,
        "left_out": {why.why.to(language): why.n for why in one.left_out},
        "refused": one.refused.to(language) if one.refused is not None else None,
        "notes": [note.to(language) for note in (*one.doubts, *one.notes)],
    }
