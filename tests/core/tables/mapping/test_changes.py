"""Histories that tell of every field: only the rows of stages are changes of stage."""

from functools import cache

import pytest

from core.metrics.engine import local
from core.metrics.records.canonical import records
from core.tables import TableKind, read
from core.worlds.crm import Habits, company
from core.worlds.crm.systems import exports

LANGUAGES = pytest.mark.parametrize("language", ["en", "id"])
FIELD = {"en": "Field / Event", "id": "Bidang / Kejadian"}
STAGE = {"en": "Stage", "id": "Tahap"}


@cache
def exported(language):
    made = exports(company(4, Habits(months=8)), "salesforce", language)
    return next(one for one in made if "field-history" in one.name)


@cache
def table_of(language):
    file = exported(language)
    (table,) = read(file.content, file.name).tables
    return table


def history(rows):
    lines = ["Deal ID,What,Old Value,New Value,Changed On", *rows]
    (table,) = read("\n".join(lines).encode(), "history.csv").tables
    return table


@LANGUAGES
def test_every_row_of_a_field_history_is_read_and_every_column_is_the_field_it_is(language):
    table, file = table_of(language), exported(language)
    assert table.kind is TableKind.STAGE_HISTORY and len(table.frame) == file.rows
    found = {one.name: one.field for one in table.columns}
    wanted = {name: field for name, field in file.fields.items() if field}
    assert {name: found[name] for name in wanted} == wanted
    assert found[FIELD[language]] == "changed_field"


@LANGUAGES
def test_rows_of_other_fields_are_counted_and_said(language):
    table = table_of(language)
    others = int((table.frame[FIELD[language]] != STAGE[language]).sum())
    told = [one.to("en") for one in table.notices if "no changes of stage" in one.to("en")]
    assert others > 10 and len(told) == 1 and str(others) in told[0]


@LANGUAGES
def test_only_rows_of_stages_become_records(language):
    table = table_of(language)
    with local() as engine:
        found = records([table], engine, {})[TableKind.STAGE_HISTORY]
        kept = engine.run(found.rows.select("stage", "changed_field"))
    assert set(kept["changed_field"]) == {STAGE[language]}
    assert len(kept) == (table.frame[FIELD[language]] == STAGE[language]).sum()
    assert not kept["stage"].str.fullmatch(r"\d+").any()


def test_the_column_is_known_by_its_cells_whatever_its_name():
    owners = [f"D{i},Owner,Budi,Siti,2025-01-{i:02d}" for i in range(10, 15)]
    stages = [f"D{i},StageName,Demo,Proposal,2025-02-{i:02d}" for i in range(10, 28)]
    table = history([*owners, *stages])
    assert next(one.field for one in table.columns if one.name == "What") == "changed_field"
    assert any("5 rows of “What” tell of other fields (Owner)" in one.to("en")
               for one in table.notices)  # fmt: skip


def test_nothing_is_said_where_every_row_is_of_the_stage():
    table = history([f"D{i},Stage,Demo,Proposal,2025-02-{i:02d}" for i in range(10, 28)])
    assert not any("of stage" in one.to("en") for one in table.notices)
