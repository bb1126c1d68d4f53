"""The answer as plain data: what `impact --json` prints."""

import math
from typing import Any

import pandas as pd

from core.enablement.impact.model import Impact, Range
from core.enablement.impact.words import sentence
from core.language import Language
from core.periods import label


def describe(found: Impact, language: Language = "en") -> dict[str, Any]:
    """Numbers as they are, null where unknown; texts in that language."""
    return {
        "metric": found.metric.id,
        "name": found.metric.name.to(language),
        "unit": found.metric.unit,
        "on": found.when.isoformat(),
        "first": label(found.first),
        "treated": list(found.asked.treated),
        "comparison": list(found.asked.comparison),
        "control": found.asked.control,
        "verdict": found.verdict.value,
        "effect": _range(found.effect),
        "relative": None if found.relative is None else _range(found.relative),
        "p": found.p,
        "before": found.before,
        "after": found.after,
        "mean_before": _number(found.mean_before),
        "mean_after": _number(found.mean_after),
        "other_dates": {
            "n": found.others.n,
            "as_much": found.others.as_much,
            "strength": found.others.strength,
            "each": {one.pop("period"): one for one in _rows(found.others.rows)},
        },
        "periods": _rows(found.series),
        "warnings": [one.to(language) for one in found.warnings],
        "sentence": sentence(found).to(language),
    }


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """One row a period, its label first."""
    periods = pd.PeriodIndex(table.index)
    return [
        {"period": label(period), **{str(name): _number(one) for name, one in row.items()}}
        for period, row in zip(periods, table.to_dict("records"), strict=True)
    ]


def _range(found: Range) -> dict[str, float]:
    return {"value": found.value, "low": found.low, "high": found.high}


def _number(one: Any) -> Any:
    return None if isinstance(one, float) and not math.isfinite(one) else one
