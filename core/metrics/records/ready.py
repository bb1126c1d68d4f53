"""What is made ready for each kind of records before metrics are worked out from them.

ALONE: by one table, whose headers may tell what no cell does. ASKED: by one table too, once its
rows have been asked. READY: on all rows of the kind
together, so that it does not matter over how many files they are spread. COUNTED: what is said of
the records once each stands once.
"""

from collections.abc import Callable, Mapping

import ibis.expr.types as ir

from core.language import Text
from core.metrics.engine import Engine
from core.metrics.records.accounts import accounts
from core.metrics.records.activities import activities_ready
from core.metrics.records.activity_kinds import typed_by_headers
from core.metrics.records.content_uses import CONTENT_FIELDS, content_ready, timed_in_seconds
from core.metrics.records.courses import courses, taken_once
from core.metrics.records.deals import deals_counted, deals_ready
from core.metrics.records.lead_remarks import leads_counted
from core.metrics.records.leads import leads_ready
from core.metrics.records.model import Names, Prepared
from core.metrics.records.order_lines import ORDER_FIELDS, order_lines
from core.metrics.records.outcomes import told_by_headers
from core.metrics.records.settled_lines import settled_lines
from core.metrics.records.stage_changes import stage_changes
from core.metrics.records.survey_answers import SURVEY_FIELDS, survey_answers
from core.metrics.records.visits import each_once, visits
from core.tables.model import Table, TableKind

ALONE: Mapping[TableKind, Callable[[ir.Table, Table], Prepared]] = {
    TableKind.DEALS: told_by_headers,
    TableKind.ACTIVITIES: typed_by_headers,
    TableKind.ORDERS: order_lines,
    TableKind.WEB_TRAFFIC: visits,
    TableKind.TRAINING: courses,
    TableKind.CONTENT_USAGE: timed_in_seconds,
}
ASKED: Mapping[TableKind, Callable[[ir.Table, Table, Engine], Prepared]] = {
    TableKind.SURVEY: survey_answers,
}
READY: Mapping[TableKind, Callable[[ir.Table, Names, Engine], Prepared]] = {
    TableKind.DEALS: deals_ready,
    TableKind.LEADS: leads_ready,
    TableKind.ACTIVITIES: activities_ready,
    TableKind.ORDERS: settled_lines,
    TableKind.CUSTOMERS: accounts,
    TableKind.WEB_TRAFFIC: each_once,
    TableKind.TRAINING: taken_once,
    TableKind.CONTENT_USAGE: content_ready,
    TableKind.STAGE_HISTORY: stage_changes,
}
COUNTED: Mapping[TableKind, Callable[[ir.Table, Engine], tuple[Text, ...]]] = {
    TableKind.DEALS: deals_counted,
    TableKind.LEADS: leads_counted,
}
ADDED: Mapping[TableKind, frozenset[str]] = {
    TableKind.ORDERS: ORDER_FIELDS,
    TableKind.SURVEY: SURVEY_FIELDS,
    TableKind.CONTENT_USAGE: CONTENT_FIELDS,
}  # dates that are worked out, so that metrics may be counted by them
