"""A figure in words: in its unit, with its interval, as a count where it rests on a handful."""

import pytest

from core.enablement.answer import NAMES
from core.enablement.model import Measured
from core.enablement.sentences import interval_of, label, said, sentence, value_of
from core.language import text

WON = Measured("win_rate", value=0.4246, low=0.4007, high=0.4487, numerator=689.0,
               denominator=1623.0, n=1623)  # fmt: skip
FEW = Measured("win_rate", value=2 / 3, low=0.2, high=0.9, numerator=2.0, denominator=3.0, n=3)
WAIT = Measured("response_s", "", "median", unit="s", value=5400.0, low=4800.0, n=9)


def test_the_win_rate_is_told_with_its_records_and_its_interval():
    assert sentence(WON).to("en") == (
        "Of 1,623 closed deals 42.5% were won (95% interval: 40.1% to 44.9%)."
    )
    assert sentence(WON).to("id") == (
        "Dari 1.623 transaksi yang ditutup, 42,5% menang (rentang 95%: 40,1% sampai 44,9%)."
    )


def test_a_handful_is_told_as_its_count():
    assert value_of(FEW).to("en") == "2 of 3"
    assert interval_of(FEW) is None
    assert sentence(FEW).to("en") == "Of 3 closed deals 2 were won."


def test_an_end_that_cannot_be_told_is_left_open():
    assert interval_of(WAIT).to("en") == "from 80 minutes on"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(45, "45 seconds"), (600, "10 minutes"), (9000, "2.5 hours"), (260_000, "3.0 days")],
)
def test_waiting_is_told_in_a_unit_that_is_read_at_once(seconds, words):
    assert said(seconds, "s").to("en") == words


def test_a_refusal_is_told_with_the_name_of_its_figure():
    why = text("not computable, because no lost deals are in this file")
    told = sentence(Measured("win_rate", refused=why)).to("en")
    assert told == "Win rate: not computable, because no lost deals are in this file."


def test_no_metric_is_called_by_its_id():
    for name in NAMES:
        assert "_" not in label(Measured(name)).to("en"), name


def test_a_stage_is_named_before_its_figure():
    row = Measured("stage_conversion", "resolved", "", "stage", "Demo {0}", value=0.5, low=0.4,
                   high=0.6, numerator=50.0, denominator=100.0, n=100)  # fmt: skip
    assert label(row).to("en").startswith("Demo {0}: ")
    assert "“Demo {0}”" in sentence(row).to("en")


def test_a_figure_without_a_sentence_of_its_own_is_told_by_its_name():
    assert sentence(Measured("won", unit="count", value=12.0, n=12)).to("en") == "Deals won: 12."


@pytest.mark.parametrize(
    ("value", "words"),
    [(56_946_400_000, "56,9 miliar"), (7_260_000, "7,3 juta"), (980_500, "980.500")],
)
def test_money_is_told_without_a_long_row_of_digits(value, words):
    assert said(value, "money").to("id") == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [("count", "\N{MINUS SIGN}4.7 to +10.7"), ("rate", "\N{MINUS SIGN}470.0 points")],
)
def test_a_difference_has_its_sign_in_every_unit(unit, words):
    row = Measured("training_effect", "did", "won", unit=unit, value=3.0, low=-4.7, high=10.7, n=9)
    assert interval_of(row).to("en").startswith(words)
