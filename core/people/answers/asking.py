"""Which tables hold the answers of single people, whatever they were taken for."""

from core.tables.mapping import KINDS
from core.tables.mapping.questions import RECOMMEND
from core.tables.model import Table, TableKind

_QUESTION = 5  # words of a header that asks


def are_answers(table: Table) -> bool:
    """Whether a table is a survey, or has a whole question on recommending beside other figures."""
    if table.kind is TableKind.SURVEY:
        return True
    asked = (one.name for one in table.columns if len(one.name.split()) >= _QUESTION)
    return table.kind not in KINDS and any(RECOMMEND.search(name) for name in asked)
