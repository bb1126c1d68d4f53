"""Next month's file: what it says anew, otherwise, or no longer, and how it is taken in.

Never in silence: vanished rows and figures that are blank now are kept and said; other units,
types or lengths of period are refused with what to do.
"""

from collections.abc import Mapping, Sequence

from core.tables.model import Table
from core.tables.updates.cells import CellChange, cell_changes
from core.tables.updates.change import table_change
from core.tables.updates.model import Comparison, Mode, Renamed, TableChange
from core.tables.updates.renames import proposed, renamed_tables
from core.tables.updates.sheets import matched_tables, resemblance
from core.tables.updates.summary import summary
from core.tables.updates.taking import taken

__all__ = [
    "CellChange",
    "Comparison",
    "Mode",
    "Renamed",
    "TableChange",
    "cell_changes",
    "compare",
    "compare_again",
    "resemblance",
    "take",
]


def compare(
    before: Sequence[Table], after: Sequence[Table], renamed: Mapping[str, str] | None = None
) -> Comparison:
    """What a new file changes in the tables of an old one; `before` and `after` stay as they are.

    `renamed` maps new names of columns or metrics to old ones. None: renames that most equal
    values show are taken for granted, and told with their share.
    """
    together = matched_tables(before, after)
    changes = []
    for i, j in together:
        found = proposed(before[i], after[j], renamed)
        accepted = {one.after: one.before for one in found if one.accepted}
        changes.append(table_change(before[i], after[j], accepted, found))
    olds, news = {i for i, _ in together}, {j for _, j in together}
    found_all = Comparison(
        tuple(changes),
        tuple(one for i, one in enumerate(before) if i not in olds),
        tuple(one for j, one in enumerate(after) if j not in news),
    )
    return summary(found_all)


def compare_again(comparison: Comparison, renamed: Mapping[str, str]) -> Comparison:
    """The same two files compared with other renames."""
    before = [*(one.before for one in comparison.changes), *comparison.only_before]
    after = [*(one.after for one in comparison.changes), *comparison.only_after]
    return compare(before, after, renamed)


def take(
    before: Sequence[Table], after: Sequence[Table], mode: Mode, renamed: Mapping[str, str]
) -> tuple[Table, ...]:
    """The tables once the new file is taken in.

    UPDATE adds new rows, takes changed cells and keeps what vanished; REPLACE is the new file;
    APPEND puts all its rows below. Raises Refusal where the two must not be put together.
    """
    if mode is Mode.REPLACE:
        return tuple(renamed_tables(after, renamed))
    return taken(compare(before, after, renamed), mode, before)
