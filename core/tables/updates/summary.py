"""A comparison in one sentence."""

from collections.abc import Iterator
from dataclasses import replace

from core.language import Text, counted, text
from core.tables.updates.model import Comparison


def summary(found: Comparison) -> Comparison:
    """The comparison with its sentence."""
    if found.is_same:
        return replace(found, summary=text("Nothing is new: the two files say the same."))
    return replace(found, summary=Text.joined(", ", _parts(found)))


def _parts(found: Comparison) -> Iterator[Text]:
    new = sum(len(one.new) for one in found.changes)
    changed = sum(one.changed_rows for one in found.changes)
    vanished = sum(len(one.vanished) for one in found.changes)
    yield counted("{n} new row", "{n} new rows", new)
    yield counted("{n} changed", "{n} changed", changed)
    yield counted("{n} vanished", "{n} vanished", vanished)
