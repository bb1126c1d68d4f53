"""A comparison in one sentence."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.language import Share, Text, counted, text
from core.tables.updates.model import Comparison, TableChange
from core.tables.updates.rows_said import row_said

NAMED = 3  # names told before the rest is only counted


def summary(found: Comparison) -> Comparison:
    """The comparison with its sentence."""
    if found.is_same:
        return replace(found, summary=text("Nothing is new: the two files say the same."))
    return replace(found, summary=Text.joined(", ", _parts(found)))


def revised(change: TableChange, place: int) -> Text:
    """One changed cell: its row and column, and by how much."""
    cell = change.changed.iloc[place]
    row = row_said(change.before, change.key, int(cell["old"]))
    size = float(cell["size"])
    if math.isnan(size):
        return text("{row}, “{column}”", row=row, column=cell["column"])
    said = {"row": row, "column": cell["column"], "size": Share(size, size_digits(size))}
    if size > 0:
        return text("{row}, “{column}” +{size}", **said)
    return text("{row}, “{column}” {size}", **said)


def size_digits(size: float) -> int:
    """Decimals of a relative change: small ones, and nearly the whole, need more."""
    if -1 < size < -0.99:
        return 2
    return 0 if abs(size) >= 0.01 else 2


def _parts(found: Comparison) -> Iterator[Text]:
    yield counted("{n} new row", "{n} new rows", sum(len(one.new) for one in found.changes))
    yield _changed(found)
    yield from _some(
        counted("{n} emptied", "{n} emptied", sum(len(one.emptied) for one in found.changes))
    )
    vanished = sum(len(one.vanished) for one in found.changes)
    yield counted("{n} vanished", "{n} vanished", vanished)
    yield from _columns(found)
    yield from _tables(found)
    yield from _some(
        counted(
            "{n} reason not to put them together",
            "{n} reasons not to put them together",
            len(found.issues),
        )
    )


def _changed(found: Comparison) -> Text:
    """How many rows changed, and the change that is largest."""
    count = sum(one.changed_rows for one in found.changes)
    sizes = [
        (abs(float(size)) if not math.isnan(size) else -1.0, i, place)
        for i, one in enumerate(found.changes)
        for place, size in enumerate(one.changed["size"])
    ]
    if not sizes:
        return counted("{n} changed", "{n} changed", count)
    largest, i, place = max(sizes, key=lambda one: one[0])
    told = revised(found.changes[i], place)
    if len(sizes) == 1 or largest < 0:
        return counted("{n} changed ({which})", "{n} changed ({which})", count, which=told)
    return counted("{n} changed (most: {which})", "{n} changed (most: {which})", count, which=told)


def _columns(found: Comparison) -> Iterator[Text]:
    renamed = [one for change in found.changes for one in change.renamed]
    pending = {name for one in renamed if not one.accepted for name in (one.before, one.after)}
    gained = [one for change in found.changes for one in change.gained if one not in pending]
    lost = [one for change in found.changes for one in change.lost if one not in pending]
    arrows = [f"{one.before} → {one.after}" for one in renamed]
    said = {"list": _list(arrows)}
    yield from _some(
        counted("{n} column renamed: {list}?", "{n} columns renamed: {list}?", len(arrows), **said)
    )
    said = {"list": _list(gained)}
    yield from _some(
        counted("{n} new column: {list}", "{n} new columns: {list}", len(gained), **said)
    )
    said = {"list": _list(lost)}
    yield from _some(
        counted("{n} column missing: {list}", "{n} columns missing: {list}", len(lost), **said)
    )


def _tables(found: Comparison) -> Iterator[Text]:
    new = [one.sheet or one.source for one in found.only_after]
    gone = [one.sheet or one.source for one in found.only_before]
    said = {"list": _list(new)}
    yield from _some(counted("{n} new table: {list}", "{n} new tables: {list}", len(new), **said))
    said = {"list": _list(gone)}
    yield from _some(
        counted("{n} table missing: {list}", "{n} tables missing: {list}", len(gone), **said)
    )


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")


def _some(said: Text) -> Iterator[Text]:
    """The sentence, unless it counts nothing."""
    if dict(said.values)["n"]:
        yield said
