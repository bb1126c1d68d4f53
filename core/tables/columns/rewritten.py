"""What reading changed in how the numbers of a column look, said once for each way of writing."""

from collections.abc import Iterator, Sequence

import numpy as np

from core.language import Text, text
from core.tables.columns.cells import Cells
from core.tables.columns.numbers import Written
from core.tables.columns.units import UNITS
from core.tables.context import NUMERIC

LONGEST_NUMBER = 15  # digits a float keeps
_MINUS = ("-", "\u2212", "–", "—", "\u2010", "\u2011")
_MEASURES = frozenset({*UNITS.values(), "t", "mm"})


def rewritten(
    cells: Cells, written: Sequence[Written | None], values: "np.ndarray", name: str
) -> tuple[Text, ...]:
    """A notice with an example for each way of writing that the values no longer show."""
    examples: dict[str, tuple[str, float]] = {}
    units: set[str] = set()
    for words, kind, one, value in zip(cells.texts, cells.kinds, written, values, strict=True):
        if one is None or np.isnan(value):
            continue
        for way in _ways(words, kind, one, value):
            examples.setdefault(way, (words, value))
        units |= {one.unit} & _MEASURES
    return tuple(_told(name, examples)) + tuple(
        text("The unit “{unit}” was taken off the numbers of “{name}”.", unit=unit, name=name)
        for unit in sorted(units)
    )


def _ways(words: str, kind: str, one: Written, value: float) -> Iterator[str]:
    if kind in NUMERIC:
        if abs(value) >= 10**LONGEST_NUMBER and kind == "number":
            yield "long"
        return
    if one.unit == "percent":
        yield one.scale or "percent"
    elif one.scale:
        yield "scale"
    elif "e" in (one.comma or one.point or ""):
        yield "power"
    if one.negative and not words.startswith(_MINUS):
        yield "sign"


def _told(name: str, examples: dict[str, tuple[str, float]]) -> Iterator[Text]:
    for way, (words, value) in examples.items():
        if way == "percent":
            yield text("“{name}” is in percent; kept as fractions (63% = 0.63).", name=name)
        elif way == "‰":
            yield text("“{name}” is in per mille; kept as fractions (5‰ = 0.005).", name=name)
        elif way == "long":
            yield text(
                "“{name}” holds numbers of more than 15 digits, whose last digits the workbook no "
                "longer has. Keep such numbers as text.",
                name=name,
            )
        else:
            yield text(
                "In “{name}”, “{cell}” was read as {value}.",
                name=name,
                cell=words,
                value=digits(value),
            )


def digits(value: float) -> str:
    """A number in plain digits with a decimal point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(float(value))
