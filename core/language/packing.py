"""The values of a text as JSON values and back, so that what was said outlives its process."""

from collections.abc import Callable
from datetime import date, datetime
from math import isfinite
from typing import Any

import pandas as pd

from core.language.formats import Amount, Share


def packed(value: object) -> Any:
    """A value as JSON; what JSON has no word for carries its kind. The rest is said as text."""
    match value:
        case Amount() | Share():
            kind = "amount" if isinstance(value, Amount) else "share"
            return {kind: [packed(float(value.value)), value.digits]}
        case pd.Period():
            return {"period": [value.ordinal, value.freqstr]}
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case float():
            return float(value) if isfinite(value) else {"float": str(float(value))}
        case bool() | int():
            return value
        case _:
            return str(value)


def unpacked(told: Any) -> Any:
    """The value that was packed."""
    if not isinstance(told, dict):
        return told
    ((kind, value),) = told.items()
    return _KINDS[kind](value)


_KINDS: dict[str, Callable[[Any], object]] = {
    "amount": lambda told: Amount(unpacked(told[0]), told[1]),
    "share": lambda told: Share(unpacked(told[0]), told[1]),
    "period": lambda told: pd.Period(ordinal=told[0], freq=told[1]),
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "float": float,
}
