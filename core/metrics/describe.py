"""The panel as plain data: what `panel --json` prints (design.md, section 3)."""

from typing import Any

from core.language import Language
from core.metrics.panel import Panel
from core.periods import label


def describe(panel: Panel, language: Language = "en") -> dict[str, Any]:
    """Values and counts by period label, null where unknown; texts in that language."""
    metrics: dict[str, dict[str, Any]] = {
        one.id: {
            **_by_label(panel, one.id),
            "unit": one.unit,
            "name": one.name.to(language),
            "role": one.role.value,
            "metric": one.metric,
            "reason": one.reason.to(language),
        }
        for one in panel.indicators
    }
    for id, told in metrics.items():
        if panel.segments:
            told["groups"] = {
                name: _by_label(own, id)
                for name, own in panel.segments.items()
                if id in own.values.columns
            }
    questions = [
        {
            "id": one.id,
            "column": one.column,
            "what": one.what.to(language),
            "choices": {value: words.to(language) for value, words in one.choices},
            "option": one.option,
        }
        for one in panel.questions
    ]
    return {
        "period": panel.grain.value,
        "metrics": metrics,
        "unfinished": label(panel.unfinished) if panel.unfinished is not None else None,
        "notices": [notice.to(language) for notice in panel.notices],
        "questions": questions,
        "refused": {id: why.to(language) for id, why in panel.refused.items()},
    }


def _by_label(panel: Panel, id: str) -> dict[str, Any]:
    """Values and counts of one column by period label."""
    labels = [label(period) for period in panel.values.index]
    return {
        "values": {
            when: None if value != value else value
            for when, value in zip(labels, panel.values[id].tolist(), strict=True)
        },
        "counts": dict(zip(labels, panel.counts[id].tolist(), strict=True)),
    }
