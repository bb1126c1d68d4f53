"""How far a reading has come is told while it lasts, and nobody's listening disturbs it."""

import threading

import pytest

from core.errors import Refusal
from core.tables import Answers, read
from core.tables.files.process import READER
from core.tables.progress import Progress, Stage, heard_by, tell

ROWS = b"Bulan,Leads,Revenue\n2025-01,10,100\n2025-02,20,210\n2025-03,30,290\n"
STAGES = list(Stage)


def heard(content: bytes, source: str = "kpi.csv") -> list[Progress]:
    told: list[Progress] = []
    with heard_by(told.append):
        read(content, source)
    return told


def test_a_reading_tells_its_stages_in_order_and_its_columns_one_by_one():
    told = heard(ROWS)
    places = [STAGES.index(one.stage) for one in told]
    assert places == sorted(places)
    assert {Stage.OPEN, Stage.FIND, Stage.TYPE, Stage.KEEP} <= {one.stage for one in told}
    columns = [(one.done, one.of) for one in told if one.stage is Stage.TYPE]
    assert columns == [(0, 3), (1, 3), (2, 3)]


def test_its_share_never_shrinks_and_stays_within_the_whole():
    shares = [one.share for one in heard(ROWS)]
    assert shares == sorted(shares)
    assert shares[0] == 0 and 0.85 < shares[-1] <= 1


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_words_in_both_languages(stage):
    words = Progress(stage, 1, 4).words
    assert words.to("id") != words.to("en")


def test_a_listener_that_gives_up_leaves_the_next_reading_its_own_answer():
    class Enough(BaseException):
        pass

    def give_up(progress: Progress) -> None:
        raise Enough

    for _ in range(2):
        with heard_by(give_up), pytest.raises(Enough):
            READER.understand(ROWS, "kpi.csv", Answers())
    other = read(b"Tgl,Ads\n2025-01-01,5\n2025-01-02,6\n", "b.csv")
    assert [one.name for one in other.tables[0].columns] == ["Tgl", "Ads"]


def test_a_file_that_ends_its_reader_is_refused_though_somebody_listens():
    with heard_by(lambda _: None), pytest.raises(Refusal):
        read(b"\x00" * 5000, "x.csv")


def test_whoever_does_not_listen_hears_nothing_of_another_threads_reading():
    told: list[Progress] = []
    with heard_by(told.append):
        other = threading.Thread(target=tell, args=(Stage.OPEN,))
        other.start()
        other.join()
    assert told == []
