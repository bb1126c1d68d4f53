"""The seven enablement metrics of all tables together."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from core.enablement.cohorts import COHORTS
from core.enablement.content import CONTENT
from core.enablement.cycle import CYCLE
from core.enablement.effect import EFFECT
from core.enablement.engagement import ENGAGEMENT
from core.enablement.ledger import Ledger, Measure, ledger, measured
from core.enablement.lift import LIFT
from core.enablement.model import Answer, Asked
from core.enablement.opportunities import OPPORTUNITIES
from core.enablement.response import RESPONSE
from core.enablement.stages import STAGES
from core.enablement.training import COMPLETION
from core.enablement.wins import WINS
from core.errors import Refusal
from core.language import text
from core.tables.model import Table

MEASURES: Mapping[str, Measure] = {
    **WINS,
    **COHORTS,
    **CYCLE,
    **STAGES,
    **OPPORTUNITIES,
    **RESPONSE,
    **COMPLETION,
    **CONTENT,
    **ENGAGEMENT,
    **LIFT,
    **EFFECT,
}  # name -> what works it out
NAMES = tuple(MEASURES)
PLAINLY = Asked()
_RESTS_ON = {  # field -> the only metrics whose figures rest on it
    "amount": {"win_rate_value", "revenue_won", "content_lift"},
    "score": {"training_effect"},
    "hours": {"training_effect"},
    "probability": set[str](),
    "web_visits": set[str](),
}


def enablement(
    tables: Sequence[Table], asked: Asked = PLAINLY, names: Sequence[str] = ()
) -> Answer:
    """Every metric, or those named, with the reason where one is not computable.

    Raises Refusal: no such metric, a column to divide by that no table has.
    """
    return answered(ledger(tables, asked), asked, names)


def unused_by(names: Sequence[str]) -> frozenset[str]:
    """Fields on which none of those metrics rests; of all metrics where none is named."""
    return frozenset(field for field, own in _RESTS_ON.items() if not own & set(names or NAMES))


def answered(book: Ledger, asked: Asked, names: Sequence[str] = ()) -> Answer:
    """The same of records that were made ready before, divided as they then were."""
    unknown = [one for one in names if one not in MEASURES]
    if unknown:
        raise Refusal(
            text("There is no enablement metric “{name}”.", name=unknown[0]),
            text("Choose from: {known}.", known=", ".join(NAMES)),
        )
    rows = [row for name in names or NAMES for row in measured(MEASURES[name], name, book, asked)]
    last = {kind: (end - timedelta(days=1)).date() for kind, end in book.ends.items()}
    return Answer(tuple(rows), book.notices, last)
