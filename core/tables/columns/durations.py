"""Lengths of time: 1:30:00, 1h 30m, 45 menit beside 2 jam; kept as seconds.

5:30 may be minutes or hours: it stays text unless the person says it is a length of time, and is
then hours and minutes, as spreadsheets read it. A clock of three parts is a length of time only
under a name that says so, or when some cell passes 24 hours; else it may be a time of day.
"""

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from core.language import Text, text
from core.tables.columns.cells import Cells
from core.tables.columns.codes import have_letter_last
from core.tables.columns.typed import Typed, cell_issues
from core.tables.context import Context
from core.tables.model import ColumnType
from core.tables.words import plain

_SECONDS = {
    "days": 86400, "hari": 86400, "day": 86400, "d": 86400, "jam": 3600, "hours": 3600,
    "hour": 3600, "hrs": 3600, "hr": 3600, "h": 3600, "menit": 60, "mnt": 60, "minutes": 60,
    "minute": 60, "mins": 60, "min": 60, "m": 60, "detik": 1, "dtk": 1, "seconds": 1,
    "second": 1, "secs": 1, "sec": 1, "s": 1,
}  # fmt: skip
_UNIT = "|".join(sorted(_SECONDS, key=len, reverse=True))
_PART = re.compile(rf"(\d+(?:[.,]\d{{1,2}})?)\s*({_UNIT})\b\.?,?\s*", re.IGNORECASE)
_CLOCK = re.compile(r"(-)?(?:(\d+) days?, )?(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?")
_NAMES = re.compile(
    r"\b(durasi|duration|lama|lamanya|elapsed|talk time|handle time|waktu tunggu|wait time"
    r"|response time|waktu respons|waktu respon|jam kerja|length)\b"
)
MOSTLY = 0.6


def seconds_of(words: str, short: bool = False) -> float | None:
    """The seconds a cell writes; `short` takes 5:30 too, as hours and minutes."""
    if clock := _CLOCK.fullmatch(words):
        sign, days, hours, minutes, seconds, fraction = clock.groups()
        if seconds is None and not short:
            return None
        whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)
        rest, turned = whole + float(f"0.{fraction or 0}"), -1 if sign else 1
        return turned * int(days) * 86400 + rest if days else turned * rest
    if not words.lstrip()[:1].isdecimal() or words.rstrip()[-1:].isdecimal():
        return None  # told without a search: a part begins with a digit and ends with its unit
    parts = _PART.findall(words)
    if not parts or _PART.sub("", words).strip():
        return None
    units = [_SECONDS[unit.casefold()] for _, unit in parts]
    if units != sorted(set(units), reverse=True):
        return None
    return sum(float(n.replace(",", ".")) * one for (n, _), one in zip(parts, units, strict=True))


def as_durations(cells: Cells, column: Typed, context: Context) -> Typed | None:
    """The column as seconds, when its cells can only be lengths of time; else None."""
    found = [seconds_of(words) for words in cells.texts]
    if cells.share([one is not None for one in found]) < MOSTLY:
        return None
    clocks = [bool(_CLOCK.fullmatch(words)) for words in cells.texts]
    sure = (
        bool(_NAMES.search(plain(column.name)))
        or any(kind == "duration" for kind in cells.kinds)
        or any(one >= 86400 for one, clock in zip(found, clocks, strict=True) if one and clock)
    )
    if cells.share(clocks) > 0 and not sure:
        return None
    if cells.share(clocks) == 0 and not sure and (_one_unit(cells) or have_letter_last(cells)):
        return None
    return _column(cells, column, context, found)


def given_as_durations(cells: Cells, column: Typed, context: Context) -> Typed:
    """The column as seconds because the person says so."""
    return _column(cells, column, context, [seconds_of(one, short=True) for one in cells.texts])


def _one_unit(cells: Cells) -> bool:
    """Whether each cell is one number with the same unit: a plain number with a unit, then."""
    known = zip(cells.texts, cells.known, strict=True)
    parts = [_PART.findall(words) for words, fits in known if fits]
    units = {_SECONDS[unit.casefold()] for one in parts for _, unit in one}
    return len(units) == 1 and all(len(one) <= 1 for one in parts)


def _column(cells: Cells, column: Typed, context: Context, found: list[float | None]) -> Typed:
    values = np.array(
        [
            one if one is not None and known else np.nan
            for one, known in zip(found, cells.known, strict=True)
        ]
    )
    lost = cells.known & np.isnan(values)
    remedy = text("Write it like 1:30:00 or 1h 30m, or leave the cell empty.")
    notice = text("“{name}” holds lengths of time; they are kept in seconds.", name=column.name)
    return replace(
        column,
        values=pd.Series(values[cells.codes], index=column.values.index),
        type=ColumnType.DURATION,
        unit="s",
        issues=cell_issues(cells, lost, column, context, (_no_length, remedy)),
        notices=(notice,),
    )


def _no_length(words: str) -> Text:
    return text("“{cell}” is not a length of time like the rest of its column.", cell=words)


def clock_of(seconds: float) -> str:
    """Seconds as hours, minutes and seconds: 5400 is 1:30:00."""
    whole, fraction = divmod(abs(seconds), 1)
    minutes, rest = divmod(int(whole), 60)
    behind = f"{fraction:.6f}".rstrip("0")[1:] if round(fraction, 6) else ""
    return f"{'-' if seconds < 0 else ''}{minutes // 60}:{minutes % 60:02}:{rest:02}{behind}"
