"""The few words that several pages say: grains, roles, verdicts."""

from core.language import text
from core.metrics import Role
from core.periods import Grain

ROLES = {
    Role.LEADING: text("Leading"),
    Role.LAGGING: text("Lagging"),
    Role.NEITHER: text("Leave out"),
}
GRAINS = {
    Grain.DAY: text("Day"),
    Grain.WEEK: text("Week"),
    Grain.MONTH: text("Month"),
    Grain.QUARTER: text("Quarter"),
    Grain.YEAR: text("Year"),
}
