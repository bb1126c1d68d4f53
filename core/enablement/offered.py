"""What a topic can show of the tables at hand: metrics, columns to divide by, what is missing."""

from collections.abc import Sequence

from core.enablement.answer import NAMES
from core.enablement.bands import SIZE_BAND
from core.enablement.compared import Compared
from core.enablement.ledger import Ledger
from core.enablement.sentences import DIFFERENCES
from core.enablement.topics import Topic
from core.language import Text, text
from core.metrics import dividing
from core.tables.model import Table, TableKind

COURSE = "course_id"
_OF_ONE_KIND = {"response": TableKind.LEADS, "works": TableKind.DEALS}  # others divide no row there
_MOST_COURSES = 30
_FAIREST = (  # those that leave out nobody who waits, and compare like with like
    ("response_s", "", "km_median"),
    ("content_lift", "stratified", ""),
)


def names_of(topic: Topic) -> tuple[str, ...]:
    """The metrics of a topic that are worked out."""
    return tuple(one for one in topic.metrics if one in NAMES)


def divisions(book: Ledger, tables: Sequence[Table], topic: Topic) -> tuple[str, ...]:
    """The columns by which a topic's figures may be divided; courses first, bands of size last."""
    kinds = (_OF_ONE_KIND[topic.id],) if topic.id in _OF_ONE_KIND else topic.kinds
    own = dividing([one for one in tables if one.kind in kinds])
    frames = [frame for kind, frame in book.frames.items() if kind in kinds]
    courses = [frame[COURSE].nunique() for frame in frames if COURSE in frame.columns]
    first = (COURSE,) if courses and 1 < courses[0] <= _MOST_COURSES else ()
    last = (SIZE_BAND,) if any(SIZE_BAND in frame.columns for frame in frames) else ()
    return (*first, *(one for one in own if one not in first), *last)


def division_said(name: str) -> Text:
    """A column to divide by, as the file names it; our own ones in our words."""
    if name == SIZE_BAND:
        return text("Size of the deal")
    if name == COURSE:
        return text("Course")
    return Text("{name}", (("name", name),)) if name else text("All together, not divided")


def missing(book: Ledger, topic: Topic) -> bool:
    """Whether none of the records that the topic rests on is there."""
    return not any(kind in book.frames for kind in topic.kinds)


def leading(figures: Sequence[Compared]) -> Compared | None:
    """The figure a topic is told by: the fairest that was worked out, else the first.

    Of stages it is the one where the fewest go on.
    """
    known = [one for one in figures if one.whole.refused is None]
    fair = next((one for one in known if one.whole.key in _FAIREST), None)
    if fair is not None or not known or not known[0].stage:
        return fair or (known[0] if known else None)
    stages = [one for one in known if one.whole.key == known[0].whole.key]
    return min(stages, key=lambda one: one.whole.value or 0.0)


def further(figures: Sequence[Compared]) -> list[Compared]:
    """The differences worked out beside the one a topic is told by; no mere changes."""
    known = [one for one in figures if one.whole.refused is None and one is not leading(figures)]
    told = [one for one in known if one.whole.name in DIFFERENCES]
    return [one for one in told if one.whole.variant != "change"]
