"""The nouns of an update: what next month's file says anew, otherwise, or no longer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from core.errors import Issue
from core.language import Text
from core.tables.model import Column, Table, TableKind
from core.tables.updates.matching import Matched


class Mode(StrEnum):
    """What becomes of the old rows."""

    UPDATE = "update"  # by key: new rows added, changed cells taken, vanished rows kept
    REPLACE = "replace"  # the new file only
    APPEND = "append"  # every row of the new file below the old ones


@dataclass(frozen=True)
class Renamed:
    """A column, or a metric written in the rows, that seems to go by another name now."""

    before: str
    after: str
    share: float | None  # of equal values where both are known; None where no row has both
    reason: Text
    accepted: bool  # whether the comparison took the two for one


@dataclass(frozen=True)
class TableChange:
    """One table beside the same table of the new file.

    Row frames have the table's columns; their index = the rows of their own file. `changed` and
    `emptied` have one row per cell: `old`, `new` (places in the two frames), `column`, `before`,
    `after` (values of the column), `size` (relative change of a number, else NaN).
    """

    before: Table
    after: Table
    key: tuple[str, ...]  # columns that tell the rows apart, by their old name; () = whole rows
    new: pd.DataFrame
    changed: pd.DataFrame
    emptied: pd.DataFrame  # known before, blank now: the old figure is kept
    vanished: pd.DataFrame
    unchanged: int  # rows found again without a changed cell
    changed_rows: int
    rows: Matched = field(repr=False, compare=False)
    columns: tuple[tuple[Column, Column], ...] = field(repr=False)  # of both tables, old and new
    renamed: tuple[Renamed, ...] = ()
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()  # why the two must not be put together
    notices: tuple[Text, ...] = ()

    @property
    def sheet(self) -> str:
        """The sheet of the new file."""
        return self.after.sheet

    @property
    def kind(self) -> TableKind:
        """What the table is about."""
        return self.after.kind

    @property
    def remembered(self) -> tuple[str, ...]:
        """The key by which later files are compared: once a file lacks a column, as before."""
        held = self.before.key
        kept = held is not None and not {old.name for old, _ in self.columns}.issuperset(held)
        return held if held is not None and kept else self.key

    @property
    def renames(self) -> Mapping[str, str]:
        """The renames taken for granted: new name -> old name."""
        return {one.after: one.before for one in self.renamed if one.accepted}

    @property
    def is_same(self) -> bool:
        """Whether the new table says what the old one said, in whatever order."""
        frames = (self.new, self.changed, self.emptied, self.vanished)
        differs = any(len(one) for one in frames) or self.issues or self.renamed
        return not (differs or self.gained or self.lost)


@dataclass(frozen=True)
class Comparison:
    """Two files of one template, table by table."""

    changes: tuple[TableChange, ...]
    only_before: tuple[Table, ...] = ()
    only_after: tuple[Table, ...] = ()
    summary: Text = field(default_factory=lambda: Text(""))

    @property
    def is_same(self) -> bool:
        """Whether the new file says what the old one said."""
        return not (self.only_before or self.only_after) and all(
            one.is_same for one in self.changes
        )

    @property
    def renames(self) -> Mapping[str, str]:
        """The renames this comparison took for granted: new name -> old name."""
        return {new: old for one in self.changes for new, old in one.renames.items()}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Why the two files must not be put together."""
        return tuple(issue for change in self.changes for issue in change.issues)
