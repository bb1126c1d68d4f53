"""What is computed once a session; the only file that caches. Keys are text, never frames."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from core import lead_lag, metrics
from core.enablement.impact import Asked, Impact
from core.enablement.impact import impact as followed
from core.errors import Refusal
from core.figures.explore_groups import NO_GROUP
from core.language import Text
from core.lead_lag import Options, Scan
from core.metrics import Bridge, Indicator, OutcomeWord, Own, Panel, Possible, Receipt
from core.people.series import Cut, panel_beside
from core.periods import Frequency, Grain
from core.tables import Table
from core.tables.quality import Arrival, Freshness, Quality, freshness_of, quality_of
from pages.ui import opened, people_signals, session
from pages.ui.asking import kept, told
from pages.ui.opened import Brought, OpenFile

MOST_SCANS = 8  # answers one session keeps at hand


def panel(over: str = "", grain: Grain | None = None) -> Panel:
    """The panel of the open files and closed waves as chosen. Raises Refusal.

    over: a column to divide by. grain: of periods, instead of what was chosen.
    """
    choice, silent = opened.choice(), opened.silent()
    if silent is not None and silent.refused is not None:
        raise silent.refused
    key = repr((what_was_read(), people_signals.read_with(), _calendar(), choice.own))
    return told(lambda: _panel(key, over, grain))


def what_was_read() -> str:
    """What was read of the files and tables in use, and what the person said of it."""
    picked = opened.choice().tables
    read = [one.key for one in opened.brought()]
    return repr((read, None if picked is None else sorted(picked)))


def _calendar() -> tuple[Grain | None, int | None, bool]:
    """How the panel is cut, as chosen."""
    choice = opened.choice()
    return choice.grain, choice.fiscal_start, choice.keep_unfinished


def why_not() -> Refusal | None:
    """Why no panel can be made of what is open, or None."""
    try:
        panel()
    except Refusal as stop:
        return stop
    return None


def grains() -> tuple[Grain, ...]:
    """The periods that the tables in use can all speak at."""
    return metrics.possible_grains(tables())


@st.cache_data(max_entries=8, scope="session", show_spinner=False)
def _panel(key: str, over: str, grain: Grain | None) -> Panel | Refusal:
    choice = opened.choice()
    grain, by = grain or choice.grain, (over,) if over else ()
    cut, others = Cut(grain, choice.fiscal_start or 1, by), people_signals.others()

    def build(by: Sequence[str]) -> Panel:
        return metrics.build_panel(
            others,
            grain,
            fiscal_start=choice.fiscal_start,
            keep_unfinished=choice.keep_unfinished,
            fields=fields(),
            by=by,
            own=choice.own,
        )

    return kept(lambda: panel_beside(list(people_signals.surveys().values()), others, cut, build))


def tried(own: Own) -> Panel:
    """One more indicator of one's own by itself, on the calendar of the panel. Raises Refusal."""
    whole = panel()
    return told(lambda: _tried(repr((what_was_read(), whole.key, opened.choice())), own, whole))


@st.cache_data(max_entries=4, scope="session", show_spinner=False)
def _tried(key: str, own: Own, _whole: Panel) -> Panel | Refusal:
    keep = opened.choice().keep_unfinished
    return kept(lambda: metrics.tried(own, _whole, tables(), fields(), keep_unfinished=keep))


def bridge(panel: Panel) -> Bridge:
    """What changed the pipeline between the periods of the panel. Raises Refusal."""
    return told(lambda: _bridge(repr((what_was_read(), panel.key)), panel.frequency))


@st.cache_data(max_entries=4, scope="session", show_spinner=False)
def _bridge(key: str, _frequency: Frequency) -> Bridge | Refusal:
    return kept(lambda: metrics.pipeline_bridge(tables(), _frequency, fields=fields()))


def formula(one: Indicator) -> Text:
    """How an indicator is worked out, in words."""
    return metrics.formula(one, tables(), opened.choice().own)


def possible() -> tuple[Possible, ...]:
    """The indicators that the records in use make possible, and those they nearly do.

    Raises Refusal.
    """
    key = repr((what_was_read(), opened.choice().own))
    return told(lambda: _possible(key))


@st.cache_data(max_entries=4, scope="session", show_spinner=False)
def _possible(key: str) -> tuple[Possible, ...] | Refusal:
    return kept(lambda: metrics.possible(tables(), fields(), opened.choice().own))


def dividing() -> tuple[str, ...]:
    """The columns whose groups the panel can be divided by; none while a source is silent."""
    key = what_was_read()
    try:
        return told(lambda: _dividing(key))
    except Refusal:
        return ()


@st.cache_data(max_entries=4, scope="session", show_spinner=False)
def _dividing(key: str) -> tuple[str, ...] | Refusal:
    return kept(lambda: metrics.dividing(tables()))


def outcome_words(file: Brought) -> tuple[OutcomeWord, ...]:
    """The words of the status of deals, and what they are taken for. Raises Refusal."""
    key, tables = repr((file.key, opened.choice().tables)), opened.used(file)
    return told(lambda: _outcome_words(key, tables, file.answers.fields))


@st.cache_data(max_entries=16, scope="session", show_spinner=False)
def _outcome_words(
    key: str, _tables: Sequence[Table], _said: Mapping[str, str]
) -> tuple[OutcomeWord, ...] | Refusal:
    return kept(lambda: metrics.outcome_words(_tables, _said))


def receipts(panel: Panel, id: str, period: pd.Period) -> tuple[Receipt, ...]:
    """The cells behind one value of the panel."""
    return metrics.receipts(tables(), panel, (id, period), fields(), opened.choice().own)


def fields() -> dict[str, str]:
    """What the person said that columns mean."""
    return {column: said for one in opened.brought() for column, said in one.answers.fields.items()}


def tables() -> list[Table]:
    """The tables in use that figures are worked out from: none with answers of staff."""
    return people_signals.others()


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


def impact(panel: Panel, metric: str, when: date, asked: Asked) -> Impact:
    """What followed a date. Raises Refusal."""
    key = repr((panel.key, list(panel.segments), metric, when, asked))
    return told(lambda: _impact(key, panel, metric, when, asked))


@st.cache_data(max_entries=16, scope="session", show_spinner=False)
def _impact(key: str, _panel: Panel, _metric: str, _when: date, _asked: Asked) -> Impact | Refusal:
    return kept(lambda: followed(_panel, _metric, _when, _asked))


def scan(
    panel: Panel,
    pairs: tuple[Sequence[str], Sequence[str]],
    options: Options,
    progress: Callable[[float], None],
) -> Scan:
    """All leading x lagging pairs asked together. Raises Refusal."""
    key, kept = repr((panel.key, list(panel.segments), pairs, options)), _scans()
    if key not in kept:
        if len(kept) == MOST_SCANS:
            kept.pop(next(iter(kept)))
        if panel.segments:
            blank = NO_GROUP.to(session.language())
            segments = {name or blank: own for name, own in panel.segments.items()}
            kept[key] = lead_lag.pooled(segments, *pairs, options, progress)
        else:
            kept[key] = lead_lag.scan(panel, *pairs, options, progress)
    return kept[key]


@st.cache_resource(scope="session")
def _scans() -> dict[str, Scan]:
    """The session's answers: a plain store, for a cached function may not draw its progress."""
    return {}
