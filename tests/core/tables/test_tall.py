"""A long sheet laid out by its unlike rows gives the tables that all of its rows give."""

import random

import pandas as pd
import pytest

from core.settings import Settings
from core.tables.files.lying import grid_of
from core.tables.files.textual import read_text
from core.tables.layout import tall, unlike
from core.tables.layout.raw_tables import raw_tables
from core.tables.layout.tall import laid_out

ROWS = 2400
ODD = (
    "", ",,,,", "TOTAL,,,{},", "Subtotal Jakarta,,,{},", "Jakarta Total,,,{},", "Grand Total,,,,{}",
    "Wilayah Timur,,,,", "# catatan,,,,", "Sumber: kantor,,,,", "Wilayah,Tanggal,Tim,Omzet,Catatan",
    "Wilayah,Bulan,Sales,Target,Ket", "Total Persada,2024-01-02,Tim 3,500,ok", "-,-,-,-,-",
    "Jakarta,2024-02-01,,,", ",,,,lihat di bawah", "Rata-rata,,,{},",
)  # fmt: skip


def sheet(seed):
    """A long table with a few rows unlike the others, perhaps two tables."""
    draw = random.Random(seed)
    regions = ["Jakarta", "Medan", "Surabaya", "Sumatera"]
    rows = [
        f"{draw.choice(regions)},2024-{i % 12 + 1:02}-{i % 28 + 1:02},Tim {i % 9},{i * 7},"
        + ("baru" if draw.random() < 0.1 else "")
        for i in range(ROWS)
    ]
    for _ in range(draw.choice([0, 1, 2, 6])):
        rows.insert(draw.randrange(ROWS), draw.choice(ODD).replace("{}", str(draw.randrange(999))))
    if draw.random() < 0.2:
        at = draw.randrange(400, 2000)
        rows[at:at] = ["", "Retur", "Wilayah,Tanggal,Alasan,Jumlah"]
        rows[at + 3 :] = [row.rsplit(",", 1)[0] for row in rows[at + 3 :]]
    head = draw.choice([[], ["Laporan 2024", ""], ["PT Maju", "Rekap"]])
    content = "\n".join([*head, "Wilayah,Tanggal,Tim,Omzet,Catatan", *rows, *draw.choice(TAILS)])
    return grid_of(read_text(content.encode(), "a.csv", Settings()))


TAILS = ([], ["Total,,,99999,"], ["", "Catatan: sementara"])


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(tall, "TALL", 100)
    monkeypatch.setattr(unlike, "EDGE", 220)


@pytest.mark.usefixtures("small")
def test_a_long_sheet_gives_the_tables_that_all_its_rows_give():
    for seed in range(16):
        grid = sheet(seed)
        quickly, carefully = laid_out(grid, "a.csv", {}, raw_tables), raw_tables(grid, "a.csv", {})
        assert len(quickly) == len(carefully), seed
        for one, other in zip(quickly, carefully, strict=True):
            same(one, other, seed)


def same(one, other, seed):
    for part in (
        "header_rows",
        "letters",
        "set_aside",
        "notices",
        "header_parts",
        "titles",
        "words",
    ):
        assert getattr(one, part) == getattr(other, part), (seed, part)
    frames = {"frame": "str", "kinds": object, "totals": "str", "total_kinds": object}
    for part, type in frames.items():
        ours, theirs = getattr(one, part), getattr(other, part)
        pd.testing.assert_frame_equal(
            ours.astype(type), theirs.astype(type), check_index_type=False, obj=f"{seed} {part}"
        )
    rows = [int(row) for row in other.frame.index]
    headings = [[table.sections.get(row, "") for row in rows] for table in (one, other)]
    assert headings[0] == headings[1], seed


@pytest.mark.usefixtures("small")
def test_only_unlike_rows_of_a_long_sheet_are_laid_out_with_care():
    shown = []

    def watched(grid, source, said):
        shown.append(len(grid.cells))
        return raw_tables(grid, source, said)

    (table,) = laid_out(sheet(4), "a.csv", {}, watched)
    assert max(shown) < ROWS and len(table.frame) > ROWS - 10


@pytest.mark.usefixtures("small")
def test_long_cells_that_begin_like_a_note_are_looked_at_no_more_than_others():
    rows = [f"2024-{i % 12 + 1:02}-05,Tim {i % 9},{i},catatan pelanggan {i}" for i in range(ROWS)]
    content = "\n".join(["Tanggal,Tim,Nomor,Isi", *rows, "Catatan: sementara,,,"])
    grid = grid_of(read_text(content.encode(), "a.csv", Settings()))
    shown = []

    def watched(grid, source, said):
        shown.append(len(grid.cells))
        return raw_tables(grid, source, said)

    (table,) = laid_out(grid, "a.csv", {}, watched)
    (carefully,) = raw_tables(grid, "a.csv", {})
    assert max(shown) < ROWS
    same(table, carefully, 0)
    assert [one.rows for one in table.set_aside] == [(ROWS + 2,)]
