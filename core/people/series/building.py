"""One panel of surveys and other tables, the same from the command line and on the pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.metrics import Panel
from core.people.series.dividing import by_names
from core.people.series.model import StaffSurvey
from core.people.series.panel import survey_panel, with_surveys
from core.periods import Grain
from core.tables import Table


@dataclass(frozen=True)
class Cut:
    """How a panel is cut: the period asked for, the month years start in, what divides it."""

    grain: Grain | None = None
    year_starts: int = 1
    by: tuple[str, ...] = ()


def panel_beside(
    surveys: Sequence[StaffSurvey],
    others: Sequence[Table],
    cut: Cut,
    build: Callable[[Sequence[str]], Panel],
) -> Panel:
    """The panel of the other tables with the surveys beside them.

    build: makes it of the other tables, divided by these columns, which they have. Raises Refusal:
    as that does, and where neither tables nor surveys have a column that divides.
    """
    if not surveys:
        return build(cut.by)
    divided = by_names(others, surveys, cut.by)
    if others:
        panel = build(cut.by if divided.everywhere else ())
    else:
        panel = survey_panel(surveys, cut.grain, cut.year_starts)
    return with_surveys(panel, surveys, divided.names)
