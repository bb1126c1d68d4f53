"""What customers answer: the share of the two best answers, promoters less detractors.

Both of five answers at least.
"""

from dataclasses import replace

import ibis
from ibis import _
from ibis.common.deferred import Deferred

from core.language import text
from core.metrics.measures import (
    EVERY,
    Derived,
    Flow,
    Requirement,
    Where,
    rows,
    share,
    usually,
)
from core.tables.model import TableKind

FEWEST = 5  # answers in a period


def _of_enough(where: Where) -> Deferred:
    return (rows(where) >= FEWEST).ifelse(share(_.satisfied)(where), ibis.null("float64"))


SATISFIED = Flow(
    TableKind.SURVEY, "submitted_at", _of_enough, _.satisfied.notnull(), unit="rate",
    requires=(
        Requirement(
            _.satisfied.notnull().any(),
            text("not computable, because no question asks customers how satisfied they are"),
        ),
    ),
    unknown=text("not shown, because no period has five answers or more"),
)  # fmt: skip


def _promoters_less_others(where: Where) -> Deferred:
    """Promoters less detractors in points, from -100 to 100."""
    points = 100.0 * _.promotes.cast("float64").mean(where=where)
    return (rows(where) >= FEWEST).ifelse(points, ibis.null("float64"))


PROMOTERS = Flow(
    TableKind.SURVEY, "submitted_at", _promoters_less_others, _.promotes.notnull(),
    requires=(
        Requirement(
            _.promotes.notnull().any(),
            text(
                "not computable, because no question asks customers on 0 to 10 whether they would "
                "recommend"
            ),
        ),
    ),
    unknown=text("not shown, because no period has five answers or more"),
)  # fmt: skip
ANSWERS = Flow(
    TableKind.SURVEY, "submitted_at", rows, _.satisfied.notnull() | _.promotes.notnull(), empty=0.0,
    requires=(
        Requirement(
            (_.satisfied.notnull() | _.promotes.notnull()).any(),
            text("not computable, because no answers of customers are in this file"),
        ),
    ),
)  # fmt: skip
SENT = replace(ANSWERS, at="asked_at", where=EVERY, needs=("submitted_at",))
RESPONSE_RATE = replace(
    SENT, value=share(_.submitted_at.notnull()), empty=float("nan"),
    matures=usually("days_to_answer"),
)  # fmt: skip
RESPONSE_RATE_OF_SHEETS = Derived(
    ("survey_answers", "surveys_sent"),
    lambda answers, sent: answers / sent.where(sent > 0),
    sheets=True,
    above_zero=("surveys_sent",),
)
