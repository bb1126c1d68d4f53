"""The tables of the database, in SQL that SQLite and PostgreSQL share."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table

from core.errors import Refusal
from core.language import text

VERSION = 1
LAYOUT = MetaData()


def _workspace() -> "Column[str]":
    return Column(
        "workspace", String, ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )


layout = Table("layout", LAYOUT, Column("version", Integer, primary_key=True))
workspaces = Table(
    "workspaces", LAYOUT, Column("id", String, primary_key=True), Column("made", String)
)
revisions = Table(
    "revisions",
    LAYOUT,
    _workspace(),
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("what", String, nullable=False),
    Column("state", String, nullable=False),
    Column("digest", String, nullable=False),
)
uses = Table(
    "uses",
    LAYOUT,
    _workspace(),
    Column("digest", String, primary_key=True, index=True),
    Column("original", Boolean, nullable=False),
)
templates = Table(
    "templates",
    LAYOUT,
    _workspace(),
    Column("number", Integer, primary_key=True),
    Column("shape", String, nullable=False),
    Column("answers", String, nullable=False),
)
doomed = Table("doomed", LAYOUT, Column("digest", String, primary_key=True))


def newer() -> Refusal:
    """What was written in a way not known here."""
    return Refusal(
        text("The workspace folder was written by a newer Headlight."),
        text("Use the newer Headlight, or name another folder in HEADLIGHT_WORKSPACES."),
    )
