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
MEANINGS = {  # of the words of a status, a kind or an outcome
    "won": text("Won"),
    "lost": text("Lost"),
    "open": text("Still open"),
    "other": text("Something else: not counted as won, lost or open"),
    "new": text("New"),
    "contacted": text("Contacted"),
    "qualified": text("Qualified"),
    "converted": text("Became a deal"),
    "unqualified": text("Not a fit"),
    "spam": text("Spam"),
    "duplicate": text("Duplicate"),
    "internal": text("Internal or a test"),
    "call": text("Call"),
    "meeting": text("Meeting"),
    "demo": text("Demo"),
    "email": text("E-mail"),
    "viewing": text("Viewing"),
    "visit": text("Visit"),
    "offer": text("Offer or reservation"),
    "message": text("Message"),
    "follow_up": text("Follow-up"),
    "task": text("Task or note"),
    "outbound": text("Outgoing"),
    "inbound": text("Incoming"),
    "held": text("Took place"),
    "connected": text("Answered"),
    "no_answer": text("Not answered"),
    "no_show": text("Missed"),
    "cancelled": text("Cancelled"),
    "rescheduled": text("Moved to another day"),
    "scheduled": text("Still to come"),
    "sent": text("Sent"),
    "failed": text("Failed"),
    "returned": text("Returned or paid back"),
    "done": text("Done"),
    "yes": text("Yes"),
    "no": text("No"),
    "completed": text("Completed"),
    "withdrawn": text("Withdrawn"),
}
INDUSTRIES = {
    "general": text("Any trade"),
    "retail": text("Retail"),
    "property": text("Property"),
    "saas": text("Software by subscription"),
    "manufacturing": text("Manufacturing"),
    "hospitality": text("Hotels"),
}
UNITS = {
    "count": text("number"),
    "money": text("money, in the file's own currency"),
    "rate": text("percent"),
    "days": text("days"),
    "hours": text("hours"),
    "ratio": text("ratio"),
    "score": text("points"),
}
BETTER = {"up": text("more"), "down": text("less")}
HOW = {
    "count": text("How many rows"),
    "sum": text("Sum of a column"),
    "distinct": text("How many different values"),
    "mean": text("Average of a column"),
    "median": text("Middle value of a column"),
}
