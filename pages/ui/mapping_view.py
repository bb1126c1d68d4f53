"""What a table is about and which field each column is: shown with reasons, put right with selects.

`show(file, table)` is called by the Data page for each table of the sheet in view.
"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.tables import Table, TableKind
from core.tables.mapping import KIND_NAMES, KINDS, field_name
from pages.ui import changes, session, widgets
from pages.ui.opened import OpenFile
from pages.ui.session import t

OF_FIGURES = ("period", "metric", "value", "unit", "target")
ALWAYS = ("measure", "dimension")
IGNORED = "ignore"


def show(file: OpenFile, table: Table) -> None:
    """The kind, and below it every column with its meaning and the reason; both can be changed."""
    st.subheader(t("What the columns mean"))
    key = f"{file.id}-{table.sheet}-{table.header_rows}"
    _kind(file, table, key)
    _fields(file, table, key)


def _kind(file: OpenFile, table: Table, key: str) -> None:
    kinds = list(KIND_NAMES)
    said = file.answers.kinds.get(table.sheet)
    chosen = st.selectbox(
        t("This table holds"),
        kinds,
        index=kinds.index(table.kind),
        format_func=lambda kind: KIND_NAMES[kind].to(session.language()),
        key=f"kind-{key}-{table.kind}-{said}",
    )
    if said not in (None, table.kind.value):
        wanted = widgets.plain(KIND_NAMES[TableKind(said)])
        st.caption(t("Its columns do not allow: {kind}.", kind=wanted))
    if chosen is not table.kind:
        kinds_said = {**file.answers.kinds, table.sheet: chosen.value}
        changes.answer(file, replace(file.answers, kinds=kinds_said))
        st.rerun()


def _fields(file: OpenFile, table: Table, key: str) -> None:
    """One row per column; the middle one is a select box."""
    choices = _choices(table)
    words = {said: field for field, said in choices.items()}
    column, meaning, why = t("Column"), t("Meaning"), t("Why")
    rows = pd.DataFrame(
        {
            column: [one.name for one in table.columns],
            meaning: [choices[one.field or IGNORED] for one in table.columns],
            why: [one.reason.to(session.language()) if one.reason else "" for one in table.columns],
        }
    )
    edited = st.data_editor(
        rows,
        hide_index=True,
        disabled=[column, why],
        num_rows="fixed",
        column_config={
            column: st.column_config.TextColumn(width="small"),
            meaning: st.column_config.SelectboxColumn(
                width="medium", options=list(words), required=True
            ),
            why: st.column_config.TextColumn(width="large"),
        },
        key=f"fields-{key}-{hash(tuple(rows[meaning]))}",
    )
    changed = edited[meaning] != rows[meaning]
    if changed.any():
        said = {
            str(name): words[meant]
            for name, meant in edited.loc[changed, [column, meaning]].itertuples(index=False)
        }
        fields = {**file.answers.fields, **said}
        changes.answer(file, replace(file.answers, fields=fields))
        st.rerun()


def _choices(table: Table) -> dict[str, str]:
    """Field -> plain words: those of the kind first, then what fits every kind."""
    own = OF_FIGURES if table.kind not in KINDS else _own(table.kind)
    present = [one.field for one in table.columns if one.field]
    fields = dict.fromkeys((*own, *ALWAYS, *present))
    found = {field: _words(field) for field in fields}
    return {**found, IGNORED: _words("")}


def _own(kind: TableKind) -> tuple[str, ...]:
    return tuple(one.id for one in KINDS[kind].fields if one.id != "-")


def _words(field: str) -> str:
    """The plain words of a field, capitalised."""
    words = field_name(field).to(session.language())
    return words[:1].upper() + words[1:]
