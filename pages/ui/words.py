"""The few words that several pages say: grains and roles."""

from core.language import text
from core.metrics import Role
from core.periods import Grain

ROLES = {
    Role.LEADING: text("Leading"),
    Role.LAGGING: text("Lagging"),
    Role.NEITHER: text("Leave out"),
}
PROPOSED = {
    Role.LAGGING: text("Taken for results: lagging indicators"),
    Role.LEADING: text("May lead: leading indicators"),
    Role.NEITHER: text("Left out, unless you decide otherwise"),
}
GRAINS = {
    Grain.DAY: text("Day"),
    Grain.WEEK: text("Week"),
    Grain.MONTH: text("Month"),
    Grain.QUARTER: text("Quarter"),
    Grain.YEAR: text("Year"),
}
