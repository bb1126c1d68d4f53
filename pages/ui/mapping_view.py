"""What a table is about and which field each column is: shown with reasons, put right with selects.

`show(file, table)` is called by the Data page for each table of the sheet in view.
"""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from core.language import text
from core.reports import column_name
from core.tables import Column, Table, TableKind
from core.tables.mapping import KIND_NAMES, KINDS, field_name
from pages.ui import changes, session, widgets
from pages.ui.opened import Brought
from pages.ui.session import t

OF_FIGURES = ("period", "metric", "value", "unit", "target")
ALWAYS = ("measure", "dimension")
OF_LABELS = ("metric", "dimension", "unit")  # beside figures whose periods stand in the header
IGNORED = "ignore"
MOST = 12  # columns drawn at a time


def show(file: Brought, table: Table) -> None:
    """The kind, and below it every column with its meaning and the reason; both can be changed."""
    st.subheader(t("What the columns mean"))
    key = f"{file.id}-{table.sheet}-{table.header_rows}"
    _kind(file, table, key)
    _fields(file, table, key)


def _kind(file: Brought, table: Table, key: str) -> None:
    kinds, language = list(KIND_NAMES), session.language()
    said = file.answers.kinds.get(table.sheet)
    chosen = st.selectbox(
        t("This table holds"),
        kinds,
        index=kinds.index(table.kind),
        format_func=lambda kind: KIND_NAMES[kind].to(language),
        key=f"kind-{key}-{table.kind}-{said}",
    )
    if said not in (None, table.kind.value):
        wanted = widgets.plain(KIND_NAMES[TableKind(said)])
        st.caption(t("Its columns do not allow: {kind}.", kind=wanted))
    if chosen is not table.kind:
        kinds_said = {**file.answers.kinds, table.sheet: chosen.value}
        changes.answer(file, replace(file.answers, kinds=kinds_said))
        st.rerun()


def _fields(file: Brought, table: Table, key: str) -> None:
    """Each column with its meaning, to be changed, and why it was taken for that."""
    across = any(one.field == "value" and not one.letter for one in table.columns)
    choices = _choices(table, OF_LABELS if across else ())
    for one in widgets.leaf(table.columns, MOST, f"leaf-fields-{key}"):
        with st.container(key=f"column-{key}-{table.columns.index(one)}"):
            name, meaning = st.columns([2, 3], vertical_alignment="center")
            shown = widgets.plain(column_name(one, session.language()))
            why = one.reason or text("Its cells lie in several columns of the sheet.")
            name.markdown(f"**{shown}**  \n:small[{widgets.plain(why)}]")
            with meaning:
                if across and not one.letter:
                    st.markdown(_words(one.field))
                else:
                    _field(file, one, choices, key)


def _field(file: Brought, one: Column, choices: dict[str, str], key: str) -> None:
    now = one.field or IGNORED
    chosen = st.selectbox(
        t("Meaning of {name}", name=widgets.plain(one.name)),
        list(choices),
        index=list(choices).index(now),
        format_func=choices.get,
        key=f"field-{key}-{one.name}-{now}",
        label_visibility="collapsed",
    )
    if chosen != now:
        fields = {**file.answers.fields, one.name: chosen}
        changes.answer(file, replace(file.answers, fields=fields))
        st.rerun()


def _choices(table: Table, only: Sequence[str] = ()) -> dict[str, str]:
    """Field -> plain words: those of the kind first, then what fits every kind; or `only` some."""
    if only:
        return {field: _words(field) for field in only} | {IGNORED: _words("")}
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
