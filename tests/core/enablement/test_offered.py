"""By which figure a topic is told, what stands beside it, which reasons are given once."""

from core.enablement.aside import aside, refused
from core.enablement.compared import Compared
from core.enablement.model import LeftOut, Measured
from core.enablement.offered import division_said, further, leading
from core.language import text

WHY = text("not computable, because there are several courses")


def lift(variant: str, value: float) -> Compared:
    return Compared(Measured("content_lift", variant, value=value, low=0.0, high=0.5, n=90))


def effect(variant: str, course: str, value: float | None) -> Compared:
    why = WHY if value is None else None
    return Compared(
        Measured("training_effect", variant, "win_rate", "course", course, value=value, refused=why)
    )


def stage(name: str, value: float) -> Compared:
    return Compared(Measured("stage_conversion", "naive", "", "stage", name, value=value, n=50))


def test_what_works_is_told_with_like_beside_like_and_the_raw_figure_after_it():
    raw, fair, change = lift("raw", 0.25), lift("stratified", 0.03), effect("change", "A", 0.1)
    every = [raw, fair, change, effect("did", "A", 0.02)]
    assert leading(every) is fair
    assert further(every) == [raw, every[3]]


def test_of_stages_the_one_is_told_where_the_fewest_go_on():
    assert (
        leading([stage("Demo", 0.9), stage("Offer", 0.4), stage("Contract", 0.7)]).stage == "Offer"
    )
    assert leading([effect("did", "A", None)]) is None


def test_a_reason_is_given_once_for_all_its_figures():
    (line,) = refused([effect("did", "A", None), effect("did", "B", None), lift("raw", 0.1)])
    assert line.to("en").count("several courses") == 1
    assert "A: " in line.to("en") and "B: " in line.to("en")


def test_what_is_left_out_is_told_with_its_number():
    row = Measured("win_rate", left_out=(LeftOut(text("still open"), 7),), notes=(text("Few."),))
    assert [one.to("en") for one in aside(Compared(row))] == ["still open: 7", "Few."]


def test_what_is_left_out_of_stages_is_told_stage_by_stage():
    left = (LeftOut(text("still open"), 7),)
    rows = [
        Measured("stage_conversion", "resolved", "", "stage", name, value=0.5, left_out=left)
        for name in ("Demo", "Offer")
    ]
    every = [Compared(one) for one in rows]
    told = [one.to("en") for one in aside(every[0], every)]
    assert told == ["Demo: still open: 7", "Offer: still open: 7"]


def test_columns_of_the_file_keep_their_names():
    assert division_said("Owner {x}").to("en") == "Owner {x}"
    assert division_said("size_band").to("id") == "Besar transaksi"
