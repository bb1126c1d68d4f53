"""Columns that only add up others of their table: they are no measures of their own."""

from collections.abc import Sequence

import pandas as pd

from core.language import Text, text
from core.tables.columns.typed import Typed
from core.tables.context import Context
from core.tables.fields import answered_field
from core.tables.totals import is_only_sum, is_sum_of


def without_sums(
    typed: Sequence[Typed], fields: list[str], context: Context
) -> tuple[list[str], list[Text]]:
    """The fields, "" for columns called only “Total” that add up other measures; that is said."""
    found, notices = list(fields), []
    measures = [i for i, field in enumerate(fields) if field == "measure"]
    for i in measures:
        one = typed[i]
        if not is_only_sum(one.name) or answered_field(one.name, context) is not None:
            continue
        same = [j for j in measures if j != i and typed[j].unit == one.unit and found[j]]
        runs = (same, [j for j in same if j < i], _since_sum(same, i, found, measures))
        for parts in runs:
            if is_sum_of(one.values, pd.DataFrame({j: typed[j].values for j in parts})):
                found[i] = ""
                names = ", ".join(typed[j].name for j in parts)
                notices.append(
                    text(
                        "“{name}” was left out: it is the sum of {list}.", name=one.name, list=names
                    )
                )
                break
    return found, notices


def _since_sum(
    same: Sequence[int], total: int, found: Sequence[str], measures: Sequence[int]
) -> list[int]:
    """The measures between the total before this one and this one."""
    before = max((j for j in measures if j < total and not found[j]), default=-1)
    return [j for j in same if before < j < total]
