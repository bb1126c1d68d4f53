"""Files that are not what they seem are read right, or refused; no reader dies of a broken one."""

import io
import random
import zipfile

import pytest

from core.errors import Refusal
from core.tables import read
from core.tables.files.process import READER
from tests.core.tables.odd import hostile, text_files, workbooks
from tests.core.tables.odd.case import judged

CASES = [one for part in hostile.PARTS for one in part()]
WHOLE = {
    "a.xlsx": workbooks.written(workbooks.ledger),
    "a.xls": workbooks.old_book(),
    "a.ods": workbooks.document(),
    "a.fods": workbooks.flat(workbooks.document()),
    "a.csv": text_files.joined(text_files.rows_of(text_files.ledger("western"))).encode(),
    "b.xls": hostile.table(hostile.ROWS).encode(),
    "c.xls": next(one.content for one in hostile.old_xml()),
    "a.parquet": hostile.columnar()[0].content,
    "a.xlsb": workbooks.other_formats()[1].content,
}
ROUNDS = 12


def spoiled(content: bytes, dice: random.Random) -> bytes:
    """The same bytes after one to four cuts, flips or insertions; in an archive, of one part."""
    if content[:2] == b"PK" and dice.random() < 0.7:
        return spoiled_inside(content, dice)
    raw = bytearray(content)
    for _ in range(dice.randint(1, 4)):
        at, way = dice.randrange(len(raw)), dice.choice(["cut", "flip", "insert", "drop", "double"])
        if way == "cut" and at > 10:
            del raw[at:]
        elif way == "flip":
            raw[at] ^= 1 << dice.randrange(8)
        elif way == "insert":
            raw[at:at] = dice.randbytes(dice.randint(1, 20))
        elif way == "drop":
            del raw[at : at + dice.randint(1, 20)]
        elif way == "double":
            raw[at:at] = raw[at : at + dice.randint(1, 200)]
        raw = raw or bytearray(b"x")
    return bytes(raw)


def spoiled_inside(content: bytes, dice: random.Random) -> bytes:
    """An archive in order, one part of which is not."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = dice.choice([one for one in old.namelist() if "mimetype" not in one])
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, spoiled(part, dice) if name == chosen and part else part)
    return out.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_read_right_or_refused(case):
    verdict, why = judged(case)
    assert verdict in ("right", "refused"), why


@pytest.mark.parametrize("source", WHOLE)
def test_a_spoiled_file_is_read_or_refused_and_its_reader_lives(source):
    read(WHOLE["a.csv"], "a.csv")
    process = READER._process.pid
    for seed in range(ROUNDS):
        content = spoiled(WHOLE[source], random.Random(f"{source} {seed}"))
        try:
            assert read(content, source).tables
        except Refusal as stop:
            assert stop.what.to("id") and stop.remedy.to("id")
    assert READER._process.pid == process and READER._process.poll() is None
