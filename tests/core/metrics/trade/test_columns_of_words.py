"""A column of words where dates or numbers are needed is not used, and nothing breaks."""

import pandas as pd
import pytest

from core.tables import Column, ColumnType, Table

LINES = {
    "order_id": ["1", "2", "3"],
    "ordered_at": ["2025-01-01", "2025-02-01", "2025-03-01"],
    "revenue": [1, 2, 3],
}


@pytest.mark.parametrize(
    "field",
    ["finished_at", "service_at", "cancelled_at", "due_at", "cost", "quantity", "unit_price"],
)
@pytest.mark.parametrize("words", [["n/a", "x", "?"], [None, None, None]])
def test_words_or_nothing_in_a_field_leave_the_other_figures(records, panel, row, field, words):
    whole = records("orders", **LINES)
    frame = whole.frame.copy()
    frame[field] = pd.Series(words, index=frame.index, dtype="string")
    columns = (*whole.columns, Column(field, field, ColumnType.TEXT))
    odd = Table(whole.kind, whole.source, "", frame, columns, header_rows=(1,))
    found = panel(odd)
    assert row(found, "orders") == {"2025-01": 1, "2025-02": 1, "2025-03": 1}
    if field != "service_at" or words[0]:
        assert row(found, "revenue") == {"2025-01": 1, "2025-02": 2, "2025-03": 3}
