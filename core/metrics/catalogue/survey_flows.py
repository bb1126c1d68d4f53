"""How satisfied customers are: the share of the two best answers, of five answers at least."""

import ibis
from ibis import _
from ibis.common.deferred import Deferred

from core.language import text
from core.metrics.measures import Flow, Requirement, Where, rows, share
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
