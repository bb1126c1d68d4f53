"""The sentence and the record: everything named, in both languages, nothing about causes."""

import json
import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from core.lead_lag import (
    LeadLag,
    Options,
    Preparation,
    Spreadsheet,
    Verdict,
    describe,
    in_words,
    scan,
    spreadsheet_in_words,
)
from core.periods import Grain
from tests.core.lead_lag.panels import noise, panel_of, planted

DONE = Preparation(False, True, True, 1, False, 0)
PAIR = LeadLag(
    leading="visits", lagging="revenue", grain=Grain.MONTH, lead=3, lead_set=(2, 3, 4), sign=1,
    r=0.5, p=0.004, q=0.008, same_period_r=0.7, same_period_p=0.002, reverse_p=0.03, skill=0.21,
    skill_p=0.02, baseline="autoregression", stability=1.0, rung=3, verdict=Verdict.LEADS, n=60,
    n_effective=45.0, months_until_known=None, smallest_r=0.52, lags=(1, 12),
    first=pd.Period("2021-01", "M"), last=pd.Period("2025-12", "M"), preparation=(DONE, DONE),
    spreadsheet=Spreadsheet(4, 0.931, 1e-9, 56), profile=pd.DataFrame(), past=pd.DataFrame(),
    windows=pd.DataFrame(), leading_name="Website visits", lagging_name="Revenue",
)  # fmt: skip


def said(change, language="en"):
    return in_words(replace(PAIR, **change)).to(language)


def test_a_lead_names_delay_uncertainty_and_basis():
    assert said({}) == (
        "A rise in Website visits was followed by a rise in Revenue about 3 months later "
        "(2–4 plausible); it survived trend, season and the 12 delays tried "
        "(p = 0.004; 60 months compared, Jan 2021–Dec 2025)."
    )


def test_a_lead_in_indonesian():
    assert said({}, "id") == (
        "Kenaikan Website visits diikuti oleh kenaikan Revenue sekitar 3 bulan kemudian "
        "(yang masuk akal: 2–4); temuan ini bertahan setelah tren, musim, dan 12 jeda yang dicoba "
        "diperhitungkan (p = 0,004; 60 bulan dibandingkan, Jan 2021–Des 2025)."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sign": -1}, "followed by a fall in Revenue"),
        ({"rung": 4}, "erred 21% less than those from"),
        ({"lead_set": (3,)}, "no other delay fits as well"),
        ({"lead_set": (1, 3, 4, 5)}, "1, 3–5 plausible"),
        ({"p": 0.0001}, "p < 0.001"),
        ({"verdict": Verdict.MAY_LEAD, "rung": 2, "q": 0.12}, "q = 0.120"),
        ({"verdict": Verdict.MOVES_TOGETHER, "lead": None}, "same period (r = 0.70)"),
        ({"verdict": Verdict.FOLLOWS, "lead": None}, "moves after Revenue, not before it"),
        ({"verdict": Verdict.NO_EVIDENCE, "lead": None, "p": 0.4}, "correlation of 0.52 or more"),
        ({"verdict": Verdict.TOO_LITTLE_DATA, "months_until_known": 7.0}, "about 7 more months"),
        ({"verdict": Verdict.TOO_LITTLE_DATA, "months_until_known": 1.0}, "about 1 more month is"),
        ({"verdict": Verdict.TOO_LITTLE_DATA}, "too few changes"),
        ({"grain": Grain.WEEK, "lead": 1}, "about 1 week later"),
    ],
)
def test_what_matters_is_said(change, words):
    assert words in said(change)
    assert said(change, "id") != said(change)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("grain", list(Grain))
def test_no_sentence_speaks_of_causes_or_leaves_a_gap(verdict, grain, language):
    sentence = said({"verdict": verdict, "grain": grain}, language)
    assert sentence[0].isupper() and sentence.endswith(".")
    assert not any(
        word in sentence.lower() for word in ("cause", "menyebab", "predict", "nan", "{")
    )
    assert "Website visits" in sentence and "Revenue" in sentence


def test_other_names_may_be_said():
    assert "Kunjungan" in in_words(PAIR, {"visits": "Kunjungan"}).to("id")
    assert "Website visits" not in in_words(PAIR, {"visits": "Kunjungan"}).to("id")


def test_names_with_braces_are_said_as_they_are():
    assert "Visits {x}" in said({"leading_name": "Visits {x}"})


def test_the_spreadsheet_says_its_best_number_and_what_it_did_not_ask():
    assert spreadsheet_in_words(PAIR).to("en") == (
        "CORREL would have said: 0.93 at a delay of 4 months (p < 0.001). "
        "It did not ask whether both only grow and share a season, nor how many delays were tried."
    )
    assert "error" in spreadsheet_in_words(replace(PAIR, spreadsheet=None)).to("en")


def test_the_record_has_the_fields_other_programs_rely_on():
    panel = panel_of(planted(3) | noise(months=96))
    record = describe(scan(panel, ["x", "z0"], ["y"], Options(surrogates=99)), "en")
    assert json.loads(json.dumps(record, allow_nan=False)) == record
    fields = (
        "leading lagging lead lead_set sign r p q skill skill_p stability rung verdict n "
        "n_effective months_until_known sentence"
    ).split()
    for pair in record["pairs"]:
        assert [name for name in pair if name in fields] == fields
    best = record["pairs"][0]
    assert (best["leading"], best["lead"], best["verdict"]) == ("x", 3, "leads")
    assert type(best["lead"]) is int and type(best["p"]) is float


def test_what_could_not_be_computed_is_null():
    panel = panel_of({"x": np.ones(40), "y": np.arange(40.0)})
    pair = describe(scan(panel, ["x"], ["y"]), "id")["pairs"][0]
    nulls = ("lead", "r", "p", "q", "skill", "skill_p", "stability", "spreadsheet")
    assert {name: pair[name] for name in nulls} == dict.fromkeys(nulls)
    assert not any(isinstance(value, float) and math.isnan(value) for value in pair.values())
