"""The same company out of each system, in both languages: the same deals, stages and leads."""

from functools import cache

import pytest

from core.enablement import Asked, enablement
from core.tables import read
from core.worlds.crm.make import company
from core.worlds.crm.model import Habits
from core.worlds.crm.systems import exports

DEALS = ("win_rate", "win_rate_value", "won", "lost", "open", "revenue_won")


@cache
def made():
    return company(3, Habits(months=8, scale=0.25))


def figures(system, language, names, *words):
    """The figures of the files whose names begin so."""
    files = [one for one in exports(made(), system, language) if one.name.startswith(words)]
    tables = [table for one in files for table in read(one.content, one.name).tables]
    rows = enablement(tables, Asked(), names).rows
    assert all(one.refused is None for one in rows), [one.refused for one in rows]
    return rows


def expected():
    """What the company's own records say, counted without the metrics."""
    deals = made().deals
    won, lost = (deals[deals["status"] == one] for one in ("won", "lost"))
    money = won["amount"].sum()
    return [
        len(won) / (len(won) + len(lost)), money / (money + lost["amount"].sum()),
        len(won), len(lost), int((deals["status"] == "open").sum()), money,
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(
    ("system", "words"),
    [("hubspot", ("hubspot-deals",)), ("pipedrive", ("pipedrive-deals",)),
     ("salesforce", ("salesforce-opportunities",)), ("sheets", ("deals",))],
)  # fmt: skip
def test_deals_are_counted_alike_from_every_system(system, words, language):
    rows = figures(system, language, DEALS, *words)
    assert [one.value for one in rows] == pytest.approx(expected())


@pytest.mark.parametrize(
    ("language", "kept"),
    [("en", "salesforce-opportunity-history"), ("id", "salesforce-field-history")],
)
def test_stages_are_counted_alike_from_changes_and_from_columns_of_dates(language, kept):
    def naive(rows):
        return [(one.numerator, one.denominator) for one in rows if one.variant == "naive"]

    names = ("stage_conversion",)
    wanted = naive(figures("sheets", language, names, "deals", "stage_history"))
    assert len(wanted) == 5
    assert wanted == naive(figures("hubspot", language, names, "hubspot-deals"))
    files = ("salesforce-opportunities", kept)
    assert wanted == naive(figures("salesforce", language, names, *files))


def test_leads_become_opportunities_alike_from_every_system():
    found = [
        figures(system, "en", ("lead_conversion",), word)[0]
        for system, word in (("sheets", "leads"), ("salesforce", "salesforce-lead"))
    ]
    leads = made().leads
    genuine = leads[~leads["status"].isin(["spam", "duplicate", "internal"])]
    assert {one.value for one in found} == {genuine["converted"].mean()}
