"""What the reading process hands over is what the app gets; no column of text crosses twice."""

import random

import pandas as pd
import pytest

from core.settings import Settings
from core.tables.files import handed, records, regular, told_apart
from core.tables.files.handed import hand_over, taken
from core.tables.files.lying import grid_of, load, read_arrow, save
from core.tables.files.textual import read_text
from core.tables.layout import tall, unlike
from core.tables.model import Answers, ColumnType
from core.tables.read import understood
from core.tables.stored import to_parquet

ROWS = 1500


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(handed, "WORTHWHILE", 1)
    monkeypatch.setattr(regular, "WORTHWHILE", 1)
    monkeypatch.setattr(records, "FEWEST", 1)
    monkeypatch.setattr(told_apart, "MANY", 1)
    monkeypatch.setattr(tall, "TALL", 100)
    monkeypatch.setattr(unlike, "EDGE", 50)


def read(content, answers=None):
    grids = (grid_of(read_text(content, "a.csv", Settings())),)
    return grids, understood(grids, "a.csv", answers or Answers())


def over(grids, table, folder):
    """The table and the grid as the app gets them, and the columns that were lent."""
    told = save(grids[0], folder / "sheet.arrow")
    lent = hand_over(table, grids, folder / "table.arrow")
    back = load(told, folder / "sheet.arrow")
    return taken(folder / "table.arrow", lent, (back,)), back, lent


def orders(odd=()):
    draw = random.Random(0)
    rows = [
        f"{i:06},2024-{i % 12 + 1:02}-05,{draw.choice(['Barat', 'Timur', ''])},{i * 7},catatan {i}"
        for i in range(ROWS)
    ]
    for at, cell in odd:
        rows[at] = rows[at].replace(f",{at * 7},", f",{cell},")
    return "\n".join(["Kode,Tanggal,Wilayah,Omzet,Isi", *rows]).encode()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("odd", [[], [(3, "x 1"), (900, "dua lusin"), (1400, "#REF!")]])
def test_a_table_arrives_as_it_was(odd, tmp_path):
    grids, (table,) = read(orders(odd))
    arrived, grid, _ = over(grids, table, tmp_path)
    assert to_parquet(arrived) == to_parquet(table)
    assert arrived.issues == table.issues and len(table.issues) == len(odd)
    for part in ("cells", "kinds"):
        pd.testing.assert_frame_equal(getattr(grid, part), getattr(grids[0], part))


@pytest.mark.usefixtures("small")
def test_columns_of_text_are_lent_by_their_sheet(tmp_path):
    grids, (table,) = read(orders())
    _, _, lent = over(grids, table, tmp_path)
    texts = [i for i, one in enumerate(table.columns) if one.type is ColumnType.TEXT]
    assert lent == {str(i): (0, i, 1) for i in texts} and len(texts) == 3
    written = read_arrow(tmp_path / "table.arrow").column_names
    assert not set(lent) & set(written)


@pytest.mark.usefixtures("small")
def test_a_column_whose_cells_were_changed_is_written_itself(tmp_path):
    content = orders().replace(b"catatan 700\n", b"#REF!\n")
    grids, (table,) = read(content)
    arrived, _, lent = over(grids, table, tmp_path)
    assert "4" not in lent and arrived.frame["Isi"].iloc[700] == ""
    assert to_parquet(arrived) == to_parquet(table)


def test_few_issues_stay_with_their_table(tmp_path):
    grids, (table,) = read(orders([(3, "x 1")]))
    hand_over(table, grids, tmp_path / "table.arrow")
    assert [one.name for one in tmp_path.iterdir()] == ["table.arrow"]
