"""What is measured: the catalogue, what a column name means, the panel of all tables."""

from core.metrics.bridge import STEPS, Bridge, describe_bridge, pipeline_bridge
from core.metrics.build import build_panel
from core.metrics.catalogue import CATALOGUE
from core.metrics.choose import choose_tables, possible_grains
from core.metrics.connected import Connected, connected, mapped, tables_of
from core.metrics.describe import describe
from core.metrics.dividing import dividing
from core.metrics.engine import address_of, alone, listed
from core.metrics.formula import formula
from core.metrics.outcome_words import OutcomeWord, outcome_words
from core.metrics.own import HOW, SIGNS, Condition, Own, parsed
from core.metrics.panel import Indicator, Panel
from core.metrics.possible import Possible, possible
from core.metrics.receipts import Receipt, receipts
from core.metrics.records import MEANINGS
from core.metrics.segments import columns_named
from core.metrics.spec import Aggregate, Metric, Role
from core.metrics.standing import Point, Standing, standing
from core.metrics.trying import tried
from core.metrics.values import change_said, value_said

__all__ = [
    "CATALOGUE",
    "HOW",
    "MEANINGS",
    "SIGNS",
    "STEPS",
    "Aggregate",
    "Bridge",
    "Condition",
    "Connected",
    "Indicator",
    "Metric",
    "OutcomeWord",
    "Own",
    "Panel",
    "Point",
    "Possible",
    "Receipt",
    "Role",
    "Standing",
    "address_of",
    "alone",
    "build_panel",
    "change_said",
    "choose_tables",
    "columns_named",
    "connected",
    "describe",
    "describe_bridge",
    "dividing",
    "formula",
    "listed",
    "mapped",
    "outcome_words",
    "parsed",
    "pipeline_bridge",
    "possible",
    "possible_grains",
    "receipts",
    "standing",
    "tables_of",
    "tried",
    "value_said",
]
