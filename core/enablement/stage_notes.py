"""What has to be said of the courses of deals: the order learned, skips, returns, rows dropped."""

from collections.abc import Sequence

import pandas as pd

from core.enablement.funnel import Funnel, moved_back, steps
from core.enablement.visits import Course
from core.language import Share, Text, counted, text


def said_of_funnel(funnel: Funnel) -> Sequence[Text]:
    """The order of the stages, and the deals that did not simply follow it."""
    counts, n = steps(funnel), len(funnel.units)
    skipped, back = int(counts["skipped"].sum()), moved_back(funnel)
    again = int(funnel.visits.loc[_again(funnel), "unit"].nunique())
    told = [(text("Stages in this order: {stages}.", stages=" → ".join(funnel.stages)), 1)]
    told.append((_skipped(skipped), skipped))
    told.append((_back(back), back))
    told.append((_returns(again, n), again))
    return [said for said, many in told if many]


def _again(funnel: Funnel) -> "pd.Series[bool]":
    return funnel.visits.duplicated(["unit", "at"])


def _skipped(n: int) -> Text:
    return counted(
        "{n} time a deal skipped a stage; it counts as having passed through it.",
        "{n} times a deal skipped a stage; it counts as having passed through it.",
        n,
    )


def _back(n: int) -> Text:
    return counted(
        "{n} deal moved back to an earlier stage; that is no conversion.",
        "{n} deals moved back to an earlier stage; that is no conversion.",
        n,
    )


def _returns(n: int, of: int) -> Text:
    return counted(
        "{n} deal ({rate}) came back into a stage; its first entry counts for conversion, every "
        "visit for time in stage.",
        "{n} deals ({rate}) came back into a stage; the first entry counts for conversion, every "
        "visit for time in stage.",
        n,
        rate=Share(n / of if of else 0.0),
    )


def said_of_course(found: Course) -> Sequence[Text]:
    """Rows that tell nothing, and deals of which no stage is known."""
    told = [
        counted(
            "{n} row in which the stage did not change is left out.",
            "{n} rows in which the stage did not change are left out.",
            found.unchanged,
        ),
        counted(
            "{n} row without a deal, a stage or a day is left out.",
            "{n} rows without a deal, a stage or a day are left out.",
            found.unknown,
        ),
        counted(
            "{n} deal has no stage in the history and is left out.",
            "{n} deals have no stage in the history and are left out.",
            found.untold,
        ),
    ]
    many = (found.unchanged, found.unknown, found.untold)
    last_only = [text("The file tells the last day a deal entered a stage: returns are not seen.")]
    said = [one for one, n in zip(told, many, strict=True) if n]
    return [*said, *(last_only if found.last_only else [])]
