"""How the metrics of leads are worked out.

Beside the fields of metrics.md the leads have what core.metrics.records.leads makes ready: which
are genuine, which are enquiries, what became of them and after how long.
"""

from dataclasses import replace

from ibis import _

from core.language import text
from core.metrics.measures import Flow, Requirement, median, rows, share, usually
from core.tables.model import TableKind

_LEADS = TableKind.LEADS
_SOME_QUALIFIED = Requirement(
    _.is_qualified.any(),
    text("not computable, because no lead in this file is marked as qualified"),
)
_SOME_BECAME = Requirement(
    _.became_deal.any(),
    text("not computable, because no lead in this file is marked as one that became a deal"),
)
_SOME_ANSWERED = Requirement(
    _.hours_to_answer.notnull().any(),
    text("not computable, because no lead in this file was answered"),
)

NEW = Flow(_LEADS, "created_at", rows, _.is_genuine, empty=0.0)
ENQUIRIES = Flow(_LEADS, "created_at", rows, _.is_enquiry, needs=("source",), empty=0.0)
QUALIFIED_BY_DAY = Flow(
    _LEADS, "qualified_at", rows, _.is_genuine, empty=0.0, requires=(_SOME_QUALIFIED,)
)
QUALIFIED_OF_MONTH = Flow(
    _LEADS, "created_at", rows, _.is_genuine & _.is_qualified,
    needs=("status",), empty=0.0, requires=(_SOME_QUALIFIED,), unless=("qualified_at",),
)  # fmt: skip
QUALIFIED_SHARE = Flow(
    _LEADS, "created_at", share(_.is_qualified), _.is_genuine,
    needs=("qualified_at",), requires=(_SOME_QUALIFIED,), matures=usually("days_to_qualify"),
)  # fmt: skip
QUALIFIED_SHARE_SO_FAR = replace(
    QUALIFIED_SHARE, needs=("status",), matures=None, unless=("qualified_at",)
)
CONVERSION = Flow(
    _LEADS, "created_at", share(_.became_deal), _.is_genuine,
    needs=("converted_at",), requires=(_SOME_BECAME,), matures=usually("days_to_convert"),
)  # fmt: skip
CONVERSION_BY_FLAG = replace(
    CONVERSION, needs=("converted",), matures=None, unless=("converted_at",)
)
CONVERSION_BY_DEAL = replace(
    CONVERSION, needs=("deal_id",), matures=None, unless=("converted_at", "converted")
)
CONVERSION_BY_STATUS = replace(
    CONVERSION, needs=("status",), matures=None, unless=("converted_at", "converted", "deal_id")
)
RESPONSE_HOURS = Flow(
    _LEADS, "created_at", median(_.hours_to_answer), _.is_genuine & _.hours_to_answer.notnull(),
    needs=("first_response_at",), requires=(_SOME_ANSWERED,),
)  # fmt: skip
