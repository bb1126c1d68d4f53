"""A CSV with an odd cell or line anywhere, also only late, is read alike by both ways."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables.model import Answers
from tests.core.tables.test_quick_and_careful import both_ways

CELLS = {
    "Kode": lambda i: f"{i:06}",
    "Tanggal": lambda i: f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}",
    "Ditutup": lambda i: f"{i % 28 + 1:02}/{i % 12 + 1:02}/2024",
    "Wilayah": lambda i: ("Jakarta", "Medan", "Surabaya")[i % 3],
    "Omzet": lambda i: f"{i * 7919 % 90000 / 100}",
    "Harga": lambda i: f"{i * 7919 % 900}.{i % 10}00",
    "Unit": lambda i: f"{i * 31 % 50}",
    "Aktif": lambda i: "ya" if i % 3 else "tidak",
    "Isi": lambda i: f"minta diskon {i}",
}
ODD_CELLS = [
    "", " ", "-", "n/a", "nihil", "007", "1,5", "1.234", "1e5", "12abc", "Rp 500", "5%", "#REF!",
    "2024-13-45", "31/12/2024", "2024", " Medan", "TRUE", "TOTAL", "Catatan", "12345678901234567",
    '"a,b"', '"dua\nbaris"', "é", "\u00a05", "−7", "(8)",
]  # fmt: skip
ODD_LINES = [
    "", "Total,,,,999", "Catatan: sementara", "a,b,c", ",,,,", "---,---,---", "# dari sistem",
    "Jakarta Total,,,,5", ",".join(CELLS), "x" + "," * 12, "Wilayah Timur,,,,,,,,",
]  # fmt: skip


@st.composite
def csv_files(draw):
    """A few hundred regular rows, with up to three odd cells and up to two odd lines."""
    names = draw(st.lists(st.sampled_from(list(CELLS)), min_size=2, max_size=6, unique=True))
    count = draw(st.integers(60, 240))
    rows = [[CELLS[name](i) for name in names] for i in range(count)]
    late = st.integers(0, count - 1) | st.integers(count - 20, count - 1)
    for _ in range(draw(st.integers(0, 3))):
        rows[draw(late)][draw(st.integers(0, len(names) - 1))] = draw(st.sampled_from(ODD_CELLS))
    lines = [",".join(names), *map(",".join, rows)]
    for _ in range(draw(st.integers(0, 2))):
        lines.insert(draw(late), draw(st.sampled_from(ODD_LINES)))
    return "\n".join(lines).encode()


@settings(max_examples=20, deadline=None)
@given(content=csv_files())
def test_an_odd_cell_or_line_anywhere_changes_nothing_between_the_two_ways(content):
    file = SimpleNamespace(content=content, source="a.csv", answers=Answers())
    with pytest.MonkeyPatch().context() as patch:
        quickly, carefully = both_ways(file, patch.setattr)
    assert quickly == carefully
