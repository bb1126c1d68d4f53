"""What the person says of a row or a column on the X-ray is taken over, kept, and taken back."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.tables import ColumnType, RowRole

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
ROWS = b"Bulan;Leads;Catat\n03/01/2025;10;1\n03/02/2025;20;2\n25/03/2025;30;3\nTotal;60;6\n"


@pytest.fixture(autouse=True)
def fresh():
    st.cache_data.clear()
    st.cache_resource.clear()
    st._config.set_option("client.showErrorDetails", "full")


@pytest.fixture(params=["en", "id"])
def app(request):
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params["lang"] = request.param.upper()
    app.run().file_uploader(key="drop-0").upload("kpi.csv", ROWS, "text/csv").run()
    app.switch_page("data.py").run()
    assert not app.exception
    return app


def pick(app, rows=(), columns=()):
    key = next(one.proto.id for one in app.dataframe if "-grid-" in one.proto.id).split("-None")[0]
    key = "grid-" + key.split("-grid-")[-1]
    chosen = {"selection": {"rows": list(rows), "columns": list(columns), "cells": []}}
    app.session_state[key] = chosen
    return app.run()


def choose(app, start, value):
    control = next(one for one in app.segmented_control if (one.key or "").startswith(start))
    control.select(value).run()


def undo(app):
    return [one for one in app.button if (one.key or "").startswith("undo-")]


def shown(app):
    grid = next(one for one in app.dataframe if "-grid-" in one.proto.id)
    return list(grid.value.iloc[:, 0])


def test_a_row_is_said_to_be_data_and_that_is_taken_back(app):
    before = shown(app)
    pick(app, rows=[4])
    choose(app, "row-", RowRole.DATA)
    assert not app.exception
    assert shown(app)[4] == shown(app)[3] != before[4]
    undo(app)[0].click().run()
    assert not app.exception and shown(app) == before and not undo(app)


def test_a_column_is_read_as_text(app):
    pick(app, columns=["C"])
    choose(app, "type-", ColumnType.TEXT)
    assert not app.exception and len(undo(app)) == 1


def test_the_order_of_dates_is_said(app):
    pick(app, columns=["A"])
    choose(app, "order-", "mdy")
    assert not app.exception and len(undo(app)) == 1
    undo(app)[0].click().run()
    assert not undo(app)


def test_an_answer_that_leaves_no_table_is_refused_and_changes_nothing(app):
    before = shown(app)
    pick(app, rows=[4])
    choose(app, "row-", RowRole.HEADER)
    assert not app.exception and shown(app) == before


ACROSS = b"Cabang;Kode;Jan 2025;Feb 2025\nBandung;101;1;2\nBogor;102;3;4\nDepok;103;5;6\n"


@pytest.fixture(params=["en", "id"])
def across(request):
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params["lang"] = request.param.upper()
    app.run().file_uploader(key="drop-0").upload("kpi.csv", ACROSS, "text/csv").run()
    app.switch_page("data.py").run()
    assert not app.exception
    return app


def values_type(app):
    return app.session_state["workspace"].state.datasets[0].answers.types


def test_a_month_across_is_read_as_text_and_that_is_taken_back(across):
    pick(across, columns=["C"])
    choose(across, "type-", ColumnType.TEXT)
    assert not across.exception
    assert dict(values_type(across)) == {"value": ColumnType.TEXT}
    undo(across)[0].click().run()
    assert not across.exception and not values_type(across) and not undo(across)


def test_a_label_beside_months_is_read_as_text(across):
    pick(across, columns=["B"])
    choose(across, "type-", ColumnType.NUMBER)
    assert not across.exception
    assert dict(values_type(across)) == {"Kode": ColumnType.NUMBER}


def test_what_a_header_makes_has_no_meaning_to_choose(across):
    keys = [one.key for one in across.selectbox if (one.key or "").startswith("field-")]
    assert not any("-value-" in key or "-period-" in key for key in keys)
