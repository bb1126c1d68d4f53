"""The waves of the open survey: what may be shown of each, planned once."""

from core.people.released import Released, released
from core.people.survey import surveys_of
from core.tables import Table, TableKind
from pages.ui import cache, session


def survey_table() -> Table | None:
    """The first survey among the tables in use."""
    if session.workspace() is None:
        return None
    return next((one for one in cache.tables() if one.kind is TableKind.SURVEY), None)


def waves() -> tuple[Released, ...]:
    """What may be shown of each wave, the oldest first; none without a survey. Raises Refusal."""
    table = survey_table()
    if table is None:
        return ()
    key = ("waves", "released", cache.what_was_read())
    return session.read_once(key, lambda: tuple(map(released, surveys_of(table))))
