"""A figure of all records with that of each group of a column: what one breakdown shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.enablement.model import Measured
from core.metrics.records import BETWEEN

STAGE = "stage"  # the column by which figures of stages are told, also of all records
Key = tuple[str, str, str, str]  # name, variant, stat, stage


@dataclass(frozen=True)
class Compared:
    """`whole` is of all records, or of all that were in a stage; `groups` as the rows stand."""

    whole: Measured
    groups: tuple[Measured, ...] = ()

    @property
    def stage(self) -> str:
        """The stage it is of; "" where it is of no single one."""
        return self.whole.group if self.whole.by == STAGE else ""

    @property
    def key(self) -> Key:
        """What tells it from the other figures."""
        return *self.whole.key, self.stage


def compared(rows: Sequence[Measured]) -> tuple[Compared, ...]:
    """The figures among the rows of an answer, in their order."""
    return tuple(
        Compared(one, tuple(_groups(one, rows))) for one in rows if one.by in ("", STAGE)
    )  # fmt: skip


def _groups(whole: Measured, rows: Sequence[Measured]) -> list[Measured]:
    same = [one for one in rows if one.key == whole.key]
    if whole.by != STAGE:
        return [one for one in same if one.by not in ("", STAGE) and not _staged(one)]
    start = whole.group + BETWEEN
    return [
        replace(one, by=one.by.removeprefix(STAGE + BETWEEN), group=one.group[len(start) :])
        for one in same
        if _staged(one) and one.group.startswith(start)
    ]


def _staged(row: Measured) -> bool:
    return row.by.startswith(STAGE + BETWEEN)
