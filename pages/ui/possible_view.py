"""Which indicators a file of records makes possible, and which column is missing for the others."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from core.language import Text, counted
from core.metrics import Possible
from core.tables import Table
from core.tables.mapping import KIND_NAMES, KINDS, field_name
from pages.ui import cache, changes, opened, outcome_view, session, widgets
from pages.ui.opened import Brought
from pages.ui.session import t

MOST = 8  # missing columns drawn at a time


def show(file: Brought) -> None:
    """Each table of the file that is in use: what it makes possible, what is missing."""
    outcome_view.show(file)
    tables = opened.used(file)
    if not tables:
        st.info(t("Nothing of this is used."), icon=":material/visibility_off:")
    for place, table in enumerate(tables):
        st.subheader(widgets.plain(_title(table)))
        if table.kind in KINDS:
            _records(file, table, f"{file.id}-{place}")
        else:
            st.markdown(t("Each column of figures is an indicator under its own name."))
    st.page_link("indicators.py", label=t("All indicators"), icon=":material/tune:")


def _title(table: Table) -> Text:
    kind = KIND_NAMES[table.kind]
    return Text.joined(" · ", [table.sheet, kind]) if table.sheet else kind


def _records(file: Brought, table: Table, key: str) -> None:
    found = _found(table)
    given = [one for one in found if one.refused is None]
    said = counted("{n} indicator is possible", "{n} indicators are possible", len(given))
    st.markdown(f":material/check_circle: **{widgets.plain(said)}**")
    if given:
        st.markdown(_listed(given))
    own = KINDS[table.kind].ids
    lacking = [one for one in found if one.refused and set(one.missing) & own]
    _missing(file, table, lacking, key)
    _other_tables(lacking)
    rest = [one for one in found if one.refused and one not in lacking]
    if rest:
        heading = t("Not computable from these data")
        st.markdown(f":material/block: **{heading}**")
        widgets.notices(Text.joined(": ", [one.name, one.refused]) for one in rest if one.refused)


def _found(table: Table) -> list[Possible]:
    """The indicators read from tables of this kind, refused too where only their values say why."""
    places = {
        (each.source, each.sheet)
        for one in opened.brought()
        for each in opened.used(one)
        if each.kind is table.kind
    }
    worked_out = cache.panel().refused if cache.why_not() is None else {}
    return [
        replace(one, refused=one.refused or worked_out.get(one.id))
        for one in cache.possible()
        if (one.place.source, one.place.sheet) in places
    ]


def _listed(names: Sequence[Possible]) -> str:
    language = session.language()
    return " · ".join(
        widgets.plain(name) for name in sorted(one.name.to(language) for one in names)
    )


def _missing(file: Brought, table: Table, lacking: Sequence[Possible], key: str) -> None:
    """One row for each column that is missing, with the way to say which one it is."""
    needed = {
        field: [one for one in lacking if field in one.missing]
        for one in lacking
        for field in one.missing
        if field in KINDS[table.kind].ids
    }
    if not needed:
        return
    said = counted(
        "{n} column is missing for more", "{n} columns are missing for more", len(needed)
    )
    st.markdown(f":material/add_circle: **{widgets.plain(said)}**")
    st.caption(t("If it is there under another name, choose it here."))
    rows = sorted(needed.items(), key=lambda one: -len(one[1]))
    for field, indicators in widgets.leaf(rows, MOST, f"leaf-missing-{key}"):
        words, column = st.columns([3, 2], vertical_alignment="center")
        words.markdown(f"**{_field(field)}**  \n:small[{_listed(indicators)}]")
        with column:
            _which(file, table, field, key)


def _other_tables(lacking: Sequence[Possible]) -> None:
    """The tables that would do beside this one, with what each would give."""
    kinds = dict.fromkeys(kind for one in lacking for kind in one.tables)
    if kinds:
        heading = t("More with another table beside this one")
        st.markdown(f":material/table_view: **{heading}**")
    for kind in kinds:
        given = _listed([one for one in lacking if kind in one.tables])
        name = widgets.plain(KIND_NAMES[kind])
        st.markdown(f"**{name}**  \n:small[{given}]")


def _which(file: Brought, table: Table, field: str, key: str) -> None:
    chosen = st.selectbox(
        t("Which column is “{field}”?", field=_field(field)),
        [one.name for one in table.columns if one.letter],
        index=None,
        placeholder=t("Not there"),
        key=f"missing-{key}-{field}",
        label_visibility="collapsed",
    )
    if chosen is not None:
        fields = {**file.answers.fields, chosen: field}
        changes.answer(file, replace(file.answers, fields=fields))
        st.rerun()


def _field(field: str) -> str:
    """The plain words of a field, capitalised."""
    words = field_name(field).to(session.language())
    return widgets.plain(words[:1].upper() + words[1:])
