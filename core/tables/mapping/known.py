"""The columns of a table and what names already made of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from core.language import Text
from core.tables.mapping.matching import Match, Matches
from core.tables.mapping.model import Field
from core.tables.mapping.names import field_name
from core.tables.mapping.profile import Profile
from core.tables.model import ColumnType

SURELY = 0.7  # what a field is worth that follows from other columns


@dataclass(frozen=True)
class Known:
    """The columns of a table and what names already made of them."""

    columns: Sequence[Profile]
    found: Matches
    said: Collection[int]

    @property
    def placed(self) -> dict[str, int]:
        """Field -> the column that has it."""
        return {match.field.id: i for i, match in self.found.fields.items()}

    @property
    def open(self) -> dict[str, Field]:
        """The fields nobody took."""
        return {one.id: one for one in self.found.kind.fields if one.id not in self.placed}

    def free(self, types: Sequence[ColumnType]) -> list[int]:
        """Columns of these types that have no field, nor are known as not needed."""
        taken = {*self.found.fields, *self.found.decoys, *self.said}
        return [i for i, one in enumerate(self.columns) if one.type in types and i not in taken]

    def names(self, *places: int) -> tuple[str, ...]:
        """What columns are called."""
        return tuple(self.columns[i].name for i in places)

    def taken(self, fields: dict[int, str], why: Callable[[Text], Text]) -> dict[int, Match]:
        """Matches for the columns whose field is still open."""
        spare = self.open
        return {
            i: Match(spare[id], SURELY, 0.0, reason=why(field_name(id)))
            for i, id in fields.items()
            if id in spare
        }
