"""How the metrics of sales material are worked out from the log of its use.

Beside the fields of metrics.md the log has what core.metrics.records makes ready: one name for all
versions of an asset, what is a use, who read what, since when an asset is on offer.
"""

from ibis import _

from core.language import text
from core.metrics.measures import Flow, Requirement, Share, Stock, Where, distinct, ratio, usually
from core.tables.model import TableKind

_LOG = TableKind.CONTENT_USAGE
_SOME_USES = Requirement(
    _.is_use.any(),
    text("not computable, because nothing in this file was shared, pitched or downloaded"),
)
_SOME_ELSE = Requirement(
    (~_.is_use).any(),
    text(
        "not computable, because the file names only material that was used: bring the list of all "
        "material, or the looks at it as well"
    ),
)
_SOME_READ = Requirement(
    _.was_read.any(),
    text("not computable, because no view by a recipient is in this file"),
)
_ON_OFFER = (_.known_at < _.period) & (_.gone_at.isnull() | (_.gone_at >= _.period))

UTILISATION = Share(
    Flow(
        _LOG, "occurred_at", distinct("asset"), _.is_use & _ON_OFFER.fill_null(False),
        needs=("action",), empty=0.0, requires=(_SOME_USES, _SOME_ELSE),
    ),
    Stock(
        Flow(_LOG, "known_at", distinct("asset"), empty=0.0),
        Flow(_LOG, "gone_at", distinct("asset"), _.known_at.notnull(), empty=0.0),
    ),
)  # fmt: skip


def _readers(where: Where) -> Where:
    return _.recipient_key.nunique(where=where & _.was_read)


ENGAGEMENT = Flow(
    _LOG, "occurred_at",
    ratio(_readers, distinct("recipient_key")),
    (_.action == "share").fill_null(False) & _.recipient_key.notnull() & ~_.is_inside,
    needs=("action", "recipient"), requires=(_SOME_READ,), matures=usually("days_to_read"),
)  # fmt: skip


def _users(where: Where) -> Where:
    return _.user.nunique(where=where & _.is_use)


ADOPTION = Flow(
    _LOG, "occurred_at", ratio(_users, distinct("user")), _.is_own & _.user.notnull(),
    needs=("action", "user"), requires=(_SOME_USES,),
)  # fmt: skip
