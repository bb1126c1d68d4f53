"""The waterfall of the pipeline: what left hangs down, and the table adds up to its end."""

import pandas as pd
import pytest

from core.figures.bridge import bridge, bridge_alt, bridge_table
from core.figures.theme import Look

LOOKS = [Look("en"), Look("id", "dark")]
STEPS = pd.DataFrame(
    {
        "start": [0.0, 350.0], "created": [350.0, 170.0], "won": [0.0, 300.0],
        "lost": [0.0, 50.0], "other": [0.0, 0.0], "changes": [0.0, -20.0], "end": [350.0, 150.0],
    },
    index=pd.period_range("2025-01", periods=2, freq="M", name="period"),
)  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, ids=["en", "id"])
def test_the_steps_lead_from_the_start_to_the_end(look):
    (drawn,) = bridge(STEPS.iloc[1], look).data
    first, *steps, last = drawn.y
    assert (first, last) == (350, 150)
    assert first + sum(steps) == last
    assert steps == [170, -300, -50, -20]  # no deal was closed otherwise


def test_the_table_has_what_left_with_a_minus_newest_first():
    table = bridge_table(STEPS, LOOKS[0])
    assert list(table["Period"]) == ["Feb 2025", "Jan 2025"]
    steps = table[["At the start", "Created", "Won", "Lost", "Closed otherwise", "Amounts changed"]]
    assert (steps.sum(axis=1) == table["At the end"]).all()


@pytest.mark.parametrize("look", LOOKS, ids=["en", "id"])
def test_the_picture_is_told_in_words(look):
    told = look.say(bridge_alt(STEPS.iloc[1], STEPS.index[1], look))
    assert "350" in told and "-300" in told.replace("−", "-") and "2025" in told
