"""Comments: everybody's only, from ten people on, without what leads to a person."""

import pandas as pd
import pytest

from core.language import Text
from core.people import Pulse
from core.people.comments import comments, scrubbed


def pulse(written: list[str]) -> Pulse:
    rows = pd.DataFrame({"Why?": written})
    waves = pd.Series("", index=rows.index)
    none = pd.DataFrame(index=rows.index)
    return Pulse(none, (), waves, (), rows, ())


def test_nine_people_stay_hidden_and_ten_open():
    nine = [f"comment {n}" for n in range(9)]
    assert isinstance(comments(pulse([*nine, "", "n/a", "-"]), "Why?", "", ()), Text)
    assert len(comments(pulse([*nine, "one more"]), "Why?", "", ())) == 10


def test_the_order_tells_nothing_of_the_rows():
    written = [f"comment {n}" for n in range(20)]
    found = comments(pulse(written), "Why?", "", ())
    assert sorted(found) == sorted(written) and list(found) not in (written, sorted(written))
    assert comments(pulse(written[::-1]), "Why?", "", ()) == found


@pytest.mark.parametrize(
    "words",
    [
        "write to siti.aminah@contoh.co.id",
        "call 0812-3456-7890",
        "call +62 812 3456 7890",
        "Ask SITI about it",
        "bu Aminah's team",
        "see @sitia",
    ],
)
def test_names_addresses_and_numbers_are_taken_out(words):
    written = [*(["fine"] * 9), words]
    found = " ".join(comments(pulse(written), "Why?", "", ["Siti Aminah"]))
    assert "[…]" in found
    for part in ("siti", "aminah", "@", "0812", "812 3456"):
        assert part not in found.casefold()


@pytest.mark.parametrize("words", ["5 of 10 on 2025-03-01", "Rp 1.500.000 too little", "24/7"])
def test_ordinary_figures_stay(words):
    assert scrubbed(words) == words
