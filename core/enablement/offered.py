"""What a topic can show of the tables at hand: metrics, columns to divide by, what is missing."""

from collections.abc import Sequence

from core.enablement.answer import NAMES
from core.enablement.bands import SIZE_BAND
from core.enablement.compared import Compared
from core.enablement.ledger import Ledger
from core.enablement.topics import Topic
from core.metrics import dividing
from core.tables.model import Table


def names_of(topic: Topic) -> tuple[str, ...]:
    """The metrics of a topic that are worked out."""
    return tuple(one for one in topic.metrics if one in NAMES)


def divisions(book: Ledger, tables: Sequence[Table], topic: Topic) -> tuple[str, ...]:
    """The columns by which a topic's figures may be divided, bands of size among them."""
    own = dividing([one for one in tables if one.kind in topic.kinds])
    banded = any(
        SIZE_BAND in frame.columns for kind, frame in book.frames.items() if kind in topic.kinds
    )
    return (*own, SIZE_BAND) if banded else own


def missing(book: Ledger, topic: Topic) -> bool:
    """Whether none of the records that the topic rests on is there."""
    return not any(kind in book.frames for kind in topic.kinds)


def leading(figures: Sequence[Compared]) -> Compared | None:
    """The figure a topic is told by: the first worked out; of stages, where the fewest go on."""
    known = [one for one in figures if one.whole.refused is None]
    if not known or not known[0].stage:
        return known[0] if known else None
    stages = [one for one in known if one.whole.key == known[0].whole.key]
    return min(stages, key=lambda one: one.whole.value or 0.0)
