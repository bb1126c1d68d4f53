"""A long column told to be text by its head is the text the careful reader gives."""

import random

import pandas as pd
import pytest

from core.tables import ColumnType
from core.tables.columns import column as columns
from core.tables.columns.wordy import surely_text
from core.tables.context import Context

ROWS = 1300
FIRST = {
    "codes": lambda i: f"{i:07d}",
    "phones": lambda i: f"+62811{i:07d}",
    "long ids": lambda i: f"{i + 10**17}",
    "words": lambda i: f"Pelanggan {i}",
    "mails": lambda i: f"a{i}@contoh.id",
    "numbers": lambda i: f"{i}",
    "money": lambda i: f"Rp {i}.000",
    "dates": lambda i: str(pd.Timestamp("1990-01-01") + pd.Timedelta(days=i))[:10],
    "few": lambda i: f"Tim {i % 7}",
    "answers": lambda i: "ya" if i % 3 else "tidak",
}
LATER = ["", "-", "#DIV/0!", "12", "2024-01-31", "ya", "007", " x "]


def column(first, seed=None):
    draw = random.Random(seed)
    cells = [FIRST[first](i) for i in range(ROWS)]
    for _ in range(0 if seed is None else draw.choice([0, 5, 900])):
        cells[draw.randrange(ROWS)] = draw.choice(LATER)
    words = pd.Series(cells, pd.RangeIndex(2, ROWS + 2), dtype="str")
    kinds = pd.Series("text", index=words.index).mask(words.eq(""), "empty")
    return words, kinds.mask(words.str.startswith("#"), "error")


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("name", ["Catatan", "Tanggal", "Jam"])
def test_the_head_of_a_column_says_text_only_where_the_careful_reader_does(
    first, name, monkeypatch
):
    for seed in range(4):
        words, kinds = column(first, seed)
        quickly = columns.read_column(name, "B", words, kinds, Context())
        with monkeypatch.context() as patch:
            patch.setattr(columns, "surely_text", lambda *_: None)
            patch.setattr(columns, "plain_column", lambda *_: None)
            carefully = columns.read_column(name, "B", words, kinds, Context())
        assert (quickly.type, quickly.issues) == (carefully.type, carefully.issues)
        assert quickly.notices == carefully.notices
        pd.testing.assert_series_equal(quickly.values, carefully.values, check_exact=True)


@pytest.mark.parametrize("first", ["codes", "phones", "long ids", "words", "mails"])
def test_columns_of_many_codes_or_words_are_not_taken_apart_cell_by_cell(first):
    words, kinds = column(first)
    assert surely_text(words, kinds, "Kode", Context()) is not None
    found = columns.read_column("Kode", "B", words, kinds, Context())
    assert found.type is ColumnType.TEXT


@pytest.mark.parametrize("first", ["numbers", "money", "dates", "few", "answers"])
def test_what_may_be_more_than_text_is_looked_at_in_full(first):
    assert surely_text(*column(first), "Isi", Context()) is None
