"""What became of leads by their wait, and of deals by the content they were given, by hand."""

import pandas as pd
import pytest

from core.enablement.curves import closing_curves, pipelines, staying_curves
from core.enablement.ledger import NotComputable, ledger
from core.enablement.matrix import NONE_GIVEN, content_matrix
from core.enablement.model import Asked
from core.enablement.speed import conversion_by_wait
from core.enablement.waits import wait_said
from core.tables import read
from tests.pages.exports import deals

LEADS = [  # minutes waited (None: never answered), became a deal
    *[(3, True)] * 6, *[(3, False)] * 2, *[(90, True)] * 2, *[(90, False)] * 8,
    *[(None, False)] * 7,
]  # fmt: skip


def leads(last: str = "2024-06-30") -> bytes:
    lines = ["Lead ID,Created Date,First Response,Status,Converted Date"]
    for at, (wait, became) in enumerate(LEADS):
        came = pd.Timestamp("2024-01-02 09:00") + pd.Timedelta(days=at)
        answered = "" if wait is None else f"{came + pd.Timedelta(minutes=wait):%Y-%m-%d %H:%M}"
        turned = f"{came + pd.Timedelta(days=5):%Y-%m-%d %H:%M}" if became else ""
        status = "Converted" if became else "New"
        lines.append(f"L-{at},{came:%Y-%m-%d %H:%M},{answered},{status},{turned}")
    lines.append(f"L-young,{last} 09:00,{last} 09:02,New,")
    return "\n".join(lines).encode()


def book(*files: tuple[str, bytes]):
    return ledger([one for name, file in files for one in read(file, name).tables], Asked())


def test_leads_are_counted_by_their_wait_and_young_ones_left_out():
    rows = conversion_by_wait(book(("leads.csv", leads())), Asked())
    told = {wait_said(one.group).to("en"): (one.numerator, one.n) for one in rows}
    assert told == {"within 5 minutes": (6, 8), "1 to 4 hours": (2, 10), "not answered": (0, 7)}


def test_leads_all_too_young_say_so():
    young = leads("2024-01-20").replace(b"2024-01", b"2024-06")
    with pytest.raises(NotComputable) as stop:
        conversion_by_wait(book(("leads.csv", young)), Asked())
    assert "younger than 30 days" in stop.value.why.to("en")


def usage() -> bytes:
    """A deck for the first twenty deals in time, twice for the first; a video after the close."""
    lines = ["Event ID,Content ID,Title,Action,User,Date,Deal ID"]
    months = [(month, place) for month in range(10) for place in range(2)]
    given = [*months, months[0]]
    for at, (month, place) in enumerate(given):
        first = pd.Timestamp("2023-01-01") + pd.DateOffset(months=month)
        lines.append(f"E-{at},C-1,Deck,share,Ani,{first:%Y-%m}-10,D-{month}-{place}-0")
    lines.append("E-99,C-2,Video,share,Ani,2023-02-20,D-0-0-0")
    return "\n".join(lines).encode()


def test_content_counts_each_deal_once_and_only_before_its_close():
    rows = content_matrix(book(("deals.csv", deals()), ("content.csv", usage())), Asked())
    told = {one.group: (one.numerator, one.n) for one in rows}
    assert told == {NONE_GIVEN: (58, 136), "Deck": (20, 20)}


def test_curves_of_deals_all_closed_end_at_none_left():
    (curve,) = closing_curves(book(("deals.csv", deals())), Asked()).values()
    assert curve.n == curve.done == 156 and curve.share[-1] == 0.0
    assert curve.durations.tolist() == [23.0, 24.0]


def test_each_branch_has_its_curve_where_that_is_asked():
    asked = Asked(by=("Branch",))
    tables = read(deals(), "deals.csv").tables
    assert set(closing_curves(ledger(tables, asked), asked)) == {"Jakarta", "Medan", "Bandung"}


def test_each_stage_has_its_curve_and_those_still_there_count_as_there():
    lines = ["Deal ID,Stage,Entered At"]
    for at in range(10):
        lines.append(f"S-{at},Demo,2024-01-0{1 + at % 3}")
        lines += [f"S-{at},Offer,2024-01-2{at % 9}"] if at < 6 else []
    curves = staying_curves(book(("stages.csv", "\n".join(lines).encode())), Asked())
    assert (curves["Demo"].n, curves["Demo"].done) == (10, 6)


def test_without_stages_there_is_no_funnel():
    with pytest.raises(NotComputable):
        pipelines(book(("deals.csv", deals())), Asked())
