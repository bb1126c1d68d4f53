"""Every export of every system, in both languages, is read for what it is, no row lost."""

import io
from functools import cache

import pandas as pd
import pytest

from core.tables import ColumnType, read
from core.worlds.crm import Habits, company
from core.worlds.crm.systems import SYSTEMS, exports

MONTHS = 8
TIMES = (ColumnType.DATE, ColumnType.DATETIME)
made = cache(lambda: company(4, Habits(months=MONTHS)))


def files_of(company):
    """The exports of a company by name: of every system, in both languages."""
    found = [exports(company, system, language) for system in SYSTEMS for language in ("en", "id")]
    return {file.name: file for files in found for file in files}


files = cache(lambda: files_of(made()))
NAMES = list(files_of(company(4, Habits(months=1, scale=0.05))))  # alike for a company of any size


@pytest.fixture(params=NAMES)
def file(request):
    return files()[request.param]


@cache
def table_of(name):
    (table,) = read(files()[name].content, name).tables
    return table


def test_an_export_is_read_as_its_kind_without_a_question_and_no_row_is_lost(file):
    table = table_of(file.name)
    assert table.kind.value == file.kind
    assert len(table.frame) == file.rows > 20
    assert not table.questions and not table.issues


def test_every_column_is_the_field_it_is(file):
    found = {one.name: one.field for one in table_of(file.name).columns}
    assert found.keys() == file.fields.keys()
    theirs = {header: field for header, field in file.fields.items() if field}
    assert {header: found[header] for header in theirs} == theirs
    others = {found[header] for header in file.fields if header not in theirs}
    assert not others & set(theirs.values())


def test_dates_and_amounts_are_those_of_the_company(file):
    table = table_of(file.name)
    if file.kind != "deals":
        return
    field = {one.field: one for one in table.columns}
    records = made().deals
    assert field["created_at"].type in TIMES and field["closed_at"].type in TIMES
    created = table.frame[field["created_at"].name].dt.normalize()
    assert created.tolist() == records["created_at"].dt.normalize().tolist()
    assert table.frame[field["amount"].name].tolist() == records["amount"].tolist()


def test_a_company_of_any_size_is_exported_to_the_same_files():
    assert list(files()) == NAMES


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_same_company_gives_the_same_bytes(system):
    for language in ("en", "id"):
        again = exports(company(4, Habits(months=MONTHS)), system, language)
        assert [one.name for one in again if one.content != files()[one.name].content] == []


def test_each_system_writes_its_own_way():
    said = {name: one.content for name, one in files().items() if name.endswith(".csv")}
    report = said["salesforce-opportunities-en.csv"].decode().splitlines()
    assert report[0].startswith('"Opportunity ID","Opportunity Name"')
    assert report[-1].startswith('"Copyright (c) 2000-2026 salesforce.com')
    assert any(f"Grand Totals ({len(made().deals)} records)" in line for line in report)
    other = said["salesforce-opportunities-id.csv"].decode()
    assert '"Rp ' in other and '"Menang"' in other and '"Kalah"' in other
    deals = pd.read_csv(io.BytesIO(said["hubspot-deals-en.csv"]))
    assert 'Date entered "Demo (Sales Pipeline)"' in deals.columns
    assert deals["Create Date"].str.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d").all()
    book = files()["pipedrive-deals-id.xlsx"]
    kept = pd.read_excel(io.BytesIO(book.content), engine="openpyxl")
    assert set(kept["Deal - Status"]) == {"Menang", "Kalah", "Terbuka"}
    ended = kept[kept["Deal - Status"] == "Menang"]
    assert set(ended["Deal - Tahap"]) == {"Kontrak"}  # the stage alone never says won


def test_a_history_report_also_tells_of_changed_amounts():
    table = table_of("salesforce-opportunity-history-en.csv").frame
    history = made().stage_history
    same = (history["from_stage"] == history["stage"]).sum()
    assert (table["From Stage"] == table["To Stage"]).sum() == same > 0
