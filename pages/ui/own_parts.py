"""The parts of an indicator of one's own, asked one by one: table, how, column, conditions."""

from collections.abc import Collection, Sequence

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
    ask_parts = _ratio if way == "ratio" else _rows
    parts = ask_parts(panel if way == "ratio" else tables, before, f"{key}-{way}")
    if not (named or "").strip() or parts is None:
        st.caption(t("Give it a name and choose its parts: its first values appear here."))
        return None
    return Own(named.strip(), role=Role(taken), **parts)


def _ratio(panel: Panel, before: Own | None, key: str) -> dict[str, str] | None:
    """One indicator of the panel over another."""
    names = panel.names(session.language())
    ids = [id for id in names if before is None or id != before.id]
    above, below = st.columns(2)
    of = _pick(above, t("This indicator"), ids, before and before.of, f"{key}-of", names)
    per = _pick(below, t("divided by"), ids, before and before.below, f"{key}-below", names)
    return {"how": "ratio", "of": of, "below": per} if of and per and of != per else None


def _rows(tables: Sequence[Table], before: Own | None, key: str) -> dict[str, object] | None:
    """An aggregate of the rows of one kind that meet the conditions."""
    language = session.language()
    kinds = {one.kind.value: KIND_NAMES[one.kind].to(language) for one in tables}
    table, how = st.columns(2)
    kind = _pick(table, t("Rows of"), list(kinds), before and before.kind, f"{key}-kind", kinds)
    words = {one: said.to(language) for one, said in HOW.items()}
    way = _pick(how, t("How"), list(words), before and before.how, f"{key}-how", words)
    if not kind or not way:
        return None
    columns = _columns(tables, TableKind(kind))
    of, at = "", ""
    what, when = st.columns(2)
    if way != "count":
        wanted = tuple(ColumnType) if way == "distinct" else _NUMBERS
        fits = _named(columns, wanted)
        of = _pick(what, t("Of which column"), fits, before and before.of, f"{key}-{kind}-{way}-of")
    dated = _named(columns, _DATES)
    at = _pick(when, t("By which date"), dated, before and before.at, f"{key}-{kind}-at")
    where = _conditions(list(columns), before.where if before else (), f"{key}-{kind}")
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
    column = _pick(
        name, t("Only rows where (optional)"), columns, was and was.column, f"{key}-column"
    )
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


def _pick(
    place,
    label: str,
    options: Sequence[str],
    before: str | None,
    key: str,
    names: dict[str, str] | None = None,
) -> str:
    """One of the options, none chosen at first; the names are the person's own words."""
    chosen = place.selectbox(
        label,
        options,
        index=list(options).index(before) if before in options else None,
        format_func=lambda one: names[one] if names else one,
        placeholder=t("Choose"),
        key=key,
    )
    return str(chosen or "")


def _columns(tables: Sequence[Table], kind: TableKind) -> dict[str, Column]:
    return {one.name: one for table in tables if table.kind is kind for one in table.columns}


def _named(columns: dict[str, Column], wanted: Collection[ColumnType]) -> list[str]:
    return [name for name, column in columns.items() if column.type in wanted]
