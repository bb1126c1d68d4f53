"""The parts of an indicator of one's own, asked one by one: table, how, column, conditions."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from core.metrics import SIGNS, Condition, Own, Panel, Role
from core.tables import Column, ColumnType, Table, TableKind
from core.tables.mapping import KIND_NAMES, KINDS
from pages.ui import cache, session
from pages.ui.session import t
from pages.ui.words import HOW, ROLES

MOST_CONDITIONS = 5
LONGEST = 60
_NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.DURATION)
_DATES = (ColumnType.DATE, ColumnType.DATETIME)


def ask(panel: Panel, before: Own | None, key: str) -> Own | None:
    """The indicator as asked so far; None while a part is missing."""
    tables = [table for table in cache.tables() if table.kind in KINDS]
    name, role = st.columns([3, 2])
    named = name.text_input(
        t("Name"), before.name if before else "", max_chars=LONGEST, key=f"{key}-name"
    )
    roles = {one: ROLES[one].to(session.language()) for one in (Role.LEADING, Role.LAGGING)}
    taken = role.segmented_control(
        t("Role"),
        list(roles),
        default=before.role if before else Role.LEADING,
        format_func=roles.get,
        required=True,
        key=f"{key}-role",
    )
    ways = ("rows", "ratio") if tables else ("ratio",)
    words = {
        "rows": t("Count or add up rows"),
        "ratio": t("One indicator divided by another"),
    }
    way = st.segmented_control(
        t("What it is"),
        ways,
        default="ratio" if before and not before.kind else ways[0],
        format_func=words.get,
        required=True,
        wrap=True,
        key=f"{key}-way",
    )
    ratio, key = way == "ratio", f"{key}-{way}"
    parts = _ratio(panel, before, key) if ratio else _rows(tables, before, key)
    if not (named or "").strip() or parts is None:
        st.caption(t("Give it a name and choose its parts: its first values appear here."))
        return None
    return Own(named.strip(), role=Role(taken), **parts)


def _ratio(panel: Panel, before: Own | None, key: str) -> dict[str, object] | None:
    """One indicator of the panel over another."""
    names = panel.names(session.language())
    if before is not None:
        names.pop(before.id, None)
    above, below = st.columns(2)
    with above:
        of = _pick(t("This indicator"), names, before and before.of, f"{key}-of")
    with below:
        per = _pick(t("divided by"), names, before and before.below, f"{key}-below")
    return {"how": "ratio", "of": of, "below": per} if of and per and of != per else None


def _rows(tables: Sequence[Table], before: Own | None, key: str) -> dict[str, object] | None:
    """An aggregate of the rows of one kind that meet the conditions."""
    language = session.language()
    kinds = {one.kind.value: KIND_NAMES[one.kind].to(language) for one in tables}
    ways = {one: said.to(language) for one, said in HOW.items()}
    table, how = st.columns(2)
    with table:
        kind = _pick(t("Rows of"), kinds, before and before.kind, f"{key}-kind")
    with how:
        way = _pick(t("How"), ways, before and before.how, f"{key}-how")
    if not kind or not way:
        return None
    columns, key = _columns(tables, TableKind(kind)), f"{key}-{kind}"
    of, (what, when) = "", st.columns(2)
    if way != "count":
        fits = _named(columns, tuple(ColumnType) if way == "distinct" else _NUMBERS)
        with what:
            of = _pick(t("Of which column"), fits, before and before.of, f"{key}-{way}-of")
    with when:
        dated = _named(columns, _DATES)
        at = _pick(t("By which date"), dated, before and before.at, f"{key}-at")
    where = _conditions(list(columns), before.where if before else (), key)
    if not at or (way != "count" and not of):
        return None
    return {"how": way, "of": of, "kind": kind, "at": at, "where": where}


def _conditions(
    columns: Sequence[str], before: Sequence[Condition], key: str
) -> tuple[Condition, ...]:
    """The conditions a row must meet; a place for one more appears when the last is filled."""
    found: list[Condition] = []
    for place in range(MOST_CONDITIONS):
        was = before[place] if place < len(before) else None
        one = _condition(columns, was, f"{key}-where-{place}")
        if one is None:
            break
        found.append(one)
    return tuple(found)


def _condition(columns: Sequence[str], was: Condition | None, key: str) -> Condition | None:
    name, sign, value = st.columns([3, 1, 3])
    with name:
        names = {one: one for one in columns}
        label = t("Only rows where (optional)")
        column = _pick(label, names, was and was.column, f"{key}-column")
    compared = sign.selectbox(
        t("Compared"),
        list(SIGNS),
        index=list(SIGNS).index(was.sign) if was else 0,
        key=f"{key}-sign",
    )
    written = value.text_input(
        t("Value"), was.value if was else "", max_chars=LONGEST, key=f"{key}-value"
    )
    return Condition(column, str(compared), written.strip()) if column and written.strip() else None


def _pick(label: str, options: Mapping[str, str], before: str | None, key: str) -> str:
    """One of the options (value -> words), none chosen at first; "": none yet."""
    values = list(options)
    chosen = st.selectbox(
        label,
        values,
        index=values.index(before) if before in values else None,
        format_func=options.get,
        placeholder=t("Choose"),
        key=key,
    )
    return str(chosen or "")


def _columns(tables: Sequence[Table], kind: TableKind) -> dict[str, Column]:
    return {one.name: one for table in tables if table.kind is kind for one in table.columns}


def _named(columns: Mapping[str, Column], wanted: Collection[ColumnType]) -> dict[str, str]:
    return {name: name for name, column in columns.items() if column.type in wanted}
