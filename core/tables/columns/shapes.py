"""The shapes of plainly written numbers, and the decimal mark that a column of them shows.

The mark is decided as `figures` decides it, from whole columns instead of cell by cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.language import Text
from core.tables.columns.figures import by_language, decimal_question, mark_notice
from core.tables.columns.money_marks import amounts_of, ungrouped
from core.tables.columns.numbers import take_apart
from core.tables.context import Context, answered
from core.tables.model import Question

LOOKED_AT = 1000  # cells whose shapes are looked for first
_NATIVE = r"^-?\d+(\.\d+)?([eE][-+]?\d+)?$"
_WHOLE = r"^-?(0|[1-9]\d{0,14})$"
_OPEN = r"^-?[1-9]\d{0,2}[.,]\d{3}$"


def _marked(decimal: str, group: str) -> str:
    """Numbers that can only be read with this decimal mark."""
    ungrouped = rf"(0|[1-9]\d{{0,14}}){decimal}(\d{{1,2}}|\d{{4,15}})"
    grouped = rf"[1-9]\d{{0,2}}({group}\d{{3}}){{1,4}}{decimal}\d{{1,15}}"
    several = rf"[1-9]\d{{0,2}}({group}\d{{3}}){{2,4}}"
    return rf"^-?({ungrouped}|{grouped}|{several})$"


_MARKED = {"comma": _marked(",", r"\."), "point": _marked(r"\.", ",")}


@dataclass(frozen=True)
class PlainCells:
    """Cells without their currency mark, and which of them have each shape."""

    said: pa.Array
    shown: np.ndarray  # the cell is plainly a number
    shaped: Mapping[str, np.ndarray]  # "" | comma | point | open -> places of such cells
    unit: str = ""


@dataclass(frozen=True)
class Mark:
    """The decimal mark of a column, or the question that must be answered first."""

    decimal: str
    notices: tuple[Text, ...] = ()
    question: Question | None = None


def plain_cells(said: pa.Array, native: np.ndarray) -> PlainCells:
    """The numbers among stripped cells; `native` are numbers to the file itself."""
    shown = np.zeros(len(said), bool)
    if native.any():
        shown[native] = _fits(said.filter(pa.array(native)), _NATIVE)
        return _shaped(said, shown, np.flatnonzero(~native))
    amounts = amounts_of(said)
    found = _shaped(amounts.said, shown, np.arange(len(said)), amounts.unit)
    places = found.shaped.get("open")
    if not amounts.whole or places is None:
        return found
    grouped = np.zeros(len(said), bool)
    grouped[places] = True
    shaped = {name: some for name, some in found.shaped.items() if name != "open"}
    return PlainCells(ungrouped(amounts.said, grouped), found.shown, shaped, amounts.unit)


def _shaped(said: pa.Array, shown: np.ndarray, left: np.ndarray, unit: str = "") -> PlainCells:
    shaped = {}
    for name, shape in _likeliest(said, left):
        if not len(left):
            break
        fits = _fits(said if len(left) == len(said) else said.take(pa.array(left)), shape)
        if fits.any():
            shaped[name] = left[fits]
            shown[left[fits]] = True
        left = left[~fits]
    return PlainCells(said, shown, shaped, unit)


def mark_of(plain: PlainCells, name: str, context: Context) -> Mark | None:
    """The decimal mark; None when cells contradict each other or what the person said."""
    certain = {"comma", "point"} & set(plain.shaped)
    given = answered(context.answers.decimal, name)
    if not certain and "open" not in plain.shaped:
        return Mark("point")
    if len(certain) == 2 or (given and certain - {given}):
        return None
    if given:
        return Mark(given)
    if not certain:
        return _of_open(plain, name, context)
    mark = certain.pop()
    return Mark(mark, (mark_notice(name, mark),) if mark == "comma" else ())


def _of_open(plain: PlainCells, name: str, context: Context) -> Mark:
    """The mark where three digits stand behind each: by their company, the file, its language."""
    opened = plain.said.take(pa.array(plain.shaped["open"]))
    dotted = bool(pc.any(pc.match_substring(opened, ".")).as_py())
    if _thousands_show(plain, opened):
        guess = "comma" if dotted else "point"
    else:
        guess = context.decimal or by_language(dotted, context)
    if guess:
        return Mark(guess, (mark_notice(name, guess),))
    example = take_apart(opened[0].as_py())
    assert example is not None
    return Mark("", question=decimal_question(name, example))


def _thousands_show(plain: PlainCells, opened: pa.Array) -> bool:
    """Whether open marks group thousands (`numbers.thousands_show`)."""
    bare = pc.unique(plain.said.take(pa.array(plain.shaped.get("", np.empty(0, np.int64)))))
    sizes = pc.utf8_length(pc.utf8_ltrim(bare, "-")).to_numpy(zero_copy_only=False)
    small = int((sizes == 3).sum())
    return bool(pc.count_distinct(opened).as_py() >= 3 and small >= 2 and (sizes <= 3).all())


def _likeliest(said: pa.Array, left: np.ndarray) -> list[tuple[str, str]]:
    """The shapes of numbers, of which no cell fits two, the commonest of the first cells first."""
    shapes = [("", _WHOLE), *_MARKED.items(), ("open", _OPEN)]
    head = said.take(pa.array(left[:LOOKED_AT]))
    return sorted(shapes, key=lambda one: -int(_fits(head, one[1]).sum()))


def _fits(said: pa.Array, shape: str) -> np.ndarray:
    return np.asarray(pc.match_substring_regex(said, shape).to_numpy(zero_copy_only=False), bool)
