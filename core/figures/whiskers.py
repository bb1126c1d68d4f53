"""What pictures of figures with their intervals share: the dots, and the whiskers about them."""

from collections.abc import Sequence

from core.enablement.shrunk import Ranked
from core.figures.theme import Look

Ends = Sequence[float | None]


def dots(rows: Sequence[Ranked], hollow: Sequence[bool], look: Look) -> dict[str, object]:
    """A marker for each figure; those that plainly differ from the others are coloured."""
    palette = look.palette
    return {
        "size": 10,
        "symbol": ["circle-open" if one else "circle" for one in hollow],
        "color": [palette.indicator if one.differs else palette.result for one in rows],
        "line": {"width": 2},
    }


def whiskers(at: Ends, low: Ends, high: Ends, colour: str) -> dict[str, object]:
    """From the low to the high end of each interval; none where an end is not known."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [_apart(end, mid) for end, mid in zip(high, at, strict=True)],
        "arrayminus": [_apart(mid, end) for end, mid in zip(low, at, strict=True)],
        "color": colour,
        "thickness": 1.5,
        "width": 4,
    }


def _apart(one: float | None, other: float | None) -> float:
    return 0.0 if one is None or other is None else max(0.0, one - other)
