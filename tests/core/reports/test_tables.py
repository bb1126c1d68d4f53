import io

import pandas as pd
import pytest

from core.reports import frame_to_csv


def test_letters_and_numbers_come_back():
    frame = pd.DataFrame({"Nilai é": [1.5, -2.0], "Nama": ["Añó", "日本"]})
    content = frame_to_csv(frame)
    assert content.startswith(b"\xef\xbb\xbf")
    pd.testing.assert_frame_equal(pd.read_csv(io.BytesIO(content)), frame)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_no_cell_and_no_header_starts_a_formula(cell):
    written = frame_to_csv(pd.DataFrame({cell: [cell]})).decode("utf-8-sig")
    back = pd.read_csv(io.StringIO(written), dtype=str)
    assert back.columns[0] == "'" + cell
    assert back.iloc[0, 0] == "'" + cell


def test_the_frame_is_left_alone():
    frame = pd.DataFrame({"a": ["=1"]})
    frame_to_csv(frame)
    assert frame.a[0] == "=1"


def test_a_cell_cut_at_its_semicolon_starts_no_formula_either():
    written = frame_to_csv(pd.DataFrame({"a": ["x;=1+1", "kurang; -5", "a\n=2"]})).decode(
        "utf-8-sig"
    )
    cells = list(pd.read_csv(io.StringIO(written)).a)
    assert cells == ["x;'=1+1", "kurang;' -5", "a\n'=2"]
