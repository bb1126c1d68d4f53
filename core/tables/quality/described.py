"""Quality as plain values, for `read --json`; every text in one language."""

from typing import Any

from core.language import Language
from core.periods import label
from core.tables.model import TotalCheck
from core.tables.quality.model import ColumnQuality, Finding, Freshness, Quality


def described(quality: Quality, language: Language = "en") -> dict[str, Any]:
    """Scores, findings with their places, columns and reconciled totals."""
    return {
        "summary": quality.summary.to(language),
        "correctness": {
            "score": round(quality.correctness.score, 1),
            "lowered_by": [
                {"why": one.why.to(language), "points": round(one.points, 1)}
                for one in quality.correctness.losses
            ],
        },
        "freshness": _freshness(quality.freshness),
        "columns": [_column(one) for one in quality.columns],
        "findings": [_finding(one, language) for one in quality.findings],
        "totals": [_total(one) for one in quality.totals],
    }


def _freshness(fresh: Freshness) -> dict[str, Any]:
    return {
        "newest": label(fresh.newest) if fresh.newest is not None else None,
        "age_days": fresh.age_days,
        "usual_delay_days": fresh.usual_delay_days,
        "expected": fresh.expected.isoformat() if fresh.expected else None,
        "status": fresh.status.value if fresh.status else None,
    }


def _column(column: ColumnQuality) -> dict[str, Any]:
    return {
        "name": column.name,
        "coverage": column.coverage,
        "known": column.known,
        "rows": column.rows,
        "findings": column.findings,
        "score": round(column.score, 1),
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "fault": finding.fault.value,
        "severity": finding.severity.value,
        "column": finding.column,
        "what": finding.what.to(language),
        "where": [one.text().to(language) for one in finding.places],
        "cells": [one.cell or str(one.row) for one in finding.places],
        "n": finding.n,
        "remedy": finding.remedy.to(language),
    }


def _total(one: TotalCheck) -> dict[str, Any]:
    return {
        "label": one.label,
        "row": one.row,
        "column": one.column,
        "cell": one.cell,
        "total": one.total,
        "sum": one.sum,
        "difference": one.difference,
        "fits": one.fits.value,
    }
