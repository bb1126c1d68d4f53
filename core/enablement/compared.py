"""A figure of all records with that of each group of a column: what one breakdown shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.enablement.model import Measured
from core.metrics.records import BETWEEN

STAGE = "stage"  # the column by which figures of stages are told, also of all records
STAGED = (STAGE, STAGE + BETWEEN + "pipeline", "course")  # told apart without being asked
Key = tuple[str, str, str, str]  # name, variant, stat, stage


@dataclass(frozen=True)
class Compared:
    """`whole` is of all records, or of all that were in a stage; `groups` as the rows stand."""

    whole: Measured
    groups: tuple[Measured, ...] = ()

    @property
    def stage(self) -> str:
        """The stage (with its pipeline where there are several) or course it is of; "": of all."""
        return self.whole.group if self.whole.by in STAGED else ""

    @property
    def key(self) -> Key:
        """What tells it from the other figures."""
        return *self.whole.key, self.stage


def compared(rows: Sequence[Measured]) -> tuple[Compared, ...]:
    """The figures among the rows of an answer, in their order."""
    return tuple(Compared(one, tuple(_groups(one, rows))) for one in rows if _whole(one))


def of_stages(one: Compared, figures: Sequence[Compared]) -> tuple[Measured, ...]:
    """The same figure of each stage or course, in their order."""
    return tuple(each.whole for each in figures if each.whole.key == one.whole.key)


def _whole(row: Measured) -> bool:
    return not row.by or row.by in STAGED


def _groups(whole: Measured, rows: Sequence[Measured]) -> list[Measured]:
    same = [one for one in rows if one.key == whole.key and not _whole(one)]
    if not whole.by:
        return [one for one in same if not one.by.startswith(STAGE + BETWEEN)]
    by, group = whole.by + BETWEEN, whole.group + BETWEEN
    return [
        replace(one, by=one.by[len(by) :], group=one.group[len(group) :])
        for one in same
        if one.by.startswith(by) and one.group.startswith(group)
    ]
