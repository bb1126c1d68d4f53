"""What an update would change: one sentence, then cells, rows, columns, each folded when long."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from core.reports import cells_said, cells_table, rows_table
from core.tables.updates import Comparison, Renamed, TableChange, compare_again
from pages.ui import going, session, widgets
from pages.ui.session import t

SHORT = 5  # rows that stand open
MOST = 500  # rows drawn of one list


def show(comparison: Comparison, key: str) -> None:
    """What the new file changes, as the renames now stand."""
    told = st.container()
    chosen = _ask(comparison, key)
    if chosen != dict(comparison.renames):
        comparison = compare_again(comparison, chosen)
    with told:
        st.markdown(f"**{widgets.plain(comparison.summary)}**")
        for stop in comparison.issues:
            widgets.refusal(stop)
    for place, change in enumerate(comparison.changes):
        _change(change, f"{key}-{place}", len(comparison.changes) > 1)
    _tables(comparison)


def renames(comparison: Comparison, key: str) -> dict[str, str]:
    """The renames that are accepted: new name -> old name. After `show`."""
    return {
        one.after: one.before
        for place, one in _proposals(comparison)
        if session.picked(_toggle(key, place))
    }


def _ask(comparison: Comparison, key: str) -> dict[str, str]:
    """A toggle for each rename that was proposed."""
    chosen = {}
    for place, one in _proposals(comparison):
        names = t("“{old}” is called “{new}” now", old=one.before, new=one.after)
        wanted = st.toggle(widgets.plain(names), one.accepted, key=_toggle(key, place))
        st.caption(widgets.plain(one.reason))
        if wanted:
            chosen[one.after] = one.before
    return chosen


def _proposals(comparison: Comparison) -> Iterator[tuple[int, Renamed]]:
    return enumerate(one for change in comparison.changes for one in change.renamed)


def _toggle(key: str, place: int) -> str:
    return f"rename-{key}-{place}"


def _change(change: TableChange, key: str, named: bool) -> None:
    """The lists of one table."""
    language = session.language()
    if named and not change.is_same:
        st.markdown(f"**{widgets.plain(change.sheet or change.after.source)}**")
    if change.notices:
        widgets.notices(change.notices)
    if change.issues:
        return
    if going.is_hidden(change.before) or going.is_hidden(change.after):
        going.why()
        return
    for title, cells in (
        (t("Changed cells ({n})", n=len(change.changed)), change.changed),
        (t("Blank now, the old figure is kept ({n})", n=len(change.emptied)), change.emptied),
    ):
        if 0 < len(cells) <= SHORT:
            told = cells_said(change, cells, language)
            st.markdown(f"{title}\n" + "\n".join(f"- {widgets.plain(one)}" for one in told))
        else:
            _list(title, cells_table(change, cells.head(MOST), language), len(cells))
    for title, table, rows in (
        (t("New rows ({n})", n=len(change.new)), change.after, change.new),
        (t("Vanished, and kept ({n})", n=len(change.vanished)), change.before, change.vanished),
    ):
        _list(title, rows_table(table, rows.head(MOST), language), len(rows))


def _list(title: str, listed: pd.DataFrame, count: int) -> None:
    """A list, folded away when long; nothing when empty."""
    if not count:
        return
    with st.expander(title, expanded=count <= SHORT):
        st.dataframe(listed, hide_index=True, alt=title)
        if count > len(listed):
            st.caption(t("The first {n} are shown.", n=len(listed)))


def _tables(comparison: Comparison) -> None:
    """Tables that only one of the files has."""
    for words, tables in (
        (t("New tables"), comparison.only_after),
        (t("Tables that are not in the new file; they are kept"), comparison.only_before),
    ):
        if tables:
            names = ", ".join(widgets.plain(one.sheet or one.source) for one in tables)
            st.markdown(f"{words}: {names}")
