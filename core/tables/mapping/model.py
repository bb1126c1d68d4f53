"""The nouns of mapping: what a kind of table holds, and what was made of one table's columns."""

from collections.abc import Mapping as Mappings
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from core.language import Text
from core.tables.mapping.senses import Tokens, tokens
from core.tables.model import TableKind

WEAK = 0.75  # what an alias counts that fits only where nothing better does
DECOY = "-"  # the id of columns that are known and not needed


class Shape(StrEnum):
    """What the cells of a field look like."""

    ID = "id"
    NAME = "name"
    CATEGORY = "category"
    DATE = "date"
    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    YES_NO = "yes_no"
    STATUS = "status"
    DURATION = "duration"
    SCORE = "score"
    TEXT = "text"
    ANY = "any"


@dataclass(frozen=True)
class Field:
    """One field: its shape, and the names it goes by (comma between; a ~ for each doubt)."""

    id: str
    shape: Shape
    names: str
    words: str = ""  # the group of cell words that speaks for it: see `cell_words`

    @cached_property
    def aliases(self) -> tuple[tuple[Tokens, float], ...]:
        """Its names as senses, each once, with what it counts."""
        found: dict[Tokens, float] = {}
        for name in self.names.split(","):
            bare = name.strip()
            senses = tokens(bare.lstrip("~"))
            strength = WEAK ** (len(bare) - len(bare.lstrip("~")))
            found[senses] = max(strength, found.get(senses, 0))
        return tuple(found.items())

    @cached_property
    def senses(self) -> frozenset[str]:
        """All senses of all its names."""
        return frozenset().union(*(token for name, _ in self.aliases for token in name))


@dataclass(frozen=True)
class Kind:
    """One kind of table; `subject`: the senses that name its records, weak in its headers."""

    kind: TableKind
    subject: frozenset[str]
    required: tuple[str, ...]
    telling: tuple[str, ...]  # fields that hardly any other kind has
    fields: tuple[Field, ...]
    date: str = ""  # the field of a table's only column of dates, whatever its name
    sure: tuple[tuple[str, ...], ...] = ()  # fields that together leave hardly a doubt
    needs: tuple[str, ...] = ()  # one of these at least
    once: str = ""  # the field that names each row once
    titled: str = ""  # the field that says, beside what is telling, that each row is a record
    repeats: str = ""  # the field that stands on several rows
    many: str = ""  # a field that hardly differs on every row, though it may

    @cached_property
    def ids(self) -> frozenset[str]:
        """Its fields."""
        return frozenset(one.id for one in self.fields)


@dataclass(frozen=True)
class Assigned:
    """A column taken for a field."""

    field: str
    score: float
    reason: Text


@dataclass(frozen=True)
class Mapping:
    """What a table is and which field each column is; places are those of the columns."""

    kind: TableKind
    columns: Mappings[int, Assigned]
    doubtful: tuple[int, ...] = ()
    notices: tuple[Text, ...] = field(default=())
