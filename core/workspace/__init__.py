"""A workspace on disk: what a person brought, said and chose; every step can be taken back."""

from core.workspace import closed_waves, connections, edits, events, people, reviews, targets
from core.workspace.arrivals import Arrival
from core.workspace.calendar import Event, EventKind, Owner, Rhythm, Shading, Tracking
from core.workspace.connections import begun, table_of, where
from core.workspace.edits import Conflict, Edit
from core.workspace.model import (
    Choice,
    Connection,
    Dataset,
    Note,
    Revision,
    State,
    Summary,
    Upload,
    Workspace,
)
from core.workspace.workspaces import Workspaces

__all__ = [
    "Arrival",
    "Choice",
    "Conflict",
    "Connection",
    "Dataset",
    "Edit",
    "Event",
    "EventKind",
    "Note",
    "Owner",
    "Revision",
    "Rhythm",
    "Shading",
    "State",
    "Summary",
    "Tracking",
    "Upload",
    "Workspace",
    "Workspaces",
    "begun",
    "closed_waves",
    "connections",
    "edits",
    "events",
    "people",
    "reviews",
    "table_of",
    "targets",
    "where",
]
