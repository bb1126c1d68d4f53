"""A metric a person adds without code: an aggregate of a column, of the rows that meet a condition.

    Big deals = count() in deals by closed_at where amount >= 1000 and status = won
    Cost per lead = ratio(marketing_spend, new_leads)

The first form reads records; columns are named by field or as the file writes them. The second
divides one indicator of the panel by another.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from core.errors import Refusal
from core.language import text
from core.metrics.names import slug
from core.metrics.spec import Role
from core.tables.mapping import KINDS

HOW = ("count", "sum", "distinct", "mean", "median", "ratio")
SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_FORM = re.compile(
    r"(?P<name>[^=]+?)\s*=\s*(?P<how>\w+)\(\s*(?P<of>[^,()]*?)\s*(?:,\s*(?P<below>[^,()]+?)\s*)?\)"
    r"(?:\s+in\s+(?P<kind>\w+)\s+by\s+(?P<at>.+?)(?:\s+where\s+(?P<where>.+))?)?\s*$"
)
_CONDITION = re.compile(r"\s*(?P<column>.+?)\s*(?P<sign>!=|>=|<=|=|>|<)\s*(?P<value>.+?)\s*$")


@dataclass(frozen=True)
class Condition:
    """What a row must meet: a column, a sign of SIGNS, and a value as written."""

    column: str
    sign: str
    value: str


@dataclass(frozen=True)
class Own:
    """One metric of a person's own; `kind` "": a ratio of two indicators of the panel."""

    name: str
    how: str  # one of HOW
    of: str = ""  # the column added up or looked at; for count none
    below: str = ""  # of a ratio: what is divided by
    kind: str = ""  # a TableKind
    at: str = ""  # the column of the date that counts
    where: tuple[Condition, ...] = ()
    role: Role = Role.LEADING

    @property
    def id(self) -> str:
        """Its id on the panel."""
        return slug(self.name)

    @property
    def written(self) -> str:
        """The definition in the form that `parsed` reads."""
        inside = ", ".join(part for part in (self.of, self.below) if part)
        said = f"{self.name} = {self.how}({inside})"
        if self.kind:
            said += f" in {self.kind} by {self.at}"
        conditions = [f"{one.column} {one.sign} {one.value}" for one in self.where]
        return f"{said} where {' and '.join(conditions)}" if conditions else said


def parsed(written: str) -> Own:
    """The metric a definition describes. Raises Refusal when it is none."""
    match = _FORM.match(written)
    if match is None or match["how"] not in HOW:
        raise _no_form(written)
    conditions = re.split(r"\s+and\s+", match["where"]) if match["where"] else []
    own = Own(
        name=match["name"].strip(),
        how=match["how"],
        of=match["of"],
        below=match["below"] or "",
        kind=match["kind"] or "",
        at=(match["at"] or "").strip(),
        where=tuple(_condition(one, written) for one in conditions),
    )
    return _checked(own, written)


def _condition(written: str, whole: str) -> Condition:
    match = _CONDITION.match(written)
    if match is None:
        raise _no_form(whole)
    return Condition(match["column"], match["sign"], match["value"].strip("\"'“”"))


def _checked(own: Own, written: str) -> Own:
    """The definition, when it can mean something at all."""
    ratio = own.how == "ratio"
    dated = own.kind in {kind.value for kind in KINDS} and bool(own.at)
    filled = own.how == "count" or bool(own.of)
    if (dated or (ratio and not own.kind)) and filled and ratio == bool(own.below):
        return own
    raise _no_form(written)


def _no_form(written: str) -> Refusal:
    return Refusal(
        text("“{written}” does not define an indicator.", written=written),
        text(
            "Write it as {records}, or as {ratio}.",
            records="Name = sum(amount) in deals by closed_at where status = won",
            ratio="Name = ratio(revenue, new_leads)",
        ),
    )
