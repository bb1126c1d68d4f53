"""The ends of cells tell which need a closer look; what they leave out would not have fitted."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables.files import ends, regular
from core.tables.files.ends import first_bytes, fits, is_digit, is_plain, last_bytes, stripped
from core.tables.layout import unlike

CELLS = st.one_of(
    st.text(max_size=3), st.text(" \t\x00\x1c\x85\u00a0\u3000a7-", max_size=4),
    st.sampled_from(["Total", "** jumlah", "1) benar", "2024", "Budi total:", "---", "7 Average"]),
)  # fmt: skip


@st.composite
def columns(draw):
    cells = draw(st.lists(CELLS, max_size=12))
    one = draw(st.sampled_from([pa.string(), pa.large_string()]))
    cut = draw(st.integers(0, len(cells)))
    return cells, pa.chunked_array(
        [pa.array(["x", *cells[:cut]], one)[1:], pa.array(cells[cut:], one)]
    )


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(ends, "WORTHWHILE", 4)


@given(columns())
def test_cells_are_stripped_as_by_looking_at_each(column):
    cells, held = column
    assert stripped(held).to_pylist() == pc.utf8_trim_whitespace(held).to_pylist()
    assert first_bytes(held).tolist() == [(one.encode() or b"\0")[0] for one in cells]
    assert last_bytes(held).tolist() == [(one.encode() or b"\0")[-1] for one in cells]


@given(columns())
def test_only_cells_that_could_fit_are_looked_at_and_none_is_missed(column):
    _, held = column
    first, last = first_bytes(held), last_bytes(held)
    bracket = pc.match_substring(held, ")").to_numpy().astype(bool)
    for shape, some in (
        (regular._BLANK, ~is_plain(first)),
        (regular._RULE, ~is_plain(first)),
        (unlike._TOTAL, ~is_digit(first) | bracket),
        (unlike._NOTE, ~is_digit(first) | bracket),
        (unlike._BEHIND, ~is_digit(last)),
        (r"\d", first >= 0),
    ):
        every = pc.match_substring_regex(held, shape).to_pylist()
        assert fits(held, shape, some).tolist() == every, shape
