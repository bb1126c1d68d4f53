"""What is computed once a session; the only file that caches. Keys are text, never frames."""

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from core import lead_lag, metrics
from core.errors import Refusal
from core.lead_lag import Options, Scan
from core.metrics import Panel, Receipt
from core.periods import Grain
from core.tables import Table
from core.tables.quality import Arrival, Freshness, Quality, freshness_of, quality_of
from pages.ui import opened
from pages.ui.opened import OpenFile

MOST_SCANS = 8  # answers one session keeps at hand


def panel() -> Panel:
    """The panel of the open files as chosen. Raises Refusal."""
    files, choice = opened.files(), opened.choice()
    read = [(file.source, file.uploads[-1].tables, file.answers) for file in files]
    picked = None if choice.tables is None else sorted(choice.tables)
    return _panel(repr((read, picked, choice.grain, choice.keep_unfinished)))


def why_not() -> Refusal | None:
    """Why no panel can be made of what is open, or None."""
    try:
        panel()
    except Refusal as stop:
        return stop
    return None


def grains() -> tuple[Grain, ...]:
    """The periods that the tables in use can all speak at."""
    return metrics.possible_grains(_tables())


@st.cache_data(max_entries=8, scope="session", show_spinner=False)
def _panel(key: str) -> Panel:
    choice = opened.choice()
    return metrics.build_panel(
        _tables(), choice.grain, keep_unfinished=choice.keep_unfinished, fields=_fields()
    )


def receipts(panel: Panel, id: str, period: pd.Period) -> tuple[Receipt, ...]:
    """The cells behind one value of the panel."""
    return metrics.receipts(_tables(), panel, (id, period), _fields())


def _fields() -> dict[str, str]:
    """What the person said that columns mean."""
    return {column: said for file in opened.files() for column, said in file.answers.fields.items()}


def _tables() -> list[Table]:
    return [table for file in opened.files() for table in opened.used(file)]


def quality(file: OpenFile, place: int, today: date) -> Quality:
    """What is found of the quality of one of a file's tables."""
    key, table = repr((file.uploads[-1].tables[place], today)), file.tables[place]
    return _quality(key, table, today, opened.arrivals(file, place))


def freshness(file: OpenFile, place: int, today: date) -> Freshness:
    """How old the newest period of one of a file's tables is."""
    key, table = repr((file.uploads[-1].tables[place], today)), file.tables[place]
    return _freshness(key, table, today, opened.arrivals(file, place))


@st.cache_data(max_entries=64, scope="session", show_spinner=False)
def _freshness(key: str, _table: Table, _today: date, _arrivals: Sequence[Arrival]) -> Freshness:
    return freshness_of(_table, _today, _arrivals)


@st.cache_data(max_entries=16, scope="session", show_spinner=False)
def _quality(key: str, _table: Table, _today: date, _arrivals: Sequence[Arrival]) -> Quality:
    return quality_of(_table, _today, _arrivals)


def scan(
    panel: Panel,
    pairs: tuple[Sequence[str], Sequence[str]],
    options: Options,
    progress: Callable[[float], None],
) -> Scan:
    """All leading x lagging pairs asked together. Raises Refusal."""
    key, kept = repr((panel.key, pairs, options)), _scans()
    if key not in kept:
        if len(kept) == MOST_SCANS:
            kept.pop(next(iter(kept)))
        kept[key] = lead_lag.scan(panel, *pairs, options, progress)
    return kept[key]


@st.cache_resource(scope="session")
def _scans() -> dict[str, Scan]:
    """The session's answers: a plain store, for a cached function may not draw its progress."""
    return {}
