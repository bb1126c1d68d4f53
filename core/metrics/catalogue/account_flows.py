"""How the metrics of customers and trials are worked out from their accounts.

`started_at` is the day a customer began to pay; rows that are not `valid` are left out (see
core.metrics.records.accounts). Revenue per month is as the file has it now: what customers paid
more or less before is not known, so churn of revenue is gross; what they paid more or less comes
from sheets of figures alone.
"""

from dataclasses import replace

import pandas as pd
from ibis import _

from core.language import text
from core.metrics.measures import (
    Derived,
    Flow,
    HalfTold,
    Requirement,
    Share,
    Stock,
    distinct,
    share,
    total,
    usually,
)
from core.tables.model import TableKind

_CUSTOMERS = TableKind.CUSTOMERS
_SOME_LEFT = Requirement(
    _.churned_at.notnull().any(),
    text("not computable, because nobody in this file has left on a known day"),
)
_NOT_WHEN = HalfTold(
    "churned",
    "churned_at",
    text(
        "not computable, because this file says who left and not when: add the day each customer "
        "left"
    ),
)
_PER_ACCOUNT = distinct("customer_id")

NEW = Flow(_CUSTOMERS, "started_at", _PER_ACCOUNT, needs=("customer_id",), empty=0.0)
_JOINED = replace(NEW, where=_.valid, needs=("customer_id", "churned_at"), half_told=(_NOT_WHEN,))
LOST = Flow(
    _CUSTOMERS, "churned_at", _PER_ACCOUNT, _.valid & _.started_at.notnull(),
    needs=("customer_id", "started_at"), empty=0.0, requires=(_SOME_LEFT,), half_told=(_NOT_WHEN,),
)  # fmt: skip
_GONE = replace(LOST, requires=())
STANDING = Stock(_JOINED, _GONE)
_OF_THEM = replace(LOST, where=_.valid & (_.started_at < _.period))
CHURN = Share(_OF_THEM, STANDING)
RETENTION = Derived(("churn_rate",), lambda churn: 1 - churn)


def _in_money(flow: Flow) -> Flow:
    return replace(flow, value=total("mrr"), known="mrr")


NEW_MRR = _in_money(NEW)
MRR = Stock(_in_money(_JOINED), _in_money(_GONE))
REVENUE_CHURN = Share(_in_money(_OF_THEM), MRR)
LOST_MRR = _in_money(_OF_THEM)


def _over_start(lost: pd.Series, whole: pd.Series) -> pd.Series:
    """What was lost over what there was at the start; unknown where that is not above 0."""
    start = whole.shift(1)
    return lost / start.where(start > 0)


def _gross(whole: pd.Series, left: pd.Series, shrunk: pd.Series) -> pd.Series:
    return _over_start(left + shrunk, whole)


def _net(whole: pd.Series, left: pd.Series, shrunk: pd.Series, grown: pd.Series) -> pd.Series:
    return _over_start(left + shrunk - grown, whole)


GROSS_CHURN_BY_SHEET = Derived(("mrr", "churned_mrr", "contraction_mrr"), _gross, sheets=True)
NET_CHURN = Derived(("mrr", "churned_mrr", "contraction_mrr", "expansion_mrr"), _net, sheets=True)

TRIALS = Flow(_CUSTOMERS, "trial_started_at", _PER_ACCOUNT, needs=("customer_id",), empty=0.0)
TRIAL_TO_PAID = Flow(
    _CUSTOMERS, "trial_started_at", share(_.paid_at.notnull()), needs=("paid_at",),
    requires=(
        Requirement(
            (_.trial_started_at.notnull() & _.paid_at.notnull()).any(),
            text("not computable, because no trial in this file has become a paying customer"),
        ),
    ),
    matures=usually("trial_days"),
)  # fmt: skip
