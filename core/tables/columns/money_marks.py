"""One currency mark before every amount of a column, taken off all of them at once.

Rp 1.250.000, -Rp1.250,50 and Rp 1.250.000,- become digits and marks; cells with anything else
beside their digits are left out, to be judged with care.
"""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.columns import dates
from core.tables.columns.numbers import Written, take_apart
from core.tables.columns.units import WITHOUT_DECIMALS

_LEADING = re.compile(r"-?([^\d\s(-][^\d(-]{0,5})\d", re.ASCII)


@dataclass(frozen=True)
class Amounts:
    """The cells of a column without their currency mark ("" for those that lack it)."""

    said: pa.Array
    unit: str  # ISO currency code; "" where no cell has a mark
    whole: bool  # the currency has no decimals: one mark before three digits groups thousands


def amounts_of(said: pa.Array) -> Amounts:
    """The cells without the currency mark of the first that is filled."""
    first = next((one for one in said[:100].to_pylist() if one), "")
    leading = _LEADING.match(first)
    unit = _currency(leading[1]) if leading else ""
    if not leading or not unit:
        return Amounts(said, "", False)
    end = r"([.,]--?)?" if unit in WITHOUT_DECIMALS else ""
    marked = rf"^(-?){re.escape(leading[1])}(\d[\d.,]*?){end}$"
    fits = pc.match_substring_regex(said, marked)
    bare = pc.replace_substring_regex(said, marked, r"\1\2")
    return Amounts(pc.if_else(fits, bare, ""), unit, unit in WITHOUT_DECIMALS)


def ungrouped(said: pa.Array, some: np.ndarray) -> pa.Array:
    """Cells whose marks can only group thousands, without them."""
    return pc.if_else(pa.array(some), pc.replace_substring_regex(said, "[.,]", ""), said)


def _currency(mark: str) -> str:
    """The currency that a mark alone before digits names."""
    found = take_apart(f"{mark}1")
    if found is None or not found.unit or dates.take_apart(f"{mark}2020"):
        return ""
    return found.unit if found == Written("1", "1", unit=found.unit) else ""
