"""The seven things that enablement teams look after, and “what works”: which figures tell of each.

The figures of a topic stand in the order in which a person asks for them, the plainest first.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from core.enablement.ledger import Ledger
from core.language import Text, text
from core.tables.model import TableKind

_CREATED = ("created_at",)
_DAYS: dict[TableKind, tuple[str, ...]] = {
    TableKind.CONTENT_USAGE: ("occurred_at",),
    TableKind.ACTIVITIES: ("occurred_at",),
    TableKind.TRAINING: ("assigned_at", "enrolled_at", "started_at", "completed_at"),
    TableKind.STAGE_HISTORY: ("entered_at",),
}


@dataclass(frozen=True)
class Topic:
    """One tab: the metrics whose figures it shows, and the records and the series it rests on."""

    id: str
    tab: Text
    title: Text
    metrics: tuple[str, ...]  # names of the enablement metrics
    kinds: tuple[TableKind, ...]  # records that the figures rest on, the one counted first
    series: tuple[str, ...] = ()  # catalogue ids whose trend belongs to it, the best first
    bring: Text | None = None  # which export to bring where the records are missing


_CONTENT = text(
    "Bring the usage log of your content library (Seismic, Highspot, Showpad, a shared drive): one "
    "row for each use, with the asset, what was done and when."
)
_LEADS = text(
    "Bring the export of your leads: one row for each lead, with when it came in and when it was "
    "first answered."
)
_DEALS = text(
    "Bring the export of your deals: one row for each deal, with its status and the days on which "
    "it was created and closed."
)
_STAGES = text(
    "Bring the stage history of your deals: one row for each change of stage, with the deal, the "
    "stage and when it was entered."
)
_TRAINING = text(
    "Bring the export of your learning system: one row for each person and course, with when it "
    "was assigned and completed."
)

TOPICS = (
    Topic(
        "content-use",
        text("Content use"),
        text("Content utilisation"),
        ("content_utilisation",),
        (TableKind.CONTENT_USAGE,),
        ("content_utilisation", "content_adoption"),
        _CONTENT,
    ),
    Topic(
        "content-engagement",
        text("Engagement"),
        text("Content engagement"),
        ("content_engagement",),
        (TableKind.CONTENT_USAGE,),
        ("content_engagement",),
        _CONTENT,
    ),
    Topic(
        "response",
        text("Response"),
        text("Lead response time"),
        ("response_s", "response_within", "never_answered"),
        (TableKind.LEADS, TableKind.ACTIVITIES),
        ("lead_response_time", "answered_in_an_hour", "answered_in_a_day", "never_answered"),
        _LEADS,
    ),
    Topic(
        "conversion",
        text("Conversion"),
        text("Conversion by stage"),
        ("stage_conversion", "lead_conversion"),
        (TableKind.STAGE_HISTORY, TableKind.DEALS, TableKind.LEADS),
        ("stage_conversion", "lead_conversion", "stage_entries"),
        _STAGES,
    ),
    Topic(
        "training",
        text("Training"),
        text("Training: completion and effectiveness"),
        ("completion_rate", "training_effect"),
        (TableKind.TRAINING,),
        ("training_completion", "training_on_time"),
        _TRAINING,
    ),
    Topic(
        "cycle",
        text("Sales cycle"),
        text("Sales-cycle length"),
        ("cycle_days", "stage_days"),
        (TableKind.DEALS, TableKind.STAGE_HISTORY),
        ("cycle_days", "stage_days"),
        _DEALS,
    ),
    Topic(
        "wins",
        text("Wins"),
        text("Win rate"),
        ("win_rate", "win_rate_value", "cohort_win_rate", "won", "lost", "open", "revenue_won"),
        (TableKind.DEALS,),
        ("win_rate", "win_rate_value", "cohort_win_rate"),
        _DEALS,
    ),
    Topic(
        "works",
        text("What works"),
        text("What works"),
        ("content_lift", "training_effect"),
        (TableKind.DEALS, TableKind.CONTENT_USAGE, TableKind.TRAINING),
    ),
)


def days_of(book: Ledger, topic: Topic) -> tuple[date, date] | None:
    """The first and the last day of which the topic's records tell; None where there are none."""
    kind = next((one for one in topic.kinds if one in book.ends), None)
    if kind is None:
        return None
    frame = book.frames[kind]
    dated = [one for one in _DAYS.get(kind, _CREATED) if one in frame.columns]
    firsts = [first for one in dated if pd.notna(first := frame[one].min())]
    last = (book.ends[kind] - pd.Timedelta(days=1)).date()
    return (min(firsts).date(), last) if firsts else None
