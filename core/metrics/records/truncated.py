"""Whether a file of deals leaves out older ones, so that its first months show too few.

A file of the deals created since a day has creations at their usual rate from that day, and its
closings only come up to theirs as deals take their time. A file of the deals not yet closed on a
day has closings at their usual rate from that day, and creations before it thin out backwards.
"""

import ibis.expr.types as ir
import pandas as pd
from ibis import _

from core.language import Text, text
from core.metrics.engine import Engine

_ENOUGH = 30  # closed deals from which rates are judged
_FULL, _THIN = 0.6, 0.5  # of the usual rate


def truncated(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """What is said of the first months, when they are not whole."""
    created = _a_day(rows, "created_at", engine)
    closed = _a_day(rows.filter(_.status != "open"), "closed_at", engine)
    if closed.sum() < _ENOUGH or created.index[-1] <= created.index[0]:
        return ()
    usual = max(_usual_days(rows, engine), 1.0)
    window = pd.Timedelta(days=max(14.0, usual / 2))
    if created.index[-1] - created.index[0] < 4 * window:
        return ()
    begins_full = _begins(created, created.index[0], window) >= _FULL
    since, ending = created.index[0], closed.index[0]
    if begins_full and _begins(closed, since, window) < _THIN:
        return (_only_since(since, since + pd.Timedelta(days=2 * usual)),)
    earlier = ending - since >= window / 2
    if earlier and not begins_full and _begins(closed, ending, window) >= _FULL:
        return (_only_open_at(ending),)
    return ()


def _a_day(rows: ir.Table, field: str, engine: Engine) -> pd.Series:
    days = rows.select(day=rows[field].truncate("D")).filter(_.day.notnull())
    found = engine.run(days.group_by("day").aggregate(n=_.count()))
    return pd.Series(found["n"].to_numpy(float), index=pd.to_datetime(found["day"])).sort_index()


def _usual_days(rows: ir.Table, engine: Engine) -> float:
    """The median of days from creation to close, won or lost."""
    took = rows["days_to_close"].median().name("days")
    found = engine.run(rows.aggregate(took))["days"].fillna(0.0)
    return float(found.iloc[0])


def _begins(counts: pd.Series, first: pd.Timestamp, window: pd.Timedelta) -> float:
    """How many there are in the window after the first day, as a share of the usual number."""
    days = (counts.index[-1] - first) / pd.Timedelta(days=1) + 1
    usual = counts.loc[first:].sum() / days * (window / pd.Timedelta(days=1))
    return float(counts.loc[first : first + window].sum() / usual) if usual else 0.0


def _only_since(first: pd.Timestamp, until: pd.Timestamp) -> Text:
    return text(
        "The file seems to hold only deals created since {first}. Older deals that closed later "
        "are missing, so deals won and lost, revenue and the pipeline are too low until about "
        "{until}.",
        first=first.date(),
        until=until.date(),
    )


def _only_open_at(first: pd.Timestamp) -> Text:
    return text(
        "The file seems to hold only deals that were still open on {first}. New opportunities, "
        "the win rate by day of creation and the pipeline before that day are not whole.",
        first=first.date(),
    )
