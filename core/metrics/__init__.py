"""What is measured: the catalogue, what a column name means, the panel of all tables."""

from core.metrics.build import build_panel
from core.metrics.catalogue import CATALOGUE
from core.metrics.choose import choose_tables, possible_grains
from core.metrics.describe import describe
from core.metrics.own import HOW, SIGNS, Condition, Own, parsed
from core.metrics.panel import Indicator, Panel
from core.metrics.possible import Possible, possible
from core.metrics.receipts import Receipt, receipts
from core.metrics.spec import Aggregate, Metric, Role

__all__ = [
    "CATALOGUE",
    "HOW",
    "SIGNS",
    "Aggregate",
    "Condition",
    "Indicator",
    "Metric",
    "Own",
    "Panel",
    "Possible",
    "Receipt",
    "Role",
    "build_panel",
    "choose_tables",
    "describe",
    "parsed",
    "possible",
    "possible_grains",
    "receipts",
]
