"""What people wrote on a scale, as points: 10, 10.0, “Extremely likely - 10”, “10 - Mungkin”.

A number counts at the start or the end of the words. Where there are several, and it is not “9 out
of 10”, nobody can tell: such an answer is not read, and counted as that.
"""

import re
from dataclasses import dataclass

import pandas as pd

from core.tables.model import Column
from core.tables.words import is_missing

UNKNOWN = frozenset(
    "n/a na not applicable tidak_berlaku tidak_tahu tidak_menjawab don't_know dont_know "
    "prefer_not_to_say prefer_not_to_answer m not_stated no_answer no_response tidak_diisi "
    "tidak_ada_jawaban tidak_ada_pendapat no_opinion not_sure i_don't_know tidak_yakin skip "
    "dilewati skipped -99 -9 999 unanswered did_not_answer tdk_tahu tidak_relevan "
    "tidak_ingin_menjawab".replace("_", "\u00a0").split(" ")
)
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_START = re.compile(rf"^[\[(]?\s*({_NUMBER})(?!\s*%)(?![\d.,]*\w)")
_ANY = re.compile(r"\d+(?:[.,]\d+)?")
_END = re.compile(rf"(?<![\w.,])({_NUMBER})\s*[\])]?[.!]?$")
_OF = re.compile(rf"^\s*{_NUMBER}(?:[.,]0+)?\s*(?:/|of|out of|dari|per)\s*\d+\b", re.IGNORECASE)


@dataclass(frozen=True)
class Points:
    """Points by row, missing where there are none; unread: rows with words that are no points."""

    values: "pd.Series[float]"
    unread: "pd.Series[bool]"

    @property
    def read(self) -> float:
        """Share of what was written that is points."""
        known = int(self.values.notna().sum())
        written = known + int(self.unread.sum())
        return known / written if written else 0.0


def clean(words: str) -> str:
    """Lower case, single blanks, plain dashes: how answers are compared."""
    even = words.replace("\u00a0", " ").replace("–", "-").replace("—", "-").replace("’", "'")
    return " ".join(even.split()).casefold()


def says_nothing(words: str) -> bool:
    """Whether an answer is none: blank, not applicable, do not know."""
    even = clean(words)
    return is_missing(words) or even.replace(" ", "\u00a0") in UNKNOWN


def cells_of(frame: pd.DataFrame, column: Column) -> "pd.Series[str]":
    """The answers as written; what typing had to give up is put back."""
    values = frame[column.name]
    if pd.api.types.is_bool_dtype(values):
        values = values.astype("Int64")
    words = values.astype("string")
    if pd.api.types.is_numeric_dtype(values):
        words = words.str.replace(r"\.0$", "", regex=True)
    lost = {
        one.place.row: str(dict(one.what.values).get("cell", ""))
        for one in column.issues
        if one.place.row is not None and one.place.row in words.index
    }
    put_back = words.index.to_series().map(lost).fillna("") if lost else ""
    return words.fillna(put_back).str.strip().astype(object)


def points_of(cells: "pd.Series[str]") -> Points:
    """The points people wrote."""
    found = {one: _point(one) for one in pd.unique(cells)}
    values = cells.map(found).astype(float)
    written = ~cells.map({one: says_nothing(one) for one in found}).astype(bool)
    return Points(values.where(written), written & values.isna())


def _point(words: str) -> float:
    even = clean(words)
    if len({_value(one) for one in _ANY.findall(even)}) > 1 and not _OF.match(even):
        return float("nan")
    found = _START.search(even) or _END.search(even)
    return _value(found[1]) if found else float("nan")


def _value(digits: str) -> float:
    return float(digits.replace(",", "."))
