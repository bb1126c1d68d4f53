"""The unit of a column of written numbers, and the power of ten of a bare M in it."""

from collections.abc import Sequence

from core.language import text
from core.tables.columns.cells import Cells
from core.tables.columns.numbers import Written
from core.tables.columns.units import BARE_MILLIONS, ENGLISH_SCALES, INDONESIAN_SCALES
from core.tables.context import Context, answered
from core.tables.model import Question

MAINLY = 0.6  # share of the numbers with a unit that one unit needs, to be the column's


def units_of(cells: Cells, written: Sequence[Written | None]) -> list[str]:
    """The unit each distinct cell carries."""
    return [
        "" if one is None else "percent" if kind == "percent" else one.unit
        for one, kind in zip(written, cells.kinds, strict=True)
    ]


def weight_of(cells: Cells, written: Sequence[Written | None]) -> dict[str, int]:
    """How many rows carry each unit."""
    weight: dict[str, int] = {}
    for unit, one, count in zip(units_of(cells, written), written, cells.counts, strict=True):
        if one:
            weight[unit] = weight.get(unit, 0) + int(count)
    return weight


def are_mixed(cells: Cells, written: Sequence[Written | None]) -> tuple[str, ...]:
    """The units of a column of which none is the rule, the most frequent first; () else."""
    weight = weight_of(cells, written)
    weight.pop("", None)
    if len(weight) < 2 or max(weight.values()) >= MAINLY * sum(weight.values()):
        return ()
    return tuple(sorted(weight, key=lambda unit: -weight[unit]))


def unit_of(cells: Cells, written: Sequence[Written | None]) -> tuple[str, list[bool]]:
    """The unit most cells carry, and which cells may stand beside it."""
    units, weight = units_of(cells, written), weight_of(cells, written)
    named = {unit: count for unit, count in weight.items() if unit}
    unit = max(named, key=lambda one: named[one]) if named else ""
    if unit == "percent" and weight.get("", 0) > named["percent"]:
        unit = ""
    zero = [one is not None and one.value("point", 0) == 0 for one in written]
    allowed = {unit, ""} if unit != "percent" else {unit}
    return unit, [
        one is not None and (its in allowed or nil)
        for one, its, nil in zip(written, units, zero, strict=True)
    ]


def million_of(
    written: Sequence[Written | None], name: str, context: Context
) -> tuple[int, Question | None]:
    """The power of ten of a bare M: 9 among Indonesian words, 6 among English ones, else asked.

    A small m without a currency or other scale words beside it may be a unit: it is asked too.
    """
    scales = {one.scale for one in written if one}
    bare = scales & BARE_MILLIONS
    if not bare:
        return 6, None
    if given := answered(context.answers.suffix, name):
        return (9 if given == "billion" else 6), None
    units = {one.unit for one in written if one and one.unit}
    if scales & INDONESIAN_SCALES or units == {"IDR"}:
        return 9, None
    if scales & ENGLISH_SCALES or (units and "IDR" not in units):
        return 6, None
    if context.language and bare != {"m"}:
        return (9 if context.language == "id" else 6), None
    what = text("“{name}”: is 3 M three million or three billion (miliar)?", name=name)
    choices = (("million", text("million (10⁶)")), ("billion", text("billion, miliar (10⁹)")))
    return 6, Question("suffix", name, what, choices, "--suffix")
