"""What the file as a whole says, for columns that cannot decide alone; and what the person said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.tables.model import Answers, CellKind


@dataclass(frozen=True)
class Context:
    """Evidence shared by the columns of one file."""

    source: str = ""
    sheet: str = ""
    language: str = ""  # id | en | ""
    decimal: str = ""  # comma | point: what other columns of the file write
    date_order: str = ""  # dmy | mdy: what other columns of the file prove
    years: tuple[int, ...] = ()  # years named in the sheet name or the titles
    shared_titles: frozenset[str] = frozenset()  # titles of tables on several sheets
    date_1904: bool = False
    answers: Answers = field(default_factory=Answers)


def answered(answers: Mapping[str, str], column: str) -> str:
    """The answer for a column; "" answers for every column."""
    return answers.get(column, answers.get("", ""))


NUMERIC = frozenset({CellKind.NUMBER.value, CellKind.PERCENT.value})
NATIVE_DATES = frozenset({CellKind.DATE.value, CellKind.DATETIME.value})
