import re

import pandas as pd
import pytest

from core.errors import Place
from core.language import LANGUAGES, Text, text
from core.lead_lag import Options, scan
from core.metrics import Aggregate, Indicator, Panel, Role
from core.periods import Grain
from core.reports import brief, working_table
from core.worlds import sales_team


@pytest.fixture(scope="module")
def panel():
    values = sales_team().values[["meetings", "sessions", "revenue"]]
    indicators = tuple(
        Indicator(
            name,
            Text.joined("", [f"<b>{name}</b>"]),
            name,
            Role.LEADING,
            text("text"),
            "count",
            Aggregate.SUM,
            Place(),
        )
        for name in values
    )
    counts = values.notna().astype(int)
    return Panel(values, counts, Grain.MONTH, indicators, None, (), "key")


@pytest.fixture(scope="module")
def found(panel):
    return scan(panel, ["meetings", "sessions"], ["revenue"], Options(surrogates=199))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_names_every_pair_with_its_n_and_fetches_nothing(panel, found, language):
    page = brief(panel, found, language).decode()
    for pair in found.pairs:
        assert f"n = {pair.n}" in page
    assert f"<html lang='{language}'>" in page
    assert not re.search(r"https?://|<script|src=", page)


def test_a_persons_words_are_not_markup_in_the_brief(panel, found):
    page = brief(panel, found, "en").decode()
    assert "<b>meetings" not in page
    assert "&lt;b&gt;meetings" in page


def test_the_working_holds_p_before_and_after_and_the_delays_tried(found):
    pair = found.pairs[0]
    working = working_table(pair, "en").set_index("Step")["What it gave"]
    assert working["Delays tried"] == f"{pair.lags[0]} to {pair.lags[1]} periods"
    assert working["Chance of this much, all delays counted (p)"] == f"{pair.p:.4f}"
    assert working["The same, all pairs counted too (q)"] == f"{pair.q:.4f}"


def test_the_working_says_the_same_steps_in_both_languages(found):
    english, indonesian = (working_table(found.pairs[0], one) for one in ("en", "id"))
    assert len(english) == len(indonesian)
    assert not pd.Series(english.iloc[:, 0]).isin(indonesian.iloc[:, 0]).any()
