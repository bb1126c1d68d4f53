"""What a column knows of its cells is counted the same whatever its type."""

import pytest

from core.reports import columns_table
from core.tables import read
from core.tables.quality import quality_of

LINES = ["Deal ID,Tahap,Nilai,Catatan"]
LINES += [f"D-{i},{stage},{i}00," for i, stage in enumerate(("Menang", "", "n/a", "Kalah"), 1)]


@pytest.fixture(scope="module")
def table():
    return read("\n".join(LINES).encode(), "deals.csv").tables[0]


def test_empty_texts_and_words_for_nothing_are_unknown(table):
    told = columns_table(table, "en").set_index("Column")
    assert told["Values"].to_dict() == {"Deal ID": 4, "Tahap": 2, "Nilai": 4, "Catatan": 0}
    assert told["Unknown"].to_dict() == {"Deal ID": 0, "Tahap": 2, "Nilai": 0, "Catatan": 4}


def test_the_quality_report_counts_the_same(table):
    columns = {one.name: one.known for one in quality_of(table).columns}
    assert columns == {"Deal ID": 4, "Tahap": 2, "Nilai": 4, "Catatan": 0}
