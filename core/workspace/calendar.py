"""What a team marks on its calendar: events, the holidays its charts show, reviews."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Shading(StrEnum):
    """Which holidays charts over time show."""

    NONE = "none"
    SEASONS = "seasons"  # Ramadan and Lebaran
    ALL = "all"  # and every public holiday


class EventKind(StrEnum):
    """What happened."""

    CAMPAIGN = "campaign"
    TRAINING = "training"
    PRICE_CHANGE = "price_change"
    LAUNCH = "launch"
    COMPETITOR = "competitor"
    HOLIDAY = "holiday"
    OTHER = "other"


@dataclass(frozen=True)
class Event:
    """Something that may show in figures over time: one day, or several with both ends included."""

    id: str
    at: datetime  # UTC; when it was written down
    kind: EventKind
    name: str
    begins: date
    ends: date | None = None
    note: str = ""

    @property
    def last(self) -> date:
        """Its last day."""
        return self.ends or self.begins


class Owner(StrEnum):
    """Who tracks an indicator."""

    ENABLEMENT_MANAGER = "enablement_manager"
    SALES_OPERATIONS = "sales_operations"
    SALES_MANAGER = "sales_manager"


class Rhythm(StrEnum):
    """When an indicator is reviewed."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    AFTER_CAMPAIGN = "after_campaign"
    YEARLY = "yearly"


@dataclass(frozen=True)
class Tracking:
    """Who tracks an indicator, how often it is reviewed, when it last was."""

    owner: Owner
    rhythm: Rhythm
    reviewed: date | None = None
