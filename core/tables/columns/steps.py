"""Points of a scale whose ends carry words: 0, 1, …, “Extremely likely - 10”."""

import re

from core.tables.columns.cells import Cells

_POINT = re.compile(r"\d{1,2}(?:\.0+)?")
_WORDED = re.compile(r"\d{1,2}\s*[-–—=:]\s*[^\W\d].*|[^\W\d].*?\s*[-–—=:(]\s*\d{1,2}\s*\)?")
_HIGHEST = 10


def are_steps(cells: Cells) -> bool:
    """Whether a column of points has words at some of them, so that numbers alone would lose some.

    Every cell is a whole number up to 10 or such a number beside words; few others may stand there.
    """
    points = [_is_point(one) for one in cells.texts]
    worded = [bool(_WORDED.fullmatch(one)) for one in cells.texts]
    others = [not (point or word) for point, word in zip(points, worded, strict=True)]
    return cells.share(worded) > cells.share(others)


def _is_point(words: str) -> bool:
    return bool(_POINT.fullmatch(words)) and float(words) <= _HIGHEST
