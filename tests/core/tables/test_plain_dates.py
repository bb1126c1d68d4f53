"""Whole-column reading of ISO days and times gives what the careful reader gives, or declines."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables import ColumnType
from core.tables.columns.column import read_column
from core.tables.columns.plain_dates import plain_dates
from core.tables.columns.plainly import WORTHWHILE
from core.tables.columns.typed import Typed
from core.tables.context import Context

DAYS = st.dates().map(str) | st.dates(date(2023, 1, 1), date(2023, 6, 30)).map(str)
TIMES = st.times().map(lambda one: one.isoformat("seconds"))
STYLES = {
    "days": DAYS,
    "midnights": DAYS.map("{} 00:00:00".format),
    "minutes": st.builds(lambda day, time: f"{day} {time[:5]}", DAYS, TIMES),
    "seconds": st.builds("{} {}".format, DAYS, TIMES),
    "iso": st.builds("{}T{}".format, DAYS, TIMES),
    "several": st.builds(lambda day, time, n: f"{day} {time}"[:n], DAYS, TIMES,
                         st.sampled_from([10, 16, 19])),
}  # fmt: skip
ODD = st.sampled_from(
    [
        *["", "-", "n/a", "belum ada", " 2024-01-05 ", "2024-02-30", "2024-1-5", "31/01/2024"],
        *["2024-01-05 10", "2024-01-05 1030", "2024-01-05 24:00", "2024-01-05 10:60:00", "tutup"],
        *["2024-01-05T10:00Z", "2024-01-05 10:00:00.5", "2024-01-05 10:00+07", "1899-12-31"],
        *["2100-01-01", "2101-01-01", "٢٠٢٤-٠١-٠٥", "2024-01-05t10:00", "2024/01/05", "Jan 2024"],
    ]
)


@settings(max_examples=500, deadline=None)
@given(
    st.sampled_from(sorted(STYLES)).flatmap(lambda one: st.lists(STYLES[one], min_size=1)),
    st.lists(ODD, max_size=2),
    st.sampled_from(["dibuat", "catatan"]),
)
def test_both_readers_agree_wherever_the_quick_one_answers(cells, odd, name):
    words = pd.Series([*cells, *odd], pd.RangeIndex(2, len(cells) + len(odd) + 2), dtype="str")
    kinds = pd.Series("text", index=words.index).mask(words.eq(""), "empty")
    quickly = plain_dates(Typed(name, "B", words, ColumnType.TEXT), kinds)
    if quickly is None:
        return
    carefully = read_column(name, "B", words, kinds, Context())
    assert (quickly.type, quickly.grain) == (carefully.type, carefully.grain)
    assert (carefully.notices, carefully.questions, carefully.issues) == ((), (), ())
    pd.testing.assert_series_equal(quickly.values, carefully.values, check_exact=True)


@pytest.mark.parametrize("cell", ["2024-01-31", "2024-01-31 10:15", "2024-01-31T10:15:30"])
def test_a_long_column_of_one_make_is_read_at_once(cell):
    words = pd.Series([cell, ""] * WORTHWHILE, dtype="str")
    kinds = pd.Series(["text", "empty"] * WORTHWHILE)
    assert plain_dates(Typed("Dibuat", "B", words, ColumnType.TEXT), kinds) is not None


def test_numbers_of_documents_that_look_like_dates_stay_as_written():
    words = pd.Series("2024-01-31", pd.RangeIndex(2, 2 * WORTHWHILE), dtype="str")
    kinds = pd.Series("text", index=words.index)
    assert read_column("No Rekening", "B", words, kinds, Context()).type is ColumnType.TEXT
