"""The catalogue declares every metric once, in two languages, under names nobody else has."""

from collections import Counter

import pytest

from core.language import text
from core.metrics import CATALOGUE, Role
from core.metrics.names import OPEN_NAMES, words

PROMISED = (  # design.md, section 3
    "sessions engagement_rate new_leads enquiries meetings calls pipeline_value pipeline_count "
    "trial_signups trial_to_paid viewings inventory_turnover production_lead_days "
    "advance_bookings cancellation_rate revenue margin orders customers churn_rate "
    "revenue_churn_rate csat"
).split()


@pytest.mark.parametrize("id", PROMISED)
def test_the_promised_ids_exist(id):
    assert CATALOGUE[id].id == id


@pytest.mark.parametrize("metric", CATALOGUE.values(), ids=lambda metric: metric.id)
def test_every_metric_is_explained_in_both_languages(metric):
    for said in (metric.name, metric.meaning, *([metric.gamed] if metric.gamed else [])):
        assert said.to("en") and said.to("id")
    assert metric.meaning.to("en") != metric.meaning.to("id")
    assert metric.better in ("up", "down")
    assert metric.unit in ("count", "money", "rate", "days", "hours", "ratio", "score")
    assert metric.guard is None or metric.guard in CATALOGUE
    assert metric.aliases


def test_no_alias_belongs_to_two_metrics():
    owners = {}
    for metric in CATALOGUE.values():
        for alias in metric.aliases:
            assert owners.setdefault(words(alias), metric.id) == metric.id, alias


def test_no_alias_is_also_an_open_name():
    named = {words(alias) for metric in CATALOGUE.values() for alias in metric.aliases}
    assert not named & {words(name) for name in OPEN_NAMES}


def test_open_names_ask_among_known_metrics():
    assert {id for ids in OPEN_NAMES.values() for id in ids} <= set(CATALOGUE)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_metrics_carry_the_same_name(language):
    twice = [
        n for n, k in Counter(m.name.to(language) for m in CATALOGUE.values()).items() if k > 1
    ]
    assert twice == []


def test_leading_metrics_say_how_long_they_usually_take():
    leading = [metric for metric in CATALOGUE.values() if metric.role is Role.LEADING]
    assert all(metric.usual_lead is not None for metric in leading)
    assert all(low <= high for low, high in (metric.usual_lead for metric in leading))


def test_a_lead_in_indonesian_is_never_called_utama():
    said = [m.name.to("id") + m.meaning.to("id") for m in CATALOGUE.values()]
    assert not any("utama" in one.lower() for one in said)
    assert text("Lead response time").to("id") == "Waktu respons prospek"
